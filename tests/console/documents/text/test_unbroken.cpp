#include "console/documents/text/line_breaker.hpp"
#include "console/documents/text/unbroken.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace xiaoan::documents;

namespace {

/// The text with a stroke wherever a line may end within it.
std::string parts(std::string_view text)
{
    const auto codes = code_points(text);
    const auto tied = tied_to_next(codes);
    std::u32string marked;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        marked += codes[i];
        if (!tied[i] && i + 1 < codes.size()) marked += U'|';
    }
    return utf8(marked);
}

}  // namespace

TEST_CASE("a line may end between any two Chinese characters", "[documents]")
{
    CHECK(parts("校车安全") == "校|车|安|全");
    CHECK(parts("").empty());
}

TEST_CASE("marks keep to what they close and open", "[documents]")
{
    CHECK(parts("问题，如下。") == "问|题，|如|下。");
    CHECK(parts("《条例》（试行）规定") == "《条|例》|（试|行）|规|定");
    CHECK(parts("等“三无”车") == "等|“三|无”|车");
}

TEST_CASE("dash and ellipsis are not torn in two", "[documents]")
{
    CHECK(parts("停运——整改") == "停|运——|整|改");
    CHECK(parts("等等……其他") == "等|等……|其|他");
}

TEST_CASE("what belongs together is not torn", "[documents]")
{
    const auto* whole = GENERATE("2026年11月23日", "11月23日", "2026年11月", "7时05分", "36人", "15天", "3个工作日",
                                 "2.5公里", "1,234.5米", "15%", "2%～5%", "3～5天", "吉G·12345", "吉G12345",
                                 "吉GD01188", "白教函〔2026〕12号", "2026-0012", "2026-11-23", "06:50", "GB/T",
                                 "0436-3224567", "第十四条", "第45条", "第二款", "附件1", "a\u00A0b", "校\u2060车");
    CHECK(parts(whole) == whole);
}

TEST_CASE("what stands around it is free", "[documents]")
{
    CHECK(parts("于2026年11月23日前") == "于|2026年11月23日|前");
    CHECK(parts("对吉G·12345校车") == "对|吉G·12345|校|车");
    CHECK(parts("核载36人的车") == "核|载|36人|的|车");
    CHECK(parts("第四十五条第一款") == "第四十五条|第一款");
    CHECK(parts("第一责任人") == "第|一|责|任|人");
    CHECK(parts("吉林省") == "吉|林|省");
    CHECK(parts("和C1、A1") == "和|C1、|A1");
}

TEST_CASE("a document number takes its sender's code with it, but no more", "[documents]")
{
    CHECK(parts("（白教函〔2026〕12号）") == "（白教函〔2026〕12号）");
    CHECK(parts("现将有关情况按白教督函〔2026〕12号") == "现|将|有|关|情|况按白教督函〔2026〕12号");
    CHECK(parts("〔2026〕") == "〔2026〕");
}

TEST_CASE("Latin words are broken at blanks", "[documents]")
{
    CHECK(parts("state of the bus") == "state |of |the |bus");
    CHECK(parts("well-kept, dry") == "well-kept, |dry");
}
