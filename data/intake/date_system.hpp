// Days counted as spreadsheets do: serial numbers to dates and times, in both systems.
#pragma once

#include "data/kinds/cell.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace xiaoan::data {

/// Which day a workbook counts from. 1900: 1 is 1900-01-01 and 60 the 29 February 1900 that never was; 1904: 0 is
/// 1904-01-01. ECMA-376 part 1, 18.17.4.1.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

/// What a serial number means. Below 1 there is no date, only a time of day.
struct SerialMoment {
    std::optional<Date> date;
    std::int32_t second_of_day = 0;
    bool has_time = false;  // the serial had a fraction
};

/// The moment of a serial number, rounded to the second. Empty for negative numbers, for the 29 February 1900 and past
/// the year 9999.
[[nodiscard]] std::optional<SerialMoment> moment_from_serial(double serial, DateSystem system);

/// The moment as text: 2026-03-01, 2026-03-01T07:05:00 or 07:05:00. `timed` asks for the time where it is midnight.
[[nodiscard]] std::string iso(const SerialMoment& moment, bool timed);

}  // namespace xiaoan::data
