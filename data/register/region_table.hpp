// The region as it lies in a register's tables.
#pragma once

#include "data/register/region.hpp"

#include <SQLiteCpp/Database.h>

namespace xiaoan::data {

/// Writes a region into a register that has none.
void write_region(const SQLite::Database& db, const Region& region);

/// Reads it back; without the text of its map layers where that is not wanted.
[[nodiscard]] Region read_region_tables(const SQLite::Database& db, bool with_map_layers);

}  // namespace xiaoan::data
