// Validity as the law counts it: the last valid day is inclusive, and what is left is counted in calendar days.
#pragma once

#include "data/kinds/cell.hpp"

#include <optional>
#include <string>

namespace xiaoan::rules {

/// Notice is given this long before a day that lapses.
inline constexpr int notice_days = 30;

/// Expired: the date lies after the last valid day.
[[nodiscard]] constexpr bool has_ended(const data::DateCell& valid_to, data::Date as_of)
{
    return valid_to.has_date() && as_of > valid_to.date();
}

/// Days left to the last valid day, 0 on that day; empty where it is past or not given.
[[nodiscard]] constexpr std::optional<int> days_left(const data::DateCell& valid_to, data::Date as_of)
{
    if (!valid_to.has_date() || as_of > valid_to.date()) return std::nullopt;
    return static_cast<int>((valid_to.date() - as_of).count());
}

[[nodiscard]] inline std::string days_text(std::chrono::days days)
{
    return std::to_string(days.count());
}

}  // namespace xiaoan::rules
