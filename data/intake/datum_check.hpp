// Compares the positions of a file with those that the register knows, and proposes the datum that they fit.
#pragma once

#include "data/intake/datum_evidence.hpp"
#include "data/intake/file_rows.hpp"
#include "data/register/snapshot.hpp"

#include <cstdint>
#include <vector>

namespace xiaoan::data {

/// Whether a file holds rows of a kind for which the register may have evidence: schools, routes, stops, waters,
/// tracks.
[[nodiscard]] bool may_have_datum_evidence(const FileRows& file);

/// The comparisons of the rows of one sheet with the records of before:
///   schools, stops, waters and routes with the same record, by position or by the middle of their geometry's box;
///   new stops with the geometry of their route;
///   new geometries of routes with the stops of the route;
///   new schools with the end, at the school, of a route that serves them;
///   tracks with the routes that the bus runs, of a long file some 2,000 places.
[[nodiscard]] std::vector<DatumComparison> datum_comparisons(const CheckedRows& rows, std::uint32_t sheet,
                                                             const Snapshot& known);

/// Puts probable_datum first among the issues of each sheet whose positions are off by the shift of GCJ-02 or BD-09;
/// its value is the word for --datum. For files whose datum nobody has said. Positions stay as they are.
void look_out_for_datum(FileRows& file, const Snapshot& known);

}  // namespace xiaoan::data
