// The steps a date field makes, and dates as text.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::shell {

using Day = std::chrono::sys_days;

/// The same day `months` later; the month's last day where it has no such day (01-31 plus one month: 02-28 or 02-29).
[[nodiscard]] Day months_later(Day day, int months) noexcept;
/// The first day of its month.
[[nodiscard]] Day month_of(Day day) noexcept;
/// The Monday on or before the first of a month: where its sheet of six weeks begins.
[[nodiscard]] Day first_shown(Day month) noexcept;
/// 2026-11-23.
[[nodiscard]] std::string iso_text(Day day);
/// Reads 2026-11-23, 2026-1-5, 2026/11/23, 2026.11.23, 20261123 and 2026年11月23日; empty if it is no day of the
/// calendar.
[[nodiscard]] std::optional<Day> day_from_text(std::string_view text);

}  // namespace xiaoan::shell
