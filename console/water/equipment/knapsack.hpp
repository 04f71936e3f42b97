// The most valuable choice of things within a budget, exactly: 0/1 knapsack whose things have few different prices.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace xiaoan::water {

struct Thing {
    std::int64_t price = 0;  // above 0
    std::int64_t value = 0;  // not negative; the sum of all fits into 63 bits
};

/// Indices of the things chosen, ascending: no other choice whose prices add up to `budget` or less has a higher sum of
/// values. Of things equal in price and value the earlier are chosen.
///
/// Things of one price are only ever taken from the most valuable down, so that a choice is a number for each price;
/// the sum of the best k is concave in k. Prices are taken one after the other: for each sum of money the best number
/// at this price, found by the monotony of the best number (divide and conquer over each residue of the sums), so that
/// the time is the number of prices times B log B, B the budget in units of the greatest common divisor of the prices.
/// Method: knapsack by dynamic programming, H. Kellerer, U. Pferschy, D. Pisinger, "Knapsack Problems" (2004), 2.3 and
/// 7.2; concave (max,+) convolution, D. Axiotis and C. Tzamos, ICALP 2019.
/// Memory: 12 bytes a unit of money and 4 more a price. Empty where B would be above `most_units`.
[[nodiscard]] std::optional<std::vector<std::size_t>> best_choice(std::span<const Thing> things, std::int64_t budget,
                                                                  std::int64_t most_units = 5'000'000);

}  // namespace xiaoan::water
