// The best tour of one team, by dynamic programming over the stands it can reach one after another.
#pragma once

#include "console/checks/plan/stands.hpp"

#include <optional>
#include <span>
#include <vector>

namespace xiaoan::checks {

/// Works on one problem again and again with other prices of the vehicles; borrows it.
class TourSearch {
public:
    explicit TourSearch(const StandProblem& problem);

    struct Best {
        Tour tour{};
        double worth = 0;
    };
    /// The drivable tour worth most at these prices (one a vehicle, 0 or more), in the counting of times_seen(): exact
    /// in it, and never less than what the tour's vehicles are worth when each counts once.
    [[nodiscard]] Best best(std::span<const double> prices);

    /// All drivable tours worth at least `least` and, of those that see the same vehicles, one. Empty when there are
    /// more than `at_most` of them, or they are not found in `at_most` × 50 steps.
    [[nodiscard]] std::optional<std::vector<Tour>> all(std::span<const double> prices, double least,
                                                       std::size_t at_most);

private:
    static constexpr std::uint32_t no_stand = UINT32_MAX;
    /// What a tour can still gain from a slot on, if it goes on at a place.
    struct Onward {
        double worth = 0;
        std::uint32_t stand = no_stand;
    };

    void look_ahead(std::span<const double> prices);
    void sort_columns(std::size_t slot);
    [[nodiscard]] double overlap(std::uint32_t stand, const Stand& next) const;
    [[nodiscard]] Onward next(std::uint32_t from) const;
    [[nodiscard]] Onward best_at(std::uint32_t from, std::size_t column, std::size_t slot, double at_least) const;

    const StandProblem& problem_;
    std::span<const double> prices_;
    std::vector<std::uint32_t> open_places_;             // that have a stand
    std::vector<std::uint32_t> column_;                  // of a place in onward_
    std::vector<std::vector<std::uint32_t>> of_column_;  // stands at an open place, by slot
    std::vector<std::uint32_t> first_of_slot_;
    std::vector<double> worth_;            // of a stand alone
    std::vector<Onward> from_stand_;       // the best tour that begins with the stand, and how it goes on
    std::vector<Onward> onward_;           // (slots + 1) × open places; never more in a later slot
    std::vector<std::uint32_t> by_worth_;  // columns of the slot looked at, most worth first
};

/// How often a tour counts a vehicle: once a stand that sees it, but not where the stand just before it saw it too.
/// Never less than the vehicles it sees, each once. Ascending by vehicle.
struct TimesSeen {
    std::uint32_t vehicle = 0;
    int times = 0;
};
[[nodiscard]] std::vector<TimesSeen> times_seen(const StandProblem& problem, const Tour& tour);

}  // namespace xiaoan::checks
