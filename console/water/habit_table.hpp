// What there is to set of the risk of waters: name, default, bounds, what it is about, where the default comes from.
// Included by habits.cpp alone.
#pragma once

#include "console/water/habits.hpp"

#include <string_view>

namespace xiaoan::water {

struct HabitRow {
    Habit habit{};
    std::string_view name;
    std::string_view group;
    std::string_view unit;
    int usual = 0, least = 0, most = 0;
    std::array<std::string_view, 3> meaning{};  // a text and the texts in its places
    std::string_view source;                    // "setting.source.<source>"
    std::string_view ladder{};
};

inline constexpr std::string_view exposure = "water_exposure", hazard = "water_hazard", gaps = "water_gaps",
                                  seasons = "water_season", bands = "water_bands", unknown = "risk.unknown";
inline constexpr int most_points = 40, farthest_m = 20'000;

/// Points of one level of a factor.
constexpr HabitRow level(Habit habit, std::string_view name, std::string_view group, int usual, std::string_view factor,
                         std::string_view of, std::string_view source)
{
    return {habit, name, group, "points", usual, 0, most_points, {"setting.risk.level", factor, of}, source};
}
/// Points of the values up to the bound of a step; beyond the last.
constexpr HabitRow step(Habit habit, std::string_view name, std::string_view group, int usual, std::string_view factor,
                        std::string_view number, std::string_view source)
{
    return {habit, name, group, "points", usual, 0, most_points, {"setting.risk.step", factor, number}, source};
}
constexpr HabitRow beyond(Habit habit, std::string_view name, std::string_view group, int usual,
                          std::string_view factor, std::string_view number, std::string_view source)
{
    return {habit, name, group, "points", usual, 0, most_points, {"setting.risk.beyond", factor, number}, source};
}
constexpr HabitRow bound(Habit habit, std::string_view name, std::string_view group, std::string_view unit, int usual,
                         int most, std::string_view factor, std::string_view number, std::string_view source,
                         std::string_view ladder)
{
    return {habit, name, group, unit, usual, 1, most, {"setting.risk.bound", factor, number}, source, ladder};
}
/// How far is looked.
constexpr HabitRow reach(Habit habit, std::string_view name, int usual, std::string_view meaning,
                         std::string_view ladder = {})
{
    return {habit, name, exposure, "metres", usual, 1, farthest_m, {meaning}, "reach", ladder};
}
/// The first day of a season; usual is month × 100 + day.
constexpr HabitRow first_day(Habit habit, std::string_view name, int usual, std::string_view of)
{
    return {habit, name, seasons, "day_of_year", usual, 101, 1231, {"setting.season.from", of}, "season", "season"};
}
constexpr HabitRow month(Habit habit, std::string_view name, int usual, std::string_view meaning,
                         std::string_view number, std::string_view source)
{
    return {habit, name, seasons, "percent", usual, 0, 100, {meaning, number}, source};
}
constexpr HabitRow band(Habit habit, std::string_view name, int usual, std::string_view of)
{
    return {habit, name, bands, "points", usual, 1, 200, {"setting.risk.band", of}, "bands", "bands"};
}
constexpr HabitRow interval(Habit habit, std::string_view name, int usual, std::string_view meaning)
{
    return {habit, name, bands, "days", usual, 1, 366, {meaning}, "patrol"};
}

constexpr std::array<HabitRow, habit_count> made_habit_table()
{
    using enum Habit;
    return {
        bound(distance_1_m, "risk_distance_1_m", exposure, "metres", 100, 20000, "risk.factor.distance", "1",
              "distance", "distance"),
        bound(distance_2_m, "risk_distance_2_m", exposure, "metres", 300, 20000, "risk.factor.distance", "2",
              "distance", "distance"),
        bound(distance_3_m, "risk_distance_3_m", exposure, "metres", 500, 20000, "risk.factor.distance", "3",
              "distance", "distance"),
        bound(distance_4_m, "risk_distance_4_m", exposure, "metres", 1000, 20000, "risk.factor.distance", "4",
              "distance", "distance"),
        bound(distance_5_m, "risk_distance_5_m", exposure, "metres", 2000, 20000, "risk.factor.distance", "5",
              "distance", "distance"),
        reach(near_reach_m, "near_reach_m", 3000, "setting.reach.near", "distance"),
        step(distance_1, "risk_distance_1", exposure, 16, "risk.factor.distance", "1", "distance"),
        step(distance_2, "risk_distance_2", exposure, 13, "risk.factor.distance", "2", "distance"),
        step(distance_3, "risk_distance_3", exposure, 10, "risk.factor.distance", "3", "distance"),
        step(distance_4, "risk_distance_4", exposure, 6, "risk.factor.distance", "4", "distance"),
        step(distance_5, "risk_distance_5", exposure, 3, "risk.factor.distance", "5", "distance"),
        bound(pupils_1_most, "risk_pupils_1_most", exposure, "people", 99, 100000, "risk.factor.pupils", "1", "habit",
              "pupils"),
        bound(pupils_2_most, "risk_pupils_2_most", exposure, "people", 499, 100000, "risk.factor.pupils", "2", "habit",
              "pupils"),
        bound(pupils_3_most, "risk_pupils_3_most", exposure, "people", 1499, 100000, "risk.factor.pupils", "3", "habit",
              "pupils"),
        step(pupils_1, "risk_pupils_1", exposure, 3, "risk.factor.pupils", "1", "habit"),
        step(pupils_2, "risk_pupils_2", exposure, 6, "risk.factor.pupils", "2", "habit"),
        step(pupils_3, "risk_pupils_3", exposure, 8, "risk.factor.pupils", "3", "habit"),
        beyond(pupils_4, "risk_pupils_4", exposure, 10, "risk.factor.pupils", "3", "habit"),
        reach(pupils_reach_m, "pupils_reach_m", 1000, "setting.reach.pupils"),
        level(on_the_way, "risk_on_the_way", exposure, 6, "risk.factor.on_the_way", "risk.value.on_the_way.yes",
              "notice"),
        level(on_the_way_unknown, "risk_on_the_way_unknown", exposure, 2, "risk.factor.on_the_way", unknown, "notice"),
        reach(stop_reach_m, "stop_reach_m", 200, "setting.reach.stop"),
        reach(route_reach_m, "route_reach_m", 50, "setting.reach.route"),
        level(dwellings_unknown, "risk_dwellings_unknown", exposure, 3, "risk.factor.dwellings", unknown, "notice"),
        level(left_behind_unknown, "risk_left_behind_unknown", exposure, 1, "risk.factor.left_behind", unknown,
              "notice"),
        level(kind_river, "risk_kind_river", hazard, 10, "risk.factor.kind", "risk.value.kind.river", "kind"),
        level(kind_canal, "risk_kind_canal", hazard, 10, "risk.factor.kind", "risk.value.kind.canal", "kind"),
        level(kind_sandpit, "risk_kind_sandpit", hazard, 10, "risk.factor.kind", "risk.value.kind.sandpit", "kind"),
        level(kind_reservoir, "risk_kind_reservoir", hazard, 8, "risk.factor.kind", "risk.value.kind.reservoir",
              "kind"),
        level(kind_lake, "risk_kind_lake", hazard, 8, "risk.factor.kind", "risk.value.kind.lake", "kind"),
        level(kind_pond, "risk_kind_pond", hazard, 8, "risk.factor.kind", "risk.value.kind.pond", "kind"),
        level(kind_fishpond, "risk_kind_fishpond", hazard, 8, "risk.factor.kind", "risk.value.kind.fishpond", "kind"),
        level(kind_ditch, "risk_kind_ditch", hazard, 5, "risk.factor.kind", "risk.value.kind.ditch", "kind"),
        level(kind_unknown, "risk_kind_unknown", hazard, 8, "risk.factor.kind", unknown, "kind"),
        bound(depth_1_cm, "risk_depth_1_cm", hazard, "cm", 50, 2000, "risk.factor.depth", "1", "depth", "depth"),
        bound(depth_2_cm, "risk_depth_2_cm", hazard, "cm", 70, 2000, "risk.factor.depth", "2", "depth", "depth"),
        bound(depth_3_cm, "risk_depth_3_cm", hazard, "cm", 150, 2000, "risk.factor.depth", "3", "depth", "depth"),
        step(depth_2, "risk_depth_2", hazard, 3, "risk.factor.depth", "2", "depth"),
        step(depth_3, "risk_depth_3", hazard, 6, "risk.factor.depth", "3", "depth"),
        beyond(depth_4, "risk_depth_4", hazard, 8, "risk.factor.depth", "3", "depth"),
        level(depth_unknown, "risk_depth_unknown", hazard, 5, "risk.factor.depth", unknown, "depth"),
        level(bank_steep, "risk_bank_steep", hazard, 6, "risk.factor.bank", "risk.value.bank.steep", "habit"),
        level(bank_vertical, "risk_bank_vertical", hazard, 6, "risk.factor.bank", "risk.value.bank.vertical", "habit"),
        level(bank_unknown, "risk_bank_unknown", hazard, 3, "risk.factor.bank", unknown, "habit"),
        level(current_slow, "risk_current_slow", hazard, 2, "risk.factor.current", "risk.value.current.slow", "habit"),
        level(current_fast, "risk_current_fast", hazard, 6, "risk.factor.current", "risk.value.current.fast", "habit"),
        level(current_unknown, "risk_current_unknown", hazard, 2, "risk.factor.current", unknown, "habit"),
        level(warning_sign_none, "risk_warning_sign_none", gaps, 5, "risk.factor.warning_sign",
              "risk.value.warning_sign.no", "four_ones"),
        level(warning_sign_unknown, "risk_warning_sign_unknown", gaps, 3, "risk.factor.warning_sign", unknown,
              "four_ones"),
        level(lifebuoy_none, "risk_lifebuoy_none", gaps, 4, "risk.factor.lifebuoy", "risk.value.lifebuoy.no",
              "four_ones"),
        level(lifebuoy_unknown, "risk_lifebuoy_unknown", gaps, 2, "risk.factor.lifebuoy", unknown, "four_ones"),
        level(rope_none, "risk_rope_none", gaps, 3, "risk.factor.rope", "risk.value.rope.no", "four_ones"),
        level(rope_unknown, "risk_rope_unknown", gaps, 2, "risk.factor.rope", unknown, "four_ones"),
        level(pole_none, "risk_pole_none", gaps, 3, "risk.factor.pole", "risk.value.pole.no", "four_ones"),
        level(pole_unknown, "risk_pole_unknown", gaps, 2, "risk.factor.pole", unknown, "four_ones"),
        level(fence_none, "risk_fence_none", gaps, 5, "risk.factor.fence", "risk.value.fence.no", "barrier"),
        level(fence_unknown, "risk_fence_unknown", gaps, 3, "risk.factor.fence", unknown, "barrier"),
        level(duty_holder_none, "risk_duty_holder_none", gaps, 3, "risk.factor.duty_holder",
              "risk.value.duty_holder.none", "notice"),
        level(duty_holder_no_phone, "risk_duty_holder_no_phone", gaps, 1, "risk.factor.duty_holder",
              "risk.value.duty_holder.no_phone", "notice"),
        level(patrol_late, "risk_patrol_late", gaps, 2, "risk.factor.patrol", "risk.value.patrol.late", "notice"),
        level(incidents, "risk_incidents", gaps, 5, "risk.factor.incidents", "risk.value.incidents.any", "habit"),
        first_day(thaw_from, "season_thaw_from", 301, "season.thaw"),
        first_day(spring_from, "season_spring_from", 421, "season.spring"),
        first_day(summer_from, "season_summer_from", 601, "season.summer"),
        first_day(autumn_from, "season_autumn_from", 821, "season.autumn"),
        first_day(freeze_up_from, "season_freeze_up_from", 1101, "season.freeze_up"),
        first_day(ice_from, "season_ice_from", 1221, "season.ice"),
        month(open_01, "season_open_01", 10, "setting.season.open", "1", "open"),
        month(open_02, "season_open_02", 10, "setting.season.open", "2", "open"),
        month(open_03, "season_open_03", 20, "setting.season.open", "3", "open"),
        month(open_04, "season_open_04", 30, "setting.season.open", "4", "open"),
        month(open_05, "season_open_05", 60, "setting.season.open", "5", "open"),
        month(open_06, "season_open_06", 85, "setting.season.open", "6", "open"),
        month(open_07, "season_open_07", 100, "setting.season.open", "7", "open"),
        month(open_08, "season_open_08", 100, "setting.season.open", "8", "open"),
        month(open_09, "season_open_09", 60, "setting.season.open", "9", "open"),
        month(open_10, "season_open_10", 30, "setting.season.open", "10", "open"),
        month(open_11, "season_open_11", 20, "setting.season.open", "11", "open"),
        month(open_12, "season_open_12", 10, "setting.season.open", "12", "open"),
        month(ice_01, "season_ice_01", 40, "setting.season.ice", "1", "ice"),
        month(ice_02, "season_ice_02", 50, "setting.season.ice", "2", "ice"),
        month(ice_03, "season_ice_03", 90, "setting.season.ice", "3", "ice"),
        month(ice_04, "season_ice_04", 80, "setting.season.ice", "4", "ice"),
        month(ice_05, "season_ice_05", 0, "setting.season.ice", "5", "ice"),
        month(ice_06, "season_ice_06", 0, "setting.season.ice", "6", "ice"),
        month(ice_07, "season_ice_07", 0, "setting.season.ice", "7", "ice"),
        month(ice_08, "season_ice_08", 0, "setting.season.ice", "8", "ice"),
        month(ice_09, "season_ice_09", 0, "setting.season.ice", "9", "ice"),
        month(ice_10, "season_ice_10", 0, "setting.season.ice", "10", "ice"),
        month(ice_11, "season_ice_11", 80, "setting.season.ice", "11", "ice"),
        month(ice_12, "season_ice_12", 60, "setting.season.ice", "12", "ice"),
        band(band_yellow, "risk_band_yellow", 30, "risk.level.yellow"),
        band(band_orange, "risk_band_orange", 50, "risk.level.orange"),
        band(band_red, "risk_band_red", 70, "risk.level.red"),
        interval(patrol_days_summer, "patrol_days_summer", 7, "setting.patrol.summer"),
        interval(patrol_days_other, "patrol_days_other", 30, "setting.patrol.other"),
    };
}
inline constexpr std::array<HabitRow, habit_count> habit_table = made_habit_table();

}  // namespace xiaoan::water
