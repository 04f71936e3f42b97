// Which vehicles pass which places on a day, and when: what a check can see.
#pragma once

#include "console/rules/dossier.hpp"
#include "geo/position.hpp"

#include <span>
#include <string>
#include <vector>

namespace xiaoan::checks {

/// A place where a team may stand without endangering pupils: a stop, or a school's gate.
struct CheckPlace {
    std::string name;
    geo::Position at;
};

/// All stops and gates with a position; stops of several routes within some ten metres are one place. By name, then
/// position.
[[nodiscard]] std::vector<CheckPlace> check_places(const data::Snapshot& snapshot);

struct Passing {
    std::uint32_t vehicle = 0;  // place in the list of buses asked for
    std::uint32_t place = 0;    // place in the list of places
    double minute = 0;          // after midnight
};

/// Why a bus is on no road where it could be met.
enum class NotMet : std::uint8_t {
    none,          // it can be met
    no_run,        // no run of that day is recorded
    replaced,      // another bus drives in its place that day
    no_route,      // its runs name no route with a geometry or stops
    no_time,       // neither run nor route nor stops give a time
    not_in_hours,  // it runs outside the hours of the check, or out of sight of every place
    no_school      // it would run but for a holiday, or runs on school days, and this is none
};

struct Passings {
    std::vector<Passing> all;     // in no order
    std::vector<NotMet> why_not;  // one a bus asked for
};

/// `buses` are indices of the dossiers. A run is made on a date within its term, on its weekdays but not in holidays,
/// or on school days where it names none; a bus that replaces another that day makes the other's runs. A place is
/// passed when the route's line comes within `sight_m` of it.
[[nodiscard]] Passings passings(const rules::Dossiers& dossiers, std::span<const std::size_t> buses, data::Date date,
                                std::span<const CheckPlace> places, double sight_m);

}  // namespace xiaoan::checks
