// geo/raw_geometry.hpp: geometry as a file states it, before anybody knows which of its numbers is the longitude.
#pragma once

#include "geo/crs.hpp"
#include "geo/geometry.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::geo {

/// As geometry_from_wkt() and geometry_from_geojson(), but also where the numbers are degrees only once longitude and
/// latitude are swapped at every position.
[[nodiscard]] std::expected<Geometry, std::string> raw_geometry_from_wkt(std::string_view text);
[[nodiscard]] std::expected<Geometry, std::string> raw_geometry_from_geojson(std::string_view text,
                                                                             const CrsTransform* from = nullptr);

/// As fault_of(), but empty also for such a geometry.
[[nodiscard]] std::optional<std::string_view> raw_fault_of(const Geometry& geometry) noexcept;

/// Puts longitude for latitude at every position.
void swap_axes(Geometry& geometry) noexcept;

}  // namespace xiaoan::geo
