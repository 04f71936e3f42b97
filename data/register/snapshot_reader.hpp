// Makes snapshots: read whole, or patched by what the log says has changed since an older one.
#pragma once

#include "data/register/register.hpp"
#include "data/register/store.hpp"

namespace xiaoan::data {

[[nodiscard]] Snapshot read_snapshot(const Store& store, KindSet wanted, bool with_map_layers);
[[nodiscard]] Snapshot refresh_snapshot(const Store& store, const Snapshot& before);

/// The register's region, read once and kept.
[[nodiscard]] std::shared_ptr<const Region> region_of(const Store& store, bool with_map_layers);

}  // namespace xiaoan::data
