// Ledgers of any kind and length for measurements: invented, in order, the same every time.
#pragma once

#include "data/kinds/field.hpp"

#include <cstddef>
#include <ostream>

namespace xiaoan::data::test {

/// Writes a CSV with Chinese headers: the first `columns` fields of the kind (0: all), one record a row, every row with
/// a key of its own. References name records that the other ledgers of the same length hold.
void write_ledger(std::ostream& out, const KindInfo& kind, int rows, std::size_t columns = 0);

}  // namespace xiaoan::data::test
