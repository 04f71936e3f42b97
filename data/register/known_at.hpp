// The register as it was held at an earlier moment: a copy in memory, the later changes taken back, newest first.
#pragma once

#include "data/register/commands.hpp"
#include "data/register/result.hpp"
#include "data/register/store.hpp"

namespace xiaoan::data {

/// As Register::change_at says.
[[nodiscard]] Result<ChangeId> change_at(const Store& store, Timestamp moment);

/// As Register::as_known says.
[[nodiscard]] Store store_as_known(const Store& store, ChangeId newest);

}  // namespace xiaoan::data
