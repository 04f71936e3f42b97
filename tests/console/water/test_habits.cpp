#include "console/water/gap_rules.hpp"
#include "console/water/risk_score.hpp"
#include "console/water/risk_words.hpp"
#include "console/water/season_calendar.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::water;
using data::Answer;
using language::Language;

Habits with(std::vector<data::Setting> settings)
{
    return habits_of(settings);
}

/// A lined canal without anything, 150 m from a school of 547 pupils and on their way.
data::Water a_bare_canal()
{
    data::Water canal;
    canal.kind = data::WaterKind::canal;
    canal.depth_m = 1.5;
    canal.bank = data::Bank::vertical;
    canal.current = data::Current::fast;
    canal.freezes = Answer::yes;
    canal.warning_sign = canal.lifebuoy = canal.rope = canal.pole = canal.fence = Answer::no;
    canal.incidents_5y = 0;
    return canal;
}
const Surroundings beside_a_school{
    .nearest_m = 150.0, .has_neighbours = true, .pupils_near = 547, .on_the_way = Answer::yes};
const Season summer{SeasonName::summer, std::nullopt};

RiskScore score(const Habits& habits, const Season& season = summer)
{
    return risk_score(a_bare_canal(), beside_a_school, season, monday, habits);
}

TEST_CASE("the most that the defaults give is 40, 30, 25 and 5", "[water][habits]")
{
    // regulations.md 6.4: the groups of the table.
    const Habits usual;
    const auto sum = [&](std::initializer_list<Habit> of) {
        int all = 0;
        for (const Habit each : of) all += usual[each];
        return all;
    };
    using enum Habit;
    // Dwellings (5) and left-behind pupils (3) are recorded nowhere: their "yes" is no number of the program yet.
    CHECK(sum({distance_1, pupils_4, on_the_way}) + 5 + 3 == 40);
    CHECK(sum({kind_river, depth_4, bank_vertical, current_fast}) == 30);
    CHECK(sum({warning_sign_none, lifebuoy_none, rope_none, pole_none, fence_none, duty_holder_none, patrol_late}) ==
          25);
    CHECK(sum({incidents}) == 5);
    CHECK(with({}) == usual);
    CHECK(changed_habits(usual).empty());
}

TEST_CASE("points that a bureau sets are those of the score", "[water][habits]")
{
    // By the defaults 13 + 8 + 6 + 3 + 1 exposure, 10 + 6 + 6 + 6 hazard, 25 gaps: 84.
    CHECK(score({}).base == 84);
    // A sign counts 9 in place of 5, a rope nothing in place of 3, the unknown dwellings 5 in place of 3: 84 + 4 - 3
    // + 2.
    const Habits habits = with(
        {{"risk_warning_sign_none", "9", "x"}, {"risk_rope_none", "0", "x"}, {"risk_dwellings_unknown", "5", "x"}});
    const auto changed = score(habits);
    CHECK(changed.base == 87);
    CHECK(changed.points(RiskGroup::gaps) == 26);
    // What counts nothing is missing all the same, and putting it up takes nothing off.
    const auto rope = std::ranges::find(changed.lines, "rope", &RiskLine::factor);
    CHECK(rope->points == 0);
    CHECK(rope->lacking);
    CHECK(with_measure(changed, "rope").base == 87);
    CHECK(with_measure(changed, "warning_sign").base == 78);
}

TEST_CASE("bounds of steps that a bureau sets divide anew", "[water][habits]")
{
    // 150 m are in the first step up to 150 m: 16 for 13. 547 pupils stay in the second up to 600: 6 for 8. 1.5 m of
    // depth are beyond a third bound of 149 cm: 8 for 6. 84 + 3 - 2 + 2.
    const auto habits =
        with({{"risk_distance_1_m", "150", "x"}, {"risk_pupils_2_most", "600", "x"}, {"risk_depth_3_cm", "149", "x"}});
    CHECK(score(habits).base == 87);
    CHECK(score(with({{"risk_distance_1_m", "149", "x"}})).base == 84);
    // A bound of 110 cm holds a depth of 1.1 m, which no binary number is.
    auto canal = a_bare_canal();
    canal.depth_m = 1.1;
    const auto at_the_bound = with({{"risk_depth_3_cm", "110", "x"}});
    CHECK(risk_score(canal, beside_a_school, summer, monday, at_the_bound).base == 84);
}

TEST_CASE("bands and factors of months that a bureau sets decide the grade", "[water][habits]")
{
    // 84 × 0.8 = 67.2 in freeze-up by the ice of November: orange from 50, red only from 70.
    const Season freeze_up{SeasonName::freeze_up, std::nullopt};
    CHECK(score({}, freeze_up).level == RiskLevel::orange);
    CHECK(score(with({{"risk_band_red", "67", "x"}}), freeze_up).level == RiskLevel::red);
    CHECK(score(with({{"risk_band_red", "67", "x"}}), freeze_up).score == 67);
    // 84 × 0.9 = 75.6.
    CHECK(score(with({{"season_ice_11", "90", "x"}}), freeze_up).score == 76);
    CHECK(score(with({{"season_ice_10", "90", "x"}}), freeze_up).score == 67);  // October is no month of it
}

TEST_CASE("seasons begin on the days that a bureau sets", "[water][habits]")
{
    const auto late_ice = with({{"season_ice_from", "12-29", "x"}, {"season_thaw_from", "02-20", "x"}});
    const auto name = [&](data::Date date) { return *season_of(date, late_ice).name; };
    CHECK(name(day(2026, 12, 28)) == SeasonName::freeze_up);
    CHECK(name(day(2026, 12, 29)) == SeasonName::ice);
    CHECK(name(day(2027, 2, 19)) == SeasonName::ice);
    CHECK(name(day(2027, 2, 20)) == SeasonName::thaw);
    CHECK(seasons_from(day(2026, 12, 1), late_ice).front() ==
          SeasonSpan{SeasonName::freeze_up, day(2026, 11, 1), day(2026, 12, 28)});
    CHECK(season_text({SeasonName::ice, std::nullopt}, late_ice, Language::zh) == "冰期（12月29日至2月19日）");
    CHECK(season_text({SeasonName::ice, std::nullopt}, {}, Language::zh) == "冰期（12月21日至2月底）");
    // The thaw then has days of February: 0.5 there, 0.9 in March, 0.8 in April.
    CHECK(factor_percent({SeasonName::thaw, std::nullopt}, true, late_ice) == 90);
    const auto only_february = with({{"season_thaw_from", "02-01", "x"}, {"season_spring_from", "02-28", "x"}});
    CHECK(factor_percent({SeasonName::thaw, std::nullopt}, true, only_february) == 50);
    CHECK(factor_percent({SeasonName::spring, std::nullopt}, true, only_february) == 60);  // ice never weighs in it
    // Swimming until the end of September: patrols stay weekly, in September asked for as a month too.
    const auto long_summer = with({{"season_autumn_from", "10-01", "x"}});
    CHECK(is_swimming_season(*season_from("2026-09"), long_summer));
    CHECK_FALSE(is_swimming_season(*season_from("2026-09"), {}));
    CHECK(patrol_interval_days(day(2026, 9, 30), long_summer) == 7);
}

TEST_CASE("a patrol is late after the days that a bureau sets", "[water][habits]")
{
    data::Water water = a_bare_canal();
    water.last_patrol_on = data::DateCell{day(2026, 11, 9)};  // 14 days before
    const auto fortnight = with({{"patrol_days_other", "14", "x"}}), shorter = with({{"patrol_days_other", "13", "x"}});
    CHECK(measure_of(water, "patrol", monday, fortnight) == Measure::present);
    CHECK(measure_of(water, "patrol", monday, shorter) == Measure::missing);
    CHECK(gap_since(water, "patrol", monday, shorter) == data::DateCell{monday});
    const Season now = season_of(monday, {});
    CHECK(risk_score(water, {}, now, monday, fortnight).base + 2 == risk_score(water, {}, now, monday, shorter).base);
}

TEST_CASE("every number that is not its default is named with both", "[water][habits]")
{
    CHECK(changed_text({}, Language::zh).empty());
    CHECK(changed_text(with({{"risk_warning_sign_none", "9", "x"}}), Language::zh) ==
          "权重已由本局调整：警示牌：无 9 分（默认 5 分）");
    const auto two =
        with({{"risk_warning_sign_none", "5", "x"}, {"stop_reach_m", "300", "x"}, {"season_ice_12", "70", "x"}});
    CHECK(changed_text(two, Language::en) ==
          "Weights changed by this bureau: On the way to school: a stop within 300 m "
          "(default 200 m); Factor of month 12: ice 70% (default 60%)");
}

}  // namespace
