// Validity as the law counts it: the last valid day is inclusive, and what is left is counted in calendar days.
#pragma once

#include "data/kinds/cell.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace xiaoan::rules {

/// A day that has come: given, and not after the date.
[[nodiscard]] constexpr bool by(const data::DateCell& cell, data::Date as_of)
{
    return cell.has_date() && cell.date() <= as_of;
}

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

/// The earlier of two days; where one of them is not known, the other.
[[nodiscard]] constexpr data::DateCell earlier(const data::DateCell& one, const data::DateCell& other)
{
    if (!one.has_date() || !other.has_date()) return one.has_date() ? one : other;
    return data::DateCell{std::min(one.date(), other.date())};
}

/// The later of two days; where one of them is not known, the other.
[[nodiscard]] constexpr data::DateCell later(const data::DateCell& one, const data::DateCell& other)
{
    if (!one.has_date() || !other.has_date()) return one.has_date() ? one : other;
    return data::DateCell{std::max(one.date(), other.date())};
}

[[nodiscard]] inline std::string days_text(std::chrono::days days)
{
    return std::to_string(days.count());
}

}  // namespace xiaoan::rules
