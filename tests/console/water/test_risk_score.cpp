#include "console/water/risk_score.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::Answer;

const water::Season summer{water::SeasonName::summer, std::nullopt};
const water::Season freeze_up{water::SeasonName::freeze_up, std::nullopt};

/// A water of which everything is known and nothing lacks.
data::Water a_kept_water()
{
    data::Water water;
    water.code = "W1";
    water.kind = data::WaterKind::pond;
    water.depth_m = 0.5;
    water.bank = data::Bank::gentle;
    water.current = data::Current::still;
    water.freezes = Answer::yes;
    water.warning_sign = water.lifebuoy = water.rope = water.pole = water.fence = Answer::yes;
    water.duty_holder = data::PersonRef{1};
    water.phone = data::PersonRef{2};
    water.last_patrol_on = data::DateCell{monday};
    water.incidents_5y = 0;
    return water;
}

water::Surroundings far_from_all()
{
    return {.nearest_m = std::nullopt, .has_neighbours = true, .on_the_way = Answer::no};
}

int points(const water::RiskScore& score, std::string_view factor)
{
    const auto line = std::ranges::find(score.lines, factor, &water::RiskLine::factor);
    REQUIRE(line != score.lines.end());
    return line->points;
}

int points(const data::Water& water, std::string_view factor)
{
    return points(water::risk_score(water, far_from_all(), summer, monday, {}), factor);
}

TEST_CASE("a bare canal beside a school adds up as by hand", "[water]")
{
    // Exposure 13 (150 m) + 8 (547 pupils) + 6 + dwellings unknown 3 + left-behind unknown 1 = 31; hazard 10 + 6 (1.5
    // m)
    // + 6 + 6 = 28; gaps 5 + 4 + 3 + 3 + 5 + 3 + 2 = 25; history 0. 84 × 0.8 = 67.2 in freeze-up, 84 in summer.
    data::Water canal;
    canal.kind = data::WaterKind::canal;
    canal.depth_m = 1.5;
    canal.bank = data::Bank::vertical;
    canal.current = data::Current::fast;
    canal.freezes = Answer::yes;
    canal.warning_sign = canal.lifebuoy = canal.rope = canal.pole = canal.fence = Answer::no;
    canal.incidents_5y = 0;
    const water::Surroundings around{
        .nearest_m = 150.0, .has_neighbours = true, .pupils_near = 547, .on_the_way = Answer::yes};
    const auto winter = water::risk_score(canal, around, freeze_up, monday, {});
    CHECK(winter.base == 84);
    CHECK(winter.points(water::RiskGroup::exposure) == 31);
    CHECK(winter.points(water::RiskGroup::hazard) == 28);
    CHECK(winter.points(water::RiskGroup::gaps) == 25);
    CHECK(winter.score == 67);
    CHECK(winter.level == water::RiskLevel::orange);
    CHECK(winter.completeness == 88);  // 15 of 17
    CHECK(water::risk_score(canal, around, summer, monday, {}).level == water::RiskLevel::red);
}

TEST_CASE("a water of which nothing is known takes the unknown points", "[water]")
{
    // distance 0, pupils 0, way 2, dwellings 3, left-behind 1; kind 8, depth 5, bank 3, current 2; sign 3, lifebuoy 2,
    // rope 2, pole 2, fence 3, no duty holder 3, no patrol 2; history 0: 41. Known are duty holder and patrol: 2 of 17.
    const auto score = water::risk_score({}, {}, summer, monday, {});
    CHECK(score.base == 41);
    CHECK(score.completeness == 12);
    CHECK(score.level == water::RiskLevel::yellow);
    CHECK(points(score, "on_the_way") == 2);
}

TEST_CASE("distance steps include their bounds", "[water]")
{
    const auto [metres, expected] = GENERATE(table<double, int>({
        {0, 16},
        {100, 16},
        {100.001, 13},
        {300, 13},
        {300.001, 10},
        {500, 10},
        {500.001, 6},
        {1000, 6},
        {1000.001, 3},
        {2000, 3},
        {2000.001, 0},
    }));
    auto around = far_from_all();
    around.nearest_m = metres;
    CAPTURE(metres);
    CHECK(points(water::risk_score(a_kept_water(), around, summer, monday, {}), "distance") == expected);
}

TEST_CASE("pupils within reach count in steps", "[water]")
{
    const auto [pupils, expected] =
        GENERATE(table<int, int>({{0, 0}, {1, 3}, {99, 3}, {100, 6}, {499, 6}, {500, 8}, {1499, 8}, {1500, 10}}));
    auto around = far_from_all();
    around.pupils_near = pupils;
    CAPTURE(pupils);
    CHECK(points(water::risk_score(a_kept_water(), around, summer, monday, {}), "pupils") == expected);
}

TEST_CASE("depth within two metres of the bank counts by GB 51192's 0.7 m and the steps around it", "[water]")
{
    const auto [metres, expected] =
        GENERATE(table<double, int>({{0.5, 0}, {0.51, 3}, {0.7, 3}, {0.71, 6}, {1.5, 6}, {1.51, 8}}));
    auto water = a_kept_water();
    water.depth_m = metres;
    CAPTURE(metres);
    CHECK(points(water, "depth") == expected);
}

TEST_CASE("kinds weigh by how children drown in them", "[water]")
{
    using data::WaterKind;
    const auto [kind, expected] = GENERATE(table<WaterKind, int>({
        {WaterKind::river, 10},
        {WaterKind::canal, 10},
        {WaterKind::sandpit, 10},
        {WaterKind::reservoir, 8},
        {WaterKind::lake, 8},
        {WaterKind::pond, 8},
        {WaterKind::fishpond, 8},
        {WaterKind::ditch, 5},
        {WaterKind::other, 8},
        {WaterKind::not_given, 8},
    }));
    auto water = a_kept_water();
    water.kind = kind;
    CHECK(points(water, "kind") == expected);
}

TEST_CASE("a duty holder counts whole only with a telephone number", "[water]")
{
    auto water = a_kept_water();
    CHECK(points(water, "duty_holder") == 0);
    water.phone = {};
    CHECK(points(water, "duty_holder") == 1);
    water.duty_holder = {};
    CHECK(points(water, "duty_holder") == 3);
}

TEST_CASE("a patrol is in time for 7 days in the swimming season and for 30 otherwise", "[water]")
{
    const auto patrol_points = [](int days_ago, const water::Season& season) {
        auto water = a_kept_water();
        water.last_patrol_on = data::DateCell{monday - std::chrono::days{days_ago}};
        return points(water::risk_score(water, far_from_all(), season, monday, {}), "patrol");
    };
    CHECK(patrol_points(7, summer) == 0);
    CHECK(patrol_points(8, summer) == 2);
    CHECK(patrol_points(30, freeze_up) == 0);
    CHECK(patrol_points(31, freeze_up) == 2);
    CHECK(patrol_points(-1, freeze_up) == 2);  // a patrol to come is none yet
}

TEST_CASE("one drowning in five years weighs as much as several", "[water]")
{
    auto water = a_kept_water();
    water.incidents_5y = 1;
    CHECK(points(water, "incidents") == 5);
    water.incidents_5y = 4;
    CHECK(points(water, "incidents") == 5);
}

TEST_CASE("ice weighs on water that stands, flows slowly or is said to freeze", "[water]")
{
    data::Water river;
    river.kind = data::WaterKind::river;
    CHECK(water::ice_weighs(river));  // nobody has said how it flows
    river.current = data::Current::slow;
    CHECK(water::ice_weighs(river));
    river.current = data::Current::fast;
    CHECK_FALSE(water::ice_weighs(river));
    river.freezes = Answer::yes;
    CHECK(water::ice_weighs(river));
    auto pond = a_kept_water();
    pond.freezes = Answer::no;
    CHECK_FALSE(water::ice_weighs(pond));
    pond.freezes = {};
    CHECK(water::ice_weighs(pond));
}

TEST_CASE("halves of a score go upwards, and bands begin with their first point", "[water]")
{
    // The kept pond: dwellings 3, left-behind 1, kind 8: base 12, × 0.2 open in November = 2.4; over ice × 0.8 = 9.6.
    auto pond = a_kept_water();
    CHECK(water::risk_score(pond, far_from_all(), freeze_up, monday, {}).score == 10);
    pond.freezes = Answer::no;
    CHECK(water::risk_score(pond, far_from_all(), freeze_up, monday, {}).score == 2);
    // 90 × 0.85 = 76.5: June. Exposure 16 + 10 + 6 + 3 + 1 = 36, hazard 10 + 8 + 6 + 6 = 30, gaps 5 + 4 + 3 + 3 + 5 =
    // 20 with a duty holder without phone 1 and a patrol too old 2 = 23; history 5: 94; × 0.85 = 79.9.
    auto river = a_kept_water();
    river.kind = data::WaterKind::river;
    river.depth_m = 2.0;
    river.bank = data::Bank::steep;
    river.current = data::Current::fast;
    river.warning_sign = river.lifebuoy = river.rope = river.pole = river.fence = Answer::no;
    river.phone = {};
    river.last_patrol_on = {};
    river.incidents_5y = 2;
    const water::Surroundings around{
        .nearest_m = 20.0, .has_neighbours = true, .pupils_near = 1600, .on_the_way = Answer::yes};
    const auto june = water::risk_score(river, around, *water::season_from("2026-06"), monday, {});
    CHECK(june.base == 94);
    CHECK(june.score == 80);
    CHECK(june.level == water::RiskLevel::red);
}

}  // namespace
