// How the buses are run as tables: by county, and from month to month; for the page, the command line and a workbook.
#pragma once

#include "console/language/language.hpp"
#include "console/permits/operations.hpp"
#include "data/export/plain_workbook.hpp"

#include <memory>
#include <vector>

namespace xiaoan::permits {

/// One row a county, then the sum: buses, those of each kind of operator, shares of company-run and
/// government-purchased ones, riders, seats, pupils who need a ride.
[[nodiscard]] data::PlainSheet operations_by_county(const data::Snapshot& snapshot, const Operations& now,
                                                    language::Language language);
/// One row a month, of a county or (not given) of all.
[[nodiscard]] data::PlainSheet operations_by_month(const std::vector<Operations>& over_time, data::Adcode county,
                                                   language::Language language);

/// The numbers of a county, or of all where none is given; zeros for a county that has none.
[[nodiscard]] CountyOperations operations_in(const Operations& of, data::Adcode county);

}  // namespace xiaoan::permits
