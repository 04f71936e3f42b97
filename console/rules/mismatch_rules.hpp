// The rules on what a plate says against what is so: see the table in mismatch_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> mismatch_rules();

/// One field of the paper against what is driven: the run that differs first, else one that cannot be compared, else
/// the first; null where no run is current.
struct FieldMatch {
    Match match = Match::not_given;
    const RunFacts* run = nullptr;
    [[nodiscard]] bool differs() const { return match == Match::differs; }
};

/// The plate held, or without one the permit in force, compared with all current runs and the vehicle as the rules
/// PLATE-MISMATCH-* compare it. A difference that a filed substitution explains for this day is none.
struct PaperMatch {
    FieldMatch driver, route, time;
    Match owner = Match::not_given;
};
[[nodiscard]] PaperMatch paper_match(const BusOnDate& bus);

}  // namespace xiaoan::rules
