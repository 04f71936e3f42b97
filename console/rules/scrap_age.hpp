// The day on which a vehicle reaches its scrap age, as far as its papers tell.
#pragma once

#include "console/rules/calendar.hpp"
#include "console/rules/facts.hpp"

namespace xiaoan::rules {

/// The corresponding day of the last year counts: first registered 2011-11-23 and 15 years is 2026-11-23.
struct ScrapAge {
    data::DateCell perhaps_on{};  // from here on it may be too old, by the shortest limit that its papers allow
    data::DateCell surely_on{};   // from here on it is; not given where it has no limit
    bool unknown = false;         // nobody wrote down when it was registered
};

[[nodiscard]] inline ScrapAge scrap_age(const BusFacts& bus)
{
    ScrapAge age;
    if (bus.limit == ServiceLimit{}) return age;
    age.unknown = !bus.ages_from.has_date();
    if (age.unknown) return age;
    const data::Date from = bus.ages_from.date();
    if (bus.limit.at_least != 0) age.perhaps_on = data::DateCell{years_later(from, bus.limit.at_least)};
    if (bus.limit.at_most != 0) age.surely_on = data::DateCell{years_later(from, bus.limit.at_most)};
    return age;
}

}  // namespace xiaoan::rules
