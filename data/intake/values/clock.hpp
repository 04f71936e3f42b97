// Times of day as people write them: 7:05, 07:05:00, 7时05分, 下午3:05, fractions of a day.
#pragma once

#include "data/intake/values/reading.hpp"
#include "data/intake/values/scanner.hpp"
#include "data/kinds/cell.hpp"

#include <optional>
#include <string_view>

namespace xiaoan::data {

/// A time of day; seconds are read and left out. A fraction of a day must have a decimal point (0.2951).
/// bad_time for everything else, 24:00 and a bare hour included.
[[nodiscard]] Reading<TimeOfDay> parse_time(std::string_view text);

/// The second of the day of the time that comes next, fractions of a second cut off; empty where there is none.
[[nodiscard]] std::optional<int> scan_clock(Scanner& scanner);

}  // namespace xiaoan::data
