// What kind of geographic file bytes are, by what is in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// GeoPackage: an SQLite file with the application id of one (OGC 12-128r18, clause 1.1.1.1.1; GP10 and GP11
/// before 1.2).
[[nodiscard]] bool is_geopackage(std::string_view bytes);

/// The parts of a Shapefile, by the header of each (ESRI Shapefile Technical Description, July 1998, pages 3 and 4).
enum class ShapefilePart : std::uint8_t { none, shapes, index, attributes };
[[nodiscard]] ShapefilePart shapefile_part(std::string_view bytes);

/// OpenStreetMap's packed format: its first blob is an OSMHeader.
[[nodiscard]] bool is_osm_pbf(std::string_view bytes);

/// The root element of an XML document in UTF-8 by its local name, in lower case; empty where none is found in its
/// first 64 KiB.
struct XmlRoot {
    std::string name;
    bool has_document_type = false;
};
[[nodiscard]] XmlRoot xml_root(std::string_view bytes);

}  // namespace xiaoan::data
