// Since when a condition has held without a break, from the days on which it can change.
#pragma once

#include "data/kinds/cell.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace xiaoan::rules {

/// The first day of the unbroken time up to `as_of` on which `holds(day)`. It can turn on the days of `changes` only,
/// in any order and also later ones, and is true on `as_of`. Not given where it held before the first of them already.
template <class Holds>
[[nodiscard]] data::DateCell unbroken_since(data::Date as_of, std::vector<data::Date> changes, Holds holds)
{
    std::ranges::sort(changes, std::greater{});
    data::DateCell since;
    for (const data::Date day : changes) {
        if (day > as_of) continue;
        if (!holds(day)) return since;
        since = data::DateCell{day};
    }
    return holds(changes.empty() ? as_of : changes.back() - std::chrono::days{1}) ? data::DateCell{} : since;
}

}  // namespace xiaoan::rules
