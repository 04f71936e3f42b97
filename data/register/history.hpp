// Reads the log of changes as people read it.
#pragma once

#include "data/register/change.hpp"
#include "data/register/store.hpp"

#include <vector>

namespace xiaoan::data {

[[nodiscard]] std::vector<Change> read_history(const Store& store, const HistoryRequest& asked);

}  // namespace xiaoan::data
