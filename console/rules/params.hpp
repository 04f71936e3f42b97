// What the rules take as given where the law leaves it open: a bureau's habit, or a province's rule.
#pragma once

#include "data/kinds/cell.hpp"

#include <optional>

namespace xiaoan::rules {

/// How "not above 60" is read (校车安全管理条例, article 23(1)).
enum class AgeMode : std::uint8_t {
    strict,         // through the 60th birthday
    completed_year  // through the day before the 61st
};

struct Params {
    int driver_max_age = 60;
    AgeMode age_mode = AgeMode::strict;
    /// Until this day vehicles that are no dedicated school buses may carry primary pupils and kindergarten children
    /// (article 62, fixed by the province). Not established for Jilin: not given.
    data::DateCell transition_end{};
    /// Working days of the government for its decision, from the report; not established for Jilin: empty.
    std::optional<int> gov_decision_workdays{};
    int plate_return_workdays = 5;
    int notice_days = 30;
    int time_mismatch_min = 15;
    int maintenance_days = 90;
    int age_notice_days = 365;
    /// Of recorded tracks the days up to the date that are looked at.
    int track_days = 30;
    /// Outside motorways (article 35); a bureau whose routes are on motorways may say 80.
    int speed_limit_kmh = 60;
    friend bool operator==(const Params&, const Params&) = default;
};

}  // namespace xiaoan::rules
