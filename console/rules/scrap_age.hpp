// The day on which a vehicle reaches its scrap age, as far as its papers tell.
#pragma once

#include "console/rules/calendar.hpp"
#include "console/rules/vehicle.hpp"

namespace xiaoan::rules {

/// The corresponding day of the last year counts: first registered 2011-11-23 and 15 years is 2026-11-23.
struct ScrapAge {
    data::DateCell perhaps_on{};  // from here on it may be too old, by the shortest limit that its papers allow
    data::DateCell surely_on{};   // from here on it is; not given where it has no limit
    bool unknown = false;         // nobody wrote down when it was registered
};

[[nodiscard]] inline ScrapAge scrap_age(ServiceLimit limit, const data::DateCell& ages_from)
{
    ScrapAge age;
    if (limit == ServiceLimit{}) return age;
    age.unknown = !ages_from.has_date();
    if (age.unknown) return age;
    const data::Date from = ages_from.date();
    if (limit.at_least != 0) age.perhaps_on = data::DateCell{years_later(from, limit.at_least)};
    if (limit.at_most != 0) age.surely_on = data::DateCell{years_later(from, limit.at_most)};
    return age;
}

}  // namespace xiaoan::rules
