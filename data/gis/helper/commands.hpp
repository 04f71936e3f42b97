// What the helper does: reads the features of a file, or writes a GeoPackage.
#pragma once

#include "data/gis/helper/input.hpp"

#include <string>

namespace xiaoan::data::gis {

/// Sends the layers, then those that are asked for on standard input, until it ends (data/gis/message.hpp).
/// Throws Failure.
void read_features(const Input& input);

/// Takes one table with its features from standard input and writes it to `path`, which must not exist yet.
/// Throws Failure: cannot_write.
void write_geopackage(const std::string& path);

}  // namespace xiaoan::data::gis
