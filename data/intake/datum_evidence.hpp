// Whether positions were counted from the shifted datum of a published map without anyone saying so.
#pragma once

#include "data/intake/position_value.hpp"
#include "geo/geometry.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace xiaoan::data {

/// How far a position of the file lies from where it is known to be, metres, if the file is on CGCS2000, in GCJ-02, in
/// BD-09. The shifts of GCJ-02 and BD-09 are some 530 m and 1,300 m here, so that at most one of them can be small.
struct DatumComparison {
    double cgcs2000_m = 0;
    double gcj02_m = 0;
    double bd09_m = 0;
};

/// Of one place that is known under the same key.
[[nodiscard]] DatumComparison compared(const geo::Position& in_file, const geo::Position& known);
/// Of a place that should lie on a line, such as a stop on its route. Empty for a line without length, and where two of
/// the three cannot be told apart: a line that runs the way of the shift passes both places.
[[nodiscard]] std::optional<DatumComparison> compared(const geo::Position& in_file, const geo::Polyline& known);
/// The same with the nearest of several lines, such as the routes of a bus and a place that it passed.
[[nodiscard]] std::optional<DatumComparison> compared(const geo::Position& in_file,
                                                      std::span<const geo::Polyline> known);
/// The other way round: a line of the file that should pass a place.
[[nodiscard]] std::optional<DatumComparison> compared(const geo::Polyline& in_file, const geo::Position& known);

/// What the comparisons of one file tell. `fitting` of `compared` lie within 150 m of where they are known to be if the
/// file is in `datum`, and more than 250 m off if it is not.
struct DatumProposal {
    Datum datum{};  // gcj02 or bd09
    std::size_t fitting = 0;
    std::size_t compared = 0;
    double as_given_m = 0;  // median of those that fit: how far off they are, read as CGCS2000
    double in_datum_m = 0;  // and read in `datum`
    friend bool operator==(const DatumProposal&, const DatumProposal&) = default;
};

/// A shifted datum, where at least three positions and more than half of all fit it; else nothing is proposed.
/// One or two records may have been moved by chance or on purpose; a whole file is not moved by 500 m east-north-east.
[[nodiscard]] std::optional<DatumProposal> probable_datum(std::span<const DatumComparison> comparisons);

}  // namespace xiaoan::data
