// Cases as they lie in the register: read whole, opened, replied to, closed.
#pragma once

#include "data/register/cases.hpp"
#include "data/register/commands.hpp"
#include "data/register/recorded_change.hpp"
#include "data/register/result.hpp"

#include <vector>

namespace xiaoan::data {

/// All cases with their rules and events, ascending by id.
[[nodiscard]] std::vector<Case> read_cases(const SQLite::Database& db);

/// Each makes one entry of the log, or is refused. The number is the year of opening and a running number.
Result<std::optional<ChangeId>> open_cases(RecordedChange& change, const OpenCases& asked, const Actor& actor);
Result<std::optional<ChangeId>> reply_case(RecordedChange& change, const ReplyCase& asked, const Actor& actor);
Result<std::optional<ChangeId>> close_case(RecordedChange& change, const CloseCase& asked, const Actor& actor);

}  // namespace xiaoan::data
