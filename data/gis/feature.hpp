// Features of geographic files as they pass between xiaoan and its helper program xiaoan-gis.
#pragma once

#include "geo/position.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace xiaoan::data::gis {

/// One layer of a file: what its features carry, known before the first of them is read.
struct FeatureLayer {
    std::string name;
    std::vector<std::string> columns;  // attributes, in the order of the file
    bool points = false;               // features may have a single position
    bool lines = false;
    bool areas = false;
    std::string crs;     // the reference system as its authority calls it; empty where the file names none
    bool rough = false;  // the way from it to CGCS2000 is only roughly known (geo/crs.hpp)
    friend bool operator==(const FeatureLayer&, const FeatureLayer&) = default;
};

/// An attribute: not given, yes or no, a number, or text (dates as 2026-03-01, moments as 2026-03-01T07:05:00).
using FeatureValue = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

/// One feature. Its place is one position, or other geometry as WKT, or neither; degrees on CGCS2000 where the file
/// names its reference system, else as the file has them.
struct Feature {
    std::uint32_t number = 0;          // in its layer, from 1
    std::vector<FeatureValue> values;  // one a column
    std::optional<geo::Position> point;
    std::string wkt;
    std::string fault;  // why there is a geometry that cannot be used
    friend bool operator==(const Feature&, const Feature&) = default;
};

/// One layer of a GeoPackage that is to be written.
struct TableLayer {
    enum class Shape { point, line, area, any };
    enum class ColumnType { text, whole, number };
    struct Column {
        std::string name;
        ColumnType type = ColumnType::text;
        friend bool operator==(const Column&, const Column&) = default;
    };
    std::string name;
    std::string title;
    Shape shape = Shape::any;
    std::vector<Column> columns;
    std::string style_name;
    std::string style_qml;   // as QGIS keeps it in table layer_styles
    std::string written_at;  // 2026-11-23T00:00:00.000Z: the moment that the file names, so that bytes repeat
    friend bool operator==(const TableLayer&, const TableLayer&) = default;
};

/// A failure that the helper tells in one line, by a stable word and what the library said.
struct HelperFailure {
    std::string code;
    std::string detail;
    friend bool operator==(const HelperFailure&, const HelperFailure&) = default;
};

}  // namespace xiaoan::data::gis
