#include "console/water/candidates_panel.hpp"
#include "console/water/plan_panel.hpp"
#include "console/water/season_panel.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

struct Page {
    water::WatersState state;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
        return water::draw_waters_panel(state, frame, where);
    }};
};

TEST_CASE("a range and typed words narrow the waters", "[panels]")
{
    Page page;
    CHECK(page.screen.shows("向海水库引水渠"));
    page.screen.click("≤ 500 m  2");
    CHECK_FALSE(page.screen.shows("向海水库引水渠"));
    CHECK(page.screen.shows("平安镇南坑塘"));
    page.screen.click("搜索水域、学校、责任单位");
    page.screen.type("水利局");
    CHECK_FALSE(page.screen.shows("平安镇南坑塘"));
    CHECK(page.screen.shows("洮儿河平安段"));
}

/// What the worker would deliver for the desk of the screen.
std::shared_ptr<const water::RankedWaters> ranking(const desk::Derived& derived, water::SeasonName season)
{
    return water::rank_waters(derived.places, {.name = season}, derived.as_of, {});
}

TEST_CASE("a water is selected by a press and looked at on the map by Enter", "[panels]")
{
    Page page;
    page.state.ranked = ranking(*page.screen.derived, water::SeasonName::freeze_up);
    page.screen.frames(3);
    page.screen.click("平安镇南坑塘");
    CHECK(page.screen.selection == desk::Selection{desk::Selected::water, "220802-K01"});
    page.screen.key("Enter");
    REQUIRE(page.screen.last<desk::Select>() != nullptr);
    CHECK(page.screen.last<desk::Select>()->zoom);
}

TEST_CASE("the ranking is asked for once, shown when it comes, and asked for anew in another season", "[panels]")
{
    Page page;
    CHECK(page.screen.count<desk::RankWaters>() == 1);
    page.state.ranked = ranking(*page.screen.derived, water::SeasonName::freeze_up);
    page.screen.frames(3);
    CHECK(page.screen.shows("位次"));
    CHECK(page.screen.count<desk::RankWaters>() == 1);
    page.screen.click("当前：封冻期");
    page.screen.click("夏季");
    REQUIRE(page.screen.last<desk::RankWaters>() != nullptr);
    CHECK(page.screen.last<desk::RankWaters>()->season == "summer");
}

TEST_CASE("the page of the season asks for what it compares with, and says what changed", "[panels]")
{
    water::SeasonState state;
    Screen screen([&](const desk::Frame& frame, const shell::Rect& where) {
        return water::draw_season_panel(state, frame, where);
    });
    CHECK(screen.shows("封冻期第 23 天，共 50 天"));
    REQUIRE(screen.count<desk::CompareWaters>() == 1);
    CHECK(*screen.last<desk::CompareWaters>() == desk::CompareWaters{day(2026, 10, 31), "autumn"});
    const auto now = ranking(*screen.derived, water::SeasonName::freeze_up);
    const auto then =
        water::rank_waters(screen.derived->places, {.name = water::SeasonName::autumn}, day(2026, 10, 31), {});
    water::take(state, water::compare_waters(then, now));
    screen.frames(3);
    CHECK(screen.shows("平安镇南坑塘"));
    CHECK(screen.shows("上升 0"));
    screen.click("上升 0");
    CHECK_FALSE(screen.shows("平安镇南坑塘"));
    screen.click("去年同日");
    CHECK(screen.last<desk::CompareWaters>()->since == day(2025, 11, 23));
    water::take_refusal(state);
    screen.frames(3);
    CHECK(screen.shows("2025-11-23 终了时登记簿尚未建立，没有可比的记录：请换一个较晚的日期"));
}

TEST_CASE("money is planned by the budget typed, and what is tried at the chosen water changes its place", "[panels]")
{
    water::WatersState waters;
    water::PlanState state;
    Screen screen([&](const desk::Frame& frame, const shell::Rect& where) {
        return water::draw_plan_panel(state, waters, frame, where);
    });
    CHECK(screen.last<desk::PlanEquipment>() == nullptr);
    screen.click("求方案");
    REQUIRE(screen.last<desk::PlanEquipment>() != nullptr);
    CHECK(screen.last<desk::PlanEquipment>()->budget_yuan == 10'000);
    waters.ranked = ranking(*screen.derived, water::SeasonName::freeze_up);
    state.planned = water::plan_equipment(waters.ranked, {}, {.budget_yuan = 10'000});
    screen.selection = {desk::Selected::water, "220802-K01"};
    screen.frames(3);
    REQUIRE(state.effect);
    CHECK(state.effect->items.empty());
    screen.click("救生圈 150 元");
    REQUIRE(state.effect);
    CHECK(state.effect->items == std::vector<std::string_view>{"lifebuoy"});
    CHECK(state.effect->yuan == 150);
    CHECK(water::budget_from("1,500") == 1'500);
    for (const auto* wrong : {"", "0", "-5", "12.5", "一万", "1000000001"}) CHECK_FALSE(water::budget_from(wrong));
}

TEST_CASE("a candidate is taken over with its origin, and the dossier goes on with the water", "[panels]")
{
    water::CandidatesState state;
    Screen screen([&](const desk::Frame& frame, const shell::Rect& where) {
        return water::draw_candidates_panel(state, frame, where);
    });
    CHECK(screen.count<desk::FindCandidates>() == 1);
    auto found = std::make_shared<water::FoundCandidates>();
    found->places = screen.derived->places;
    found->within_m = 3000;
    water::Candidate lake;
    lake.code = "MAP-lakes-1";
    lake.layer = "lakes";
    lake.name = "月亮泡";
    lake.kind = data::WaterKind::lake;
    lake.county = data::Adcode{220882};
    lake.nearest = &*screen.derived->snapshot->all<data::School>().begin();
    lake.attribution_zh = "© OpenStreetMap";
    lake.geometry.points = {{124, 45}};
    found->candidates = {lake};
    state.found = found;
    screen.frames(3);
    screen.click("月亮泡");
    CHECK(screen.selection == desk::Selection{desk::Selected::candidate, "MAP-lakes-1"});
    screen.click("收入台账");
    REQUIRE(screen.last<desk::TakeCandidate>() != nullptr);
    CHECK(screen.last<desk::TakeCandidate>()->record.only_new);
    CHECK(screen.last<desk::TakeCandidate>()->origin.find("OpenStreetMap") != std::string::npos);
    CHECK(screen.selection == desk::Selection{desk::Selected::water, "MAP-lakes-1"});
}

TEST_CASE("no page of waters calls a place safe", "[panels]")
{
    Page page;
    CHECK_FALSE(page.screen.shows("安全"));
    page.screen.derived = gallery::empty_desk();
    page.screen.frames(3);
    CHECK(page.screen.shows("还没有水域"));
    CHECK_FALSE(page.screen.shows("安全"));
}

}  // namespace
