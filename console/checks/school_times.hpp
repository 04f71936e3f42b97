// When pupils travel: the hours around school, and the days on which there is school.
#pragma once

#include "console/rules/calendar.hpp"

namespace xiaoan::checks {

/// 05:00 to 08:00 or 15:00 to 18:30, both ends included: the hours in which reports place illegal carriage (a habit).
[[nodiscard]] bool is_school_time(data::Timestamp moment);

using rules::is_school_day;

/// The end of a boarder's week: Friday from 12:00, or the day of return, Sunday from 12:00.
[[nodiscard]] bool is_boarders_travel(data::Timestamp moment);

[[nodiscard]] data::Date date_of(data::Timestamp moment);
[[nodiscard]] int minute_of_day(data::Timestamp moment);

}  // namespace xiaoan::checks
