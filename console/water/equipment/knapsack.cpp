#include "console/water/equipment/knapsack.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace xiaoan::water {

namespace {

/// Things of one price, the most valuable first, and what the best k of them are worth.
struct PriceClass {
    std::int64_t units = 0;
    std::vector<std::size_t> things;
    std::vector<std::int64_t> best;  // of k = 0, 1, …

    /// More than there are are worth no more than all: the sum stays concave.
    [[nodiscard]] std::int64_t worth(std::size_t count) const { return best[std::min(count, best.size() - 1)]; }
};

std::vector<PriceClass> classes_of(std::span<const Thing> things, std::int64_t unit)
{
    std::map<std::int64_t, std::vector<std::size_t>> by_price;
    for (std::size_t i = 0; i < things.size(); ++i)
        if (things[i].value > 0) by_price[things[i].price].push_back(i);
    std::vector<PriceClass> classes;
    for (auto& [price, of] : by_price) {
        std::ranges::stable_sort(of, std::greater{}, [&](std::size_t i) { return things[i].value; });
        PriceClass made{price / unit, std::move(of), {0}};
        for (const std::size_t i : made.things) made.best.push_back(made.best.back() + things[i].value);
        classes.push_back(std::move(made));
    }
    return classes;
}

/// The table of one more price over that of the prices before.
class Round {
public:
    Round(const PriceClass& of, std::span<const std::int64_t> before, std::span<std::int64_t> after,
          std::span<std::uint32_t> counts)
        : of_(of), before_(before), after_(after), counts_(counts)
    {
    }

    void fill()
    {
        const auto sums = static_cast<std::int64_t>(before_.size());
        for (std::int64_t residue = 0; residue < std::min(of_.units, sums); ++residue) {
            residue_ = residue;
            const std::int64_t last = (sums - 1 - residue) / of_.units;
            fill(0, last, 0, last);
        }
    }

private:
    [[nodiscard]] std::size_t at(std::int64_t step) const
    {
        return static_cast<std::size_t>(residue_ + step * of_.units);
    }

    /// Steps from `first` to `last`; what is spent before this price lies between the steps `low` and `high`.
    void fill(std::int64_t first, std::int64_t last, std::int64_t low, std::int64_t high)
    {
        if (first > last) return;
        const std::int64_t middle = first + (last - first) / 2;
        std::int64_t best = -1, best_step = low;
        for (std::int64_t step = low; step <= std::min(middle, high); ++step) {
            const std::int64_t value = before_[at(step)] + of_.worth(static_cast<std::size_t>(middle - step));
            if (value > best) {
                best = value;
                best_step = step;
            }
        }
        after_[at(middle)] = best;
        counts_[at(middle)] = static_cast<std::uint32_t>(
            std::min<std::int64_t>(middle - best_step, static_cast<std::int64_t>(of_.best.size()) - 1));
        fill(first, middle - 1, low, best_step);
        fill(middle + 1, last, best_step, high);
    }

    const PriceClass& of_;
    std::span<const std::int64_t> before_;
    std::span<std::int64_t> after_;
    std::span<std::uint32_t> counts_;
    std::int64_t residue_ = 0;
};

}  // namespace

std::optional<std::vector<std::size_t>> best_choice(std::span<const Thing> things, std::int64_t budget,
                                                    std::int64_t most_units)
{
    std::vector<std::size_t> chosen;
    std::int64_t unit = 0, all = 0;
    for (const Thing& each : things) {
        unit = std::gcd(unit, each.price);
        all += each.price;
    }
    if (unit == 0 || budget < unit) return chosen;
    if (budget >= all) {
        for (std::size_t i = 0; i < things.size(); ++i)
            if (things[i].value > 0) chosen.push_back(i);
        return chosen;
    }
    const std::int64_t units = budget / unit;
    if (units > most_units) return std::nullopt;

    const auto classes = classes_of(things, unit);
    std::vector<std::int64_t> table(static_cast<std::size_t>(units) + 1), next(table.size());
    std::vector<std::vector<std::uint32_t>> counts;
    for (const PriceClass& each : classes) {
        counts.emplace_back(table.size());
        Round(each, table, next, counts.back()).fill();
        std::swap(table, next);
    }
    auto left = static_cast<std::size_t>(units);
    for (std::size_t i = classes.size(); i > 0; --i) {
        const PriceClass& of = classes[i - 1];
        const std::size_t count = counts[i - 1][left];
        chosen.insert(chosen.end(), of.things.begin(), of.things.begin() + static_cast<std::ptrdiff_t>(count));
        left -= count * static_cast<std::size_t>(of.units);
    }
    std::ranges::sort(chosen);
    return chosen;
}

}  // namespace xiaoan::water
