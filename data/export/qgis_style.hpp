// How QGIS draws an exported layer: a style in its own format (QML), as it stands in table layer_styles.
#pragma once

#include "data/gis/feature.hpp"
#include "data/kinds/field.hpp"

#include <string>

namespace xiaoan::data {

/// Waters in a colour for each kind, dashed in brown where it is not known; every other kind of record in one colour of
/// its own. Empty for a layer that mixes shapes: QGIS takes no style for one. Made for QGIS 3.
[[nodiscard]] std::string qgis_style(const KindInfo& kind, gis::TableLayer::Shape shape, bool chinese);

}  // namespace xiaoan::data
