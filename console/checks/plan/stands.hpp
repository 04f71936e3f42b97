// Where and when a team can stand, and which vehicles it would see there: the planning of a joint check in plain
// numbers, without names or maps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace xiaoan::checks {

/// A team at one place for one slot of time.
struct Stand {
    std::uint32_t place = 0;
    std::uint32_t slot = 0;
    std::vector<std::uint32_t> sees{};  // vehicles, ascending, each once
};

struct StandProblem {
    std::size_t places = 0;
    std::size_t slots = 0;
    std::vector<int> weights;        // one a vehicle, above 0
    std::vector<Stand> stands;       // ascending by slot, then place, each pair once
    std::vector<std::uint8_t> lags;  // places × places: whole slots that a drive from one place to the other takes
    [[nodiscard]] std::uint8_t lag(std::size_t from, std::size_t to) const { return lags[from * places + to]; }
};

/// A lag that no day is long enough for.
inline constexpr std::uint8_t unreachable = 255;

/// The stands of one team in the order of time; each can be reached from the one before it.
using Tour = std::vector<std::uint32_t>;

/// The weight of all vehicles that any of the tours sees, each counted once.
[[nodiscard]] int weight_of(const StandProblem& problem, std::span<const Tour> tours);

/// The vehicles that a tour sees, ascending, each once.
[[nodiscard]] std::vector<std::uint32_t> seen_on(const StandProblem& problem, const Tour& tour);

/// Whether every stand of the tour can be reached from the one before it.
[[nodiscard]] bool is_drivable(const StandProblem& problem, const Tour& tour);

}  // namespace xiaoan::checks
