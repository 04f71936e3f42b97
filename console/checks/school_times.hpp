// When pupils travel: the hours around school, and the days on which there is school.
#pragma once

#include "console/rules/school_year.hpp"

namespace xiaoan::checks {

/// 05:00 to 08:00 or 15:00 to 18:30, both ends included: the hours in which reports place illegal carriage (a habit).
[[nodiscard]] bool is_school_time(data::Timestamp moment);

/// When boarders go home or come back: from 12:00 on the last school day before days off (as a rule Friday), and on the
/// last day before school goes on (as a rule Sunday).
[[nodiscard]] bool is_boarders_travel(const rules::SchoolDays& days, data::Timestamp moment);

[[nodiscard]] data::Date date_of(data::Timestamp moment);
[[nodiscard]] int minute_of_day(data::Timestamp moment);

}  // namespace xiaoan::checks
