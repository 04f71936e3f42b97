// Vehicles that look like illegal carriage of pupils: in no register, and seen as regulations describe it. A suspect is
// a lead for police and transport, never a verdict; a parent's car is not to be accused.
#pragma once

#include "console/rules/school_year.hpp"
#include "data/register/snapshot.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

inline constexpr double gate_reach_m = 500;        // of a school, the reports say "about 500 m of a gate"
inline constexpr std::size_t days_of_a_habit = 3;  // seen so on at least so many school days
inline constexpr std::size_t signs_of_a_suspect = 2;

/// One sign with what it rests on and its points (defaults; they order work and prove nothing).
struct Sign {
    std::string_view sign;
    std::string value;
    int points = 0;
};

struct Suspect {
    std::string registration_number;
    int score = 0;
    std::size_t sightings = 0;       // that count: near a school at school times, near boarders when they travel
    std::vector<data::Date> days{};  // on which it was seen so, ascending
    data::Timestamp first;           // of those sightings
    data::Timestamp last;
    std::vector<Sign> signs;
    std::vector<const data::Sighting*> seen;   // all its sightings, by time
    std::vector<const data::School*> schools;  // near whose gates, by code
    std::string resembles;  // the number of a registered bus one character away; empty where there is none
};

struct Suspects {
    std::vector<Suspect> suspects;  // highest score first, then more days, then by number
    std::size_t sightings = 0;      // looked at
    std::size_t vehicles = 0;       // looked at
    std::size_t registered = 0;     // vehicles that the register holds, by their number or with O for 0, I for 1
    std::size_t without_place = 0;  // sightings with neither a position nor a school's name
};

/// Sightings from `since` (if given) to the end of `as_of`. A vehicle is a suspect when the register holds no bus of
/// its number (nor, that day, a substitute of it) and at least two signs are found: seen so on three or more school
/// days; near several schools; overload, kind of vehicle, seats or film, payment or several uniforms in the notes; two
/// or more days on which boarders travel. What counts: a sighting near a gate at a school time of a school day, and one
/// near a school with boarders in the hours in which they travel, the day of return too. Riders seen add points and are
/// no sign of their own: so does every parent's car. Pointers live as long as the snapshot.
[[nodiscard]] Suspects suspects(const data::Snapshot& snapshot, const rules::SchoolDays& school_days, data::Date as_of,
                                std::optional<data::Date> since = {});

/// {"suspects":[{"registration_number","score","sightings","days","first","last","signs":[{"sign","value","points"}],
/// "resembles"}]}
[[nodiscard]] std::string suspects_json(const Suspects& found);

}  // namespace xiaoan::checks
