// The rules on what must stand at a water: what each asks for, what it rests on, whether a water breaks it on a date.
#pragma once

#include "console/water/gaps.hpp"
#include "data/kinds/water.hpp"

#include <span>
#include <string_view>

namespace xiaoan::water {

/// A finding of one of these is of grade R: a term to put it right. None is law by its number: the notice of the five
/// ministries asks for signs, equipment, a named unit and person and patrols; what stands for them (the four ones, the
/// patrol's interval) is the habit of local practice (regulations.md 6.1).
struct GapRule {
    std::string_view id;       // WATER-LIFEBUOY-NONE
    std::string_view measure;  // one of `measures`
    std::string_view basis_zh;
    std::string_view basis_en;
};

/// In the order of `measures`.
[[nodiscard]] std::span<const GapRule> gap_rules();
/// The rule with this id; a trailing '?' is ignored. Null where there is none.
[[nodiscard]] const GapRule* find_gap_rule(std::string_view id);
/// The rule on one of `measures`.
[[nodiscard]] const GapRule& gap_rule_of(std::string_view measure);

/// How often a water is to be patrolled on this date, in days: by default 7 in summer, 30 otherwise.
[[nodiscard]] int patrol_interval_days(data::Date as_of, const Habits& habits);

/// How one of `measures` stands at a water on a date, by its record alone. A duty holder without a phone is missing; a
/// patrol that is older than its interval too. The same as measure_at() says of the water's score.
[[nodiscard]] Measure measure_of(const data::Water& water, std::string_view measure, data::Date as_of,
                                 const Habits& habits);

/// The first day on which it stood so, as far as the record tells: of a late patrol the day after its interval.
[[nodiscard]] data::DateCell gap_since(const data::Water& water, std::string_view measure, data::Date as_of,
                                       const Habits& habits);

}  // namespace xiaoan::water
