#include "console/language/language.hpp"
#include "console/language/texts.hpp"
#include "embedded/language.hpp"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <string>
#include <thread>

namespace {

using namespace xiaoan;
using language::Language;
using language::tr;

using ByKey = std::map<std::string, std::string>;

/// All texts of one language; a key that stands twice fails the test.
ByKey texts_in(std::string_view prefix)
{
    ByKey all;
    for (const EmbeddedFile& file : language::embedded_files()) {
        if (!file.name.starts_with(prefix)) continue;
        const auto read = language::texts_of(file.content);
        INFO(file.name);
        CHECK(read.malformed.empty());
        for (const auto& [key, text] : read.texts) {
            INFO(key);
            CHECK(all.emplace(key, text).second);
            CHECK_FALSE(text.empty());
        }
    }
    return all;
}

TEST_CASE("both languages have the same keys with the same places", "[language]")
{
    const auto zh = texts_in("zh/");
    const auto en = texts_in("en/");
    for (const auto& [key, text] : zh) {
        INFO(key);
        REQUIRE(en.contains(key));
        CHECK(language::places_of(text) == language::places_of(en.at(key)));
    }
    for (const auto& [key, text] : en) {
        INFO(key);
        CHECK(zh.contains(key));
    }
    CHECK(language::keys().size() == zh.size());
}

TEST_CASE("a text is found in either language and its places are filled", "[language]")
{
    CHECK(tr(Language::zh, "department.police_traffic") == "公安交管");
    CHECK(tr(Language::en, "department.police_traffic") == "Traffic police");
    CHECK(tr(Language::zh, "unit.of_buses", {"0", "214"}) == "0 / 214 辆");
    CHECK(tr(Language::zh, "unit.of_buses", {"0"}) == "0 / {1} 辆");
}

TEST_CASE("a key that the files lack stands for itself", "[language]")
{
    CHECK_FALSE(language::has("no.such.key"));
    CHECK(tr(Language::zh, "no.such.key") == "no.such.key");
}

TEST_CASE("an argument that looks like a place is not filled again", "[language]")
{
    CHECK(tr(Language::en, "unit.of_buses", {"{1}", "2"}) == "{1} of 2 buses");
}

TEST_CASE("two threads may ask at once", "[language]")
{
    std::jthread other([] { (void)tr(Language::en, "state.stop"); });
    CHECK(tr(Language::zh, "state.stop") == "须停运");
}

}  // namespace
