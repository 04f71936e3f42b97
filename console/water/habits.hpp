// Every number of the risk of waters: points, steps, distances, seasons, bands, intervals of patrols. Defaults that a
// bureau may change as settings of the register, with a source; none of them is law (regulations.md 6.3 and 6.4).
#pragma once

#include "console/settings/standing.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace xiaoan::water {

/// A bound of a step is the largest value that belongs to it. What is in order gives no points: no number stands for
/// it.
enum class Habit : std::uint8_t {
    // exposure: bounds of steps, points, how far is looked
    distance_1_m,
    distance_2_m,
    distance_3_m,
    distance_4_m,
    distance_5_m,
    near_reach_m,
    distance_1,
    distance_2,
    distance_3,
    distance_4,
    distance_5,
    pupils_1_most,
    pupils_2_most,
    pupils_3_most,
    pupils_1,
    pupils_2,
    pupils_3,
    pupils_4,
    pupils_reach_m,
    on_the_way,
    on_the_way_unknown,
    stop_reach_m,
    route_reach_m,
    dwellings_unknown,
    left_behind_unknown,
    // hazard
    kind_river,
    kind_canal,
    kind_sandpit,
    kind_reservoir,
    kind_lake,
    kind_pond,
    kind_fishpond,
    kind_ditch,
    kind_unknown,
    depth_1_cm,
    depth_2_cm,
    depth_3_cm,
    depth_2,
    depth_3,
    depth_4,
    depth_unknown,
    bank_steep,
    bank_vertical,
    bank_unknown,
    current_slow,
    current_fast,
    current_unknown,
    // gaps and history
    warning_sign_none,
    warning_sign_unknown,
    lifebuoy_none,
    lifebuoy_unknown,
    rope_none,
    rope_unknown,
    pole_none,
    pole_unknown,
    fence_none,
    fence_unknown,
    duty_holder_none,
    duty_holder_no_phone,
    patrol_late,
    incidents,
    // first days of the seasons (month × 100 + day), factors of the months in hundredths
    thaw_from,
    spring_from,
    summer_from,
    autumn_from,
    freeze_up_from,
    ice_from,
    open_01,
    open_02,
    open_03,
    open_04,
    open_05,
    open_06,
    open_07,
    open_08,
    open_09,
    open_10,
    open_11,
    open_12,
    ice_01,
    ice_02,
    ice_03,
    ice_04,
    ice_05,
    ice_06,
    ice_07,
    ice_08,
    ice_09,
    ice_10,
    ice_11,
    ice_12,
    // bands: from so many points; patrols: every so many days
    band_yellow,
    band_orange,
    band_red,
    patrol_days_summer,
    patrol_days_other
};
inline constexpr std::size_t habit_count = static_cast<std::size_t>(Habit::patrol_days_other) + 1;

/// The numbers that count.
class Habits {
public:
    /// The defaults.
    Habits();
    [[nodiscard]] int operator[](Habit habit) const { return values_[static_cast<std::size_t>(habit)]; }
    friend bool operator==(const Habits&, const Habits&) = default;

private:
    friend Habits habits_of(std::span<const data::Setting> settings);
    std::array<int, habit_count> values_;
};

/// The defaults with these settings, as settings::values_of reads them.
[[nodiscard]] Habits habits_of(std::span<const data::Setting> settings);

/// One a habit, in their order.
[[nodiscard]] settings::Infos habit_settings();

/// A number that is not its default.
struct ChangedHabit {
    const settings::SettingInfo* setting = nullptr;
    std::string value;  // as a setting keeps it
};
/// In the order of the habits.
[[nodiscard]] std::vector<ChangedHabit> changed_habits(const Habits& habits);

}  // namespace xiaoan::water
