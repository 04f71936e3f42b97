// Tables contested and settlement: read for a snapshot, written by imports and by those who settle conflicts.
#pragma once

#include "data/register/commands.hpp"
#include "data/register/conflict_records.hpp"
#include "data/register/edit.hpp"
#include "data/register/edit_state.hpp"
#include "data/register/statement.hpp"

#include <vector>

namespace xiaoan::data {

/// Ascending by id.
[[nodiscard]] std::vector<Contested> read_contested(const SQLite::Database& db);
[[nodiscard]] std::vector<Settlement> read_settlements(const SQLite::Database& db);

/// Keeps what a changed record held before `by` changed it.
void add_contested(Edit::State& edit, const KindInfo& kind, const PutResult& changed, Origin by);

/// Carries out what was decided: records put and retired, what was overwritten put back, and the decision itself, all
/// in the edit's change. Rejected as put and retire are; unknown_conflict where there is nothing to put back.
Result<void> settle_conflict(Edit::State& edit, const SettleConflict& asked, const Actor& actor);

}  // namespace xiaoan::data
