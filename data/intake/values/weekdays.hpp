// Days of the week on which a bus runs.
#pragma once

#include "data/intake/values/reading.hpp"

#include <string>
#include <string_view>

namespace xiaoan::data {

/// The days as ascending digits, 1 for Monday to 7 for Sunday: "12345" for 1-5, 1–5, 1,2,3,4,5, 12345, 一二三四五,
/// 周一至周五, 星期一、星期三, 每天. A range may run over Sunday (6-1). bad_weekdays for all else.
[[nodiscard]] Reading<std::string> parse_weekdays(std::string_view text);

}  // namespace xiaoan::data
