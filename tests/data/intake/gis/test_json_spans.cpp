#include "data/intake/gis/json_spans.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace xiaoan::data;

namespace {

std::vector<std::string> members(std::string_view text)
{
    std::vector<std::string> found;
    for_each_member(text, [&](std::string_view key, std::string_view value) {
        found.push_back(std::string{key} + "=" + std::string{value});
        return true;
    });
    return found;
}

std::vector<std::string> elements(std::string_view text)
{
    std::vector<std::string> found;
    ArrayElements list(text);
    for (std::string_view element; list.next(element);) found.emplace_back(element);
    return found;
}

bool refused(std::string_view text)
{
    try {
        text.starts_with('[') ? (void)elements(text) : (void)members(text);
    } catch (const JsonSpanFault&) {
        return true;
    }
    return false;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("members are found with their values as they stand", "[data][intake]")
{
    CHECK(members(R"( { "a" : 1.50, "b":"}\"{","c": {"d":[1,{"e":"]"}]} ,"f":null} )") ==
          Texts{"a=1.50", R"(b="}\"{")", R"(c={"d":[1,{"e":"]"}]})", "f=null"});
    CHECK(members("{}").empty());
}

TEST_CASE("elements are found one after another", "[data][intake]")
{
    CHECK(elements(R"([{"a":[1]}, "x,y" ,3 , []])") == Texts{R"({"a":[1]})", R"("x,y")", "3", "[]"});
    CHECK(elements("[ ]").empty());
}

TEST_CASE("what is no JSON, or nested deeper than anyone nests, is refused", "[data][intake]")
{
    for (const auto* text : {"{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{\"a\":[}",
                             "{a:1}", "{\"a\":1}x", "{\"a\":\"", "[", "[1", "[1 2]", "[1,]", "[{]}", "[\"\\"}) {
        CAPTURE(text);
        CHECK(refused(text));
    }
    CHECK_FALSE(refused("[" + std::string(64, '[') + std::string(64, ']') + "]"));
    CHECK(refused("[" + std::string(65, '[') + std::string(65, ']') + "]"));
    CHECK(refused("[" + std::string(1'000'000, '[')));
}
