#include "console/checks/plan/tours.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace xiaoan::checks {

namespace {

/// Calls `each` with every vehicle that both stands see.
template <class Each>
void for_common(const Stand& a, const Stand& b, Each&& each)
{
    auto left = a.sees.begin();
    auto right = b.sees.begin();
    while (left != a.sees.end() && right != b.sees.end()) {
        if (*left == *right) each(*left);
        const bool step_left = *left <= *right;
        const bool step_right = *right <= *left;
        left += step_left;
        right += step_right;
    }
}

}  // namespace

TourSearch::TourSearch(const StandProblem& problem)
    : problem_(problem),
      column_(problem.places, no_stand),
      first_of_slot_(problem.slots + 1),
      worth_(problem.stands.size()),
      from_stand_(problem.stands.size())
{
    for (std::uint32_t index = 0; index < problem.stands.size(); ++index) {
        const Stand& stand = problem.stands[index];
        if (column_[stand.place] == no_stand) {
            column_[stand.place] = static_cast<std::uint32_t>(open_places_.size());
            open_places_.push_back(stand.place);
            of_column_.emplace_back();
        }
        of_column_[column_[stand.place]].push_back(index);
    }
    onward_.resize((problem.slots + 1) * open_places_.size());
    for (std::size_t slot = 0; slot <= problem.slots; ++slot)
        first_of_slot_[slot] = static_cast<std::uint32_t>(
            std::ranges::lower_bound(problem.stands, slot, {}, &Stand::slot) - problem.stands.begin());
}

double TourSearch::overlap(std::uint32_t stand, const Stand& next) const
{
    double worth = 0;
    for_common(problem_.stands[stand], next, [&](std::uint32_t vehicle) { worth += prices_[vehicle]; });
    return worth;
}

/// The best way on at one place from a slot on, if it is worth more than `at_least`.
TourSearch::Onward TourSearch::best_at(std::uint32_t from, std::size_t column, std::size_t slot, double at_least) const
{
    const Onward& there = onward_[slot * open_places_.size() + column];
    if (there.worth <= at_least) return {at_least, no_stand};
    if (overlap(from, problem_.stands[there.stand]) <= 0) return there;
    // What the best stand there sees, this one has seen: another one there may be better.
    Onward best{at_least, no_stand};
    for (const auto stand : of_column_[column]) {
        if (problem_.stands[stand].slot < slot || from_stand_[stand].worth <= best.worth) continue;
        const double worth = from_stand_[stand].worth - overlap(from, problem_.stands[stand]);
        if (worth > best.worth) best = {worth, stand};
    }
    return best;
}

TourSearch::Onward TourSearch::next(std::uint32_t from) const
{
    const Stand& stand = problem_.stands[from];
    const std::size_t width = open_places_.size();
    const std::uint8_t* const lags = problem_.lags.data() + stand.place * problem_.places;
    const Onward* const at_once = onward_.data() + (stand.slot + 1) * width;
    Onward best;
    for (const auto column : by_worth_) {
        if (at_once[column].worth <= best.worth) break;  // a way on is worth no more for being reached later
        const std::size_t slot = stand.slot + 1U + lags[open_places_[column]];
        if (slot >= problem_.slots) continue;
        if (const Onward there = best_at(from, column, slot, best.worth); there.stand != no_stand) best = there;
    }
    return best;
}

void TourSearch::sort_columns(std::size_t slot)
{
    const Onward* const row = onward_.data() + slot * open_places_.size();
    by_worth_.clear();
    for (std::uint32_t column = 0; column < open_places_.size(); ++column)
        if (row[column].worth > 0) by_worth_.push_back(column);
    std::ranges::stable_sort(by_worth_, std::ranges::greater{},
                             [row](std::uint32_t column) { return row[column].worth; });
}

void TourSearch::look_ahead(std::span<const double> prices)
{
    prices_ = prices;
    const std::size_t width = open_places_.size();
    std::fill_n(onward_.begin() + static_cast<std::ptrdiff_t>(problem_.slots * width), width, Onward{});
    for (std::size_t slot = problem_.slots; slot-- > 0;) {
        sort_columns(slot + 1);
        Onward* const now = onward_.data() + slot * width;
        std::copy_n(now + width, width, now);
        for (std::uint32_t index = first_of_slot_[slot]; index < first_of_slot_[slot + 1]; ++index) {
            worth_[index] = 0;
            for (const auto vehicle : problem_.stands[index].sees) worth_[index] += prices[vehicle];
            from_stand_[index] = {};
            if (worth_[index] <= 0) continue;
            from_stand_[index] = next(index);
            from_stand_[index].worth += worth_[index];
            Onward& here = now[column_[problem_.stands[index].place]];
            if (from_stand_[index].worth > here.worth) here = {from_stand_[index].worth, index};
        }
    }
}

TourSearch::Best TourSearch::best(std::span<const double> prices)
{
    look_ahead(prices);
    Onward start;
    for (std::size_t column = 0; column < open_places_.size(); ++column)
        if (onward_[column].worth > start.worth) start = onward_[column];
    Best found{{}, start.worth};
    for (auto stand = start.stand; stand != no_stand; stand = from_stand_[stand].stand) found.tour.push_back(stand);
    return found;
}

std::optional<std::vector<Tour>> TourSearch::all(std::span<const double> prices, double least, std::size_t at_most)
{
    look_ahead(prices);
    std::vector<Tour> tours;
    std::set<std::vector<std::uint32_t>> known;
    std::size_t steps_left = at_most * 50;
    Tour tour;
    // Depth first; a branch is left when even its best end stays below `least`.
    const auto extend = [&](const auto& again, double gained) -> bool {
        if (!tour.empty() && gained >= least && known.insert(seen_on(problem_, tour)).second) {
            tours.push_back(tour);
            if (tours.size() > at_most) return false;
        }
        const Stand* const last = tour.empty() ? nullptr : &problem_.stands[tour.back()];
        for (std::uint32_t index = last ? first_of_slot_[last->slot + 1] : 0; index < problem_.stands.size(); ++index) {
            if (worth_[index] <= 0 || gained + from_stand_[index].worth < least) continue;
            const Stand& stand = problem_.stands[index];
            if (last && stand.slot < last->slot + 1U + problem_.lag(last->place, stand.place)) continue;
            const double repeated = last ? overlap(tour.back(), stand) : 0;
            if (gained + from_stand_[index].worth - repeated < least) continue;
            if (steps_left-- == 0) return false;
            tour.push_back(index);
            if (!again(again, gained + worth_[index] - repeated)) return false;
            tour.pop_back();
        }
        return true;
    };
    if (!extend(extend, 0)) return std::nullopt;
    return tours;
}

std::vector<TimesSeen> times_seen(const StandProblem& problem, const Tour& tour)
{
    std::map<std::uint32_t, int> times;
    for (std::size_t place = 0; place < tour.size(); ++place) {
        const Stand& stand = problem.stands[tour[place]];
        for (const auto vehicle : stand.sees) ++times[vehicle];
        if (place > 0)
            for_common(problem.stands[tour[place - 1]], stand, [&](std::uint32_t vehicle) { --times[vehicle]; });
    }
    std::vector<TimesSeen> seen;
    for (const auto& [vehicle, count] : times) seen.push_back({vehicle, count});
    return seen;
}

}  // namespace xiaoan::checks
