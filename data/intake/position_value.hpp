// Positions as files give them: pairs of cells and geometries, turned to CGCS2000 from the datum of the file.
#pragma once

#include "data/intake/values/reading.hpp"
#include "geo/position.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// What the degrees of a file are counted from.
enum class Datum : std::uint8_t { cgcs2000, wgs84, gcj02, bd09 };

/// The place on CGCS2000. WGS 84 counts as the same; what is converted is rounded (geo/rounding.hpp). Empty where the
/// published shift has no inverse: on the edge of its rectangle, far outside the country.
[[nodiscard]] std::optional<geo::Position> on_cgcs2000(const geo::Position& given, Datum datum);

/// Whether a place lies in the box around the country: 73.4 to 135.1 E, 3.8 to 53.6 N (its outermost points are
/// 73°29′ and 135°03′ E, 3°52′ and 53°34′ N). No place in it is in it with longitude and latitude swapped.
[[nodiscard]] bool in_country(const geo::Position& place);

/// A cell that begins with this holds, instead of a geometry, why a reader could not use it.
inline constexpr char unusable_geometry_mark = '!';

/// Which of two cells a fault is about.
enum class PairPart : std::uint8_t { lon, lat };

struct PairFault {
    PairPart part{};
    ValueFault fault;
};

/// What to do with positions that lie in the country only with longitude and latitude swapped.
enum class Swapped : std::uint8_t { put_right, keep };

/// Longitude and latitude of one row. Swapped ones, told by where they lie, are put right and doubted with
/// swapped_position, or kept and doubted with kept_unswapped where that is asked and they are degrees at all; a place
/// outside the country is kept and doubted with outside_country.
[[nodiscard]] std::expected<Doubted<geo::Position>, PairFault>
parse_position(std::string_view lon, std::string_view lat, Datum datum, Swapped swapped = Swapped::put_right);

/// WKT, or a GeoJSON geometry object, as canonical WKT on CGCS2000: its rings closed and running as geo/orientation.hpp
/// says, so that an area is the same text from whatever format. bad_geometry{why}, also where `lines_only` and
/// something else than lines is in it; the doubts as above, of the geometry as a whole.
[[nodiscard]] Reading<Doubted<std::string>> parse_geometry(std::string_view text, Datum datum, bool lines_only,
                                                           Swapped swapped = Swapped::put_right);

}  // namespace xiaoan::data
