// A moment as people and the log write it: ISO 8601 with its offset, or civil time in Asia/Shanghai.
#pragma once

#include "data/kinds/cell.hpp"

#include <string>
#include <string_view>

namespace xiaoan::data {

/// "2026-11-23T09:15:02+08:00", "2026-11-23T01:15:02Z"; without offset civil time in Asia/Shanghai. A space may stand
/// for the T, fractions of a second are dropped. What is not said counts to its end: a date alone is the last second
/// of that day, 09:15 the last of that minute. Not given for any other text; never throws.
[[nodiscard]] Timestamp moment_from_iso(std::string_view text);
/// "2026-11-20 23:59:59", civil time in Asia/Shanghai; nothing for a moment that is not given.
[[nodiscard]] std::string shown_moment(Timestamp moment);

}  // namespace xiaoan::data
