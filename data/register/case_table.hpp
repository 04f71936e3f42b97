// Cases as they lie in the register: read, opened, taken from step to step.
#pragma once

#include "data/register/cases.hpp"
#include "data/register/commands.hpp"
#include "data/register/recorded_change.hpp"
#include "data/register/result.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// All cases with all that belongs to them, ascending by id.
[[nodiscard]] std::vector<Case> read_cases(const SQLite::Database& db);
/// `before` with the cases of these ids (ascending) read anew.
[[nodiscard]] std::vector<Case> reread_cases(const SQLite::Database& db, const std::vector<Case>& before,
                                             std::span<const RecordId> ids);

/// Each makes one entry of the log, or is refused. The number is the year of opening and a running number.
Result<std::optional<ChangeId>> open_cases(RecordedChange& change, const OpenCases& asked, const Actor& actor);
Result<std::optional<ChangeId>> step_case(RecordedChange& change, const StepCase& asked, const Actor& actor);

// What both write, within their change.

/// Opens one case, or lets its findings join the living one: the number. Rejected as OpenCase says; case_open_already
/// (arguments: number, subject) where the living case holds them all.
Result<std::string> open_or_join(RecordedChange& change, const OpenCase& asked, const Actor& actor);
/// Empty where the register has no case of this number or id.
[[nodiscard]] std::optional<Case> read_case(const SQLite::Database& db, std::string_view number);
/// Adds a step; its place among the case's steps.
std::int64_t add_case_event(const SQLite::Database& db, RecordId of, const Actor& actor, const CaseEvent& event);
void add_case_rules(const SQLite::Database& db, RecordId of, std::span<const CaseRule> rules);
/// In place of those there are; none leaves them.
void set_addressees(const SQLite::Database& db, RecordId of, std::span<const CaseAddressee> addressees);
[[nodiscard]] LogEntry case_log_entry(std::string_view command, const Actor& actor, std::string reason,
                                      std::size_t touched);

}  // namespace xiaoan::data
