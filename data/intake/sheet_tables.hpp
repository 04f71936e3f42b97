// The tables of a sheet, one below the other; nearly always one.
#pragma once

#include "data/intake/data_rows.hpp"
#include "data/intake/recognised_sheet.hpp"
#include "data/intake/rows_ahead.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// A table ends with its sheet, and where a row is headed like another table (a list of drivers below one of buses).
class SheetTables {
public:
    /// What `asked` refers to must outlive it.
    SheetTables(std::unique_ptr<SheetReader> reader, const RecognitionRequest& asked);

    /// Whether the sheet has no row at all.
    [[nodiscard]] bool empty() { return ahead_.peek(0) == nullptr; }
    /// The next table, whose rows come then; null where there is none, or nothing that can be recognised. It holds
    /// until the next call. Rows of a table that were not read are passed over.
    [[nodiscard]] const RecognisedSheet* next_table();
    /// The next row of the table. False where it ends.
    [[nodiscard]] bool next_row(SheetRow& row);
    /// How many cells were filled in from merged ones, by the columns of the table.
    [[nodiscard]] const std::vector<std::size_t>& filled_in() const { return rows_->filled_in(); }

private:
    RowsAhead ahead_;
    RecognitionRequest asked_;
    std::unique_ptr<const RecognisedSheet> table_, following_;
    std::optional<DataRows> rows_;
    bool began_ = false;
};

}  // namespace xiaoan::data
