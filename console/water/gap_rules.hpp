// The rules on what must stand at a water: what each asks for, what it rests on, whether a water breaks it on a date.
#pragma once

#include "console/water/gaps.hpp"
#include "data/kinds/water.hpp"
#include "data/register/judging.hpp"

#include <span>
#include <string_view>
#include <vector>

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

/// What gaps are judged by on a date beside the records: the bureau's numbers, and what a person has set aside.
struct GapBasis {
    data::Date as_of{};
    Habits habits{};
    std::vector<const data::Silencing*> waivers{};  // of waters, in force on the day; live as long as the judging
    friend bool operator==(const GapBasis&, const GapBasis&) = default;
};
[[nodiscard]] GapBasis gap_basis(const data::Judging& judging, data::Date as_of);

/// What sets a gap of a water aside; null where nothing does. The rule's id has '?' where nobody has verified it.
[[nodiscard]] const data::Silencing* waiver_of(const data::Water& water, std::string_view rule, const GapBasis& basis);

/// A measure that does not stand at a water, or that nobody has verified.
struct Lack {
    const GapRule* rule = nullptr;
    bool unverified = false;
    const data::Silencing* waiver = nullptr;  // null: it counts

    [[nodiscard]] std::string rule_id() const;  // WATER-ROPE-NONE, WATER-ROPE-NONE?
};
/// In the order of the rules, with what is set aside.
[[nodiscard]] std::vector<Lack> lacks_of(const data::Water& water, const GapBasis& basis);
/// Whether the water is known to lack something that is not set aside.
[[nodiscard]] bool has_gap(const data::Water& water, const GapBasis& basis);

/// The first day on which it stood so, as far as the record tells: of a late patrol the day after its interval.
[[nodiscard]] data::DateCell gap_since(const data::Water& water, std::string_view measure, data::Date as_of,
                                       const Habits& habits);

}  // namespace xiaoan::water
