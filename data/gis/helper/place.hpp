// From GDAL's geometry to the place of a feature on CGCS2000.
#pragma once

#include "data/gis/feature.hpp"
#include "geo/crs.hpp"

#include <optional>

class OGRGeometry;

namespace xiaoan::data::gis {

/// Sets point, wkt or fault of `feature`; none of them for no geometry or an empty one. Curves become lines, heights
/// and measures are left out. `to_cgcs2000` is empty where positions are taken as they stand.
void set_place(Feature& feature, const OGRGeometry* geometry, const std::optional<geo::CrsTransform>& to_cgcs2000);

}  // namespace xiaoan::data::gis
