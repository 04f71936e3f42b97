#include "console/language/language.hpp"
#include "console/water/risk_words.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using language::Language;

TEST_CASE("what a line rests on is said with its unit, the gravest lines first", "[water]")
{
    water::RiskScore score;
    score.lines = {{.factor = "distance", .value = "150.084", .points = 13},
                   {.factor = "pupils", .value = "0"},
                   {.factor = "fence", .value = "no", .points = 5, .group = water::RiskGroup::gaps},
                   {.factor = "kind", .value = "unknown", .points = 8, .known = false}};
    CHECK(water::main_reasons(score, 2, Language::zh) == "距学校或站点 150 米（13 分）；水域类型 未核实（8 分）");
    CHECK(water::main_reasons(score, 9, Language::en) ==
          "To a school or stop: 150 m (13 points); Kind: not verified (8 points); Fence: none (5 points)");
}

TEST_CASE("seasons and bands have their words, and no band is called safe", "[water]")
{
    CHECK(water::season_text(*water::season_from("thaw"), {}, Language::zh) == "融冰期（3月1日至4月20日）");
    CHECK(water::season_text(*water::season_from("2026-07"), {}, Language::zh) == "2026年7月");
    using enum water::RiskLevel;
    for (const auto level : {red, orange, yellow, blue})
        for (const auto language : {Language::zh, Language::en}) {
            const auto text = water::level_text(level, language);
            CHECK_FALSE(text.empty());
            CHECK(text.find("安全") == std::string::npos);
            CHECK(text.find("safe") == std::string::npos);
        }
}
