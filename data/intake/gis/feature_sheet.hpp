// A layer of features as a sheet: the attributes' names are its headers, a feature is a row.
#pragma once

#include "data/intake/gis/feature_file.hpp"
#include "data/intake/header.hpp"
#include "data/intake/limits.hpp"
#include "data/intake/sheet.hpp"

#include <memory>
#include <optional>

namespace xiaoan::data {

/// What a header means once it is known what kind of record the rows are. The geometry of a layer that has areas
/// speaks for waters and against routes; but where the rows are routes, the lines in it are theirs.
[[nodiscard]] std::optional<HeaderMeaning> meaning_in_kind(const HeaderNames& names, const HeaderForms& forms);

/// The headers are row 0, the features rows from 1. Places stand in columns of their own before the attributes:
///   lon, lat   of features that are one position;
///   面几何     the geometry of all others, in a layer that has areas; 线几何 where it has none.
/// An attribute that is called lon, lat or geometry (or 经度, 纬度, 几何, 线路几何) belongs to those columns: WKT in it
/// holds before the feature's own geometry, longitude and latitude in it hold where the feature is not one position.
/// A geometry that cannot be used stands in these columns as what is wrong with it, so that its row is refused.
/// `file` must outlive the reader. Throws IntakeFault: what the file throws, too_many_columns; next() also bad_utf8,
/// cell_too_long.
[[nodiscard]] std::unique_ptr<SheetReader> open_feature_sheet(FeatureFile& file, std::size_t layer,
                                                              const IntakeLimits& limits);

}  // namespace xiaoan::data
