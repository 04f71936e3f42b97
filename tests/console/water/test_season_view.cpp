#include "console/water/season_view.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::water;
using language::Language;

TEST_CASE("the page of the season says where the year stands, what comes and what is asked for", "[water]")
{
    const SeasonView view = season_view(day(2026, 11, 27), {}, rules::usual_school_holidays, {}, Language::zh);
    CHECK(view.title == "封冻期第 27 天，共 50 天");
    CHECK(view.next == "再过 24 天进入冰期（2026-12-21 起）");
    REQUIRE(view.asks.size() == 3);
    CHECK(view.asks[0].text.starts_with("封冻期冰面薄而不匀"));
    CHECK(view.asks[1].of_whom == "学校");
    REQUIRE(view.ahead.size() >= 3);
    CHECK(view.ahead[0].what == "封冻期");
    CHECK(view.ahead[0].when == "正在进行，到 2026-12-20");
    CHECK(view.ahead[1].what == "冰期开始");
    CHECK(view.ahead[1].when == "24 天后");
    CHECK(view.ahead[2].what == "学校寒假");
    CHECK(view.ahead[2].from == "2027-01-06～02-28");
    CHECK(season_view(day(2026, 11, 27), {}, rules::usual_school_holidays, {}, Language::en).title ==
          "Freeze-up, day 27 of 50");
}

TEST_CASE("the parts of the year lie one behind the other, and the day shown among them", "[water]")
{
    const SeasonView first = season_view(day(2026, 11, 1), {}, rules::usual_school_holidays, {}, Language::zh);
    CHECK(first.today == 0.0F);
    float end = 0;
    std::size_t running = 0;
    for (const YearPart& part : first.parts) {
        if (part.part != CalendarPart::season) continue;
        CHECK(part.from == end);
        end = part.to;
        running += part.running ? 1U : 0U;
    }
    CHECK(end == 1.0F);
    CHECK(running == 1);
    CHECK(season_view(day(2026, 12, 20), {}, rules::usual_school_holidays, {}, Language::zh).next ==
          "再过 1 天进入冰期（2026-12-21 起）");
}

}  // namespace
