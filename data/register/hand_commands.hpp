// The two commands that a person gives by hand on one record: put and retire.
#pragma once

#include "data/register/edit_state.hpp"

namespace xiaoan::data {

/// Adds the record, or changes its fields, the key's own too. Says what it did.
Result<PutResult> put_record(Edit::State& edit, const PutRecord& asked);

Result<PutResult> retire_record(Edit::State& edit, const RetireRecord& asked, const Actor& actor);

}  // namespace xiaoan::data
