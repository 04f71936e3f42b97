// Stands written in a file: as `checks plan` prints a plan in JSON, perhaps changed by hand.
#pragma once

#include "console/checks/plan/coverage.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

/// What is wrong: a word (no_json, no_plan, bad_team, bad_time, bad_place) and which stand, counted from 1 (0: the file
/// as a whole).
struct StandsFault {
    std::string_view what;
    std::size_t stand = 0;
};

/// {"plan":[{"team","from","to","place":{"name","lon","lat"}}]}; other keys are passed over. A team is 1 to 50, times
/// are 06:30 with the end after the begin, a place lies in degrees. The name may be missing.
[[nodiscard]] std::expected<std::vector<GivenStand>, StandsFault> read_stands(std::string_view json);

}  // namespace xiaoan::checks
