// From GDAL's attributes to values.
#pragma once

#include "data/gis/feature.hpp"

class OGRFeature;

namespace xiaoan::data::gis {

/// Moments with a zone become China Standard Time (UTC+8), which has no daylight saving; those without stay as they
/// are, but for `utc`: there they are UTC, as in GPX. Whole numbers of 16 digits and more become text, because a
/// spreadsheet's number could not hold them. Lists become JSON; raw bytes are not given.
[[nodiscard]] FeatureValue attribute(const OGRFeature& feature, int field, bool utc = false);

}  // namespace xiaoan::data::gis
