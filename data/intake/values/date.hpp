// Dates and moments as people write them, to the register's own form.
#pragma once

#include "data/intake/date_system.hpp"
#include "data/intake/values/reading.hpp"
#include "data/kinds/cell.hpp"

#include <string_view>

namespace xiaoan::data {

/// A date: 2026-3-1, 2026.3.1, 2026/03/01, 2026年3月1日, 20260301, each also with a time behind it, which is left out;
/// a serial number of five digits (days from 1927 to 2173); 无 or none, which says that there is none.
/// Faults: incomplete_date for a year or a month alone, bad_date for anything else: days that do not exist, years of
/// two digits, orders other than year, month, day, years outside 1900 to 2199. Text that is blank is a bad_date too:
/// the caller knows what an empty cell means.
[[nodiscard]] Reading<DateCell> parse_date(std::string_view text, DateSystem system = DateSystem::from_1900);

/// The same for the end of a period: 2026年12月, 2026-12 and 2026.12 mean the last day of that month.
[[nodiscard]] Reading<DateCell> parse_period_end(std::string_view text, DateSystem system = DateSystem::from_1900);

/// A date with a time of day: any form of parse_date, then a space or T, then any form of parse_time; also an ISO
/// 8601 zone, which is turned into the civil time of Asia/Shanghai (UTC+8, no summer time since 1991), or a serial
/// number with a fraction. bad_timestamp where either is missing. Fractions of a second are cut off.
[[nodiscard]] Reading<Timestamp> parse_timestamp(std::string_view text, DateSystem system = DateSystem::from_1900);

}  // namespace xiaoan::data
