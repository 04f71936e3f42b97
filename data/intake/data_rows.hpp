// The rows of a table below its headers, with merged cells filled in.
#pragma once

#include "data/intake/recognised_sheet.hpp"
#include "data/intake/rows_ahead.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace xiaoan::data {

/// Of the columns that are read, each row of cells merged downwards holds what the first of them says: a county, an
/// operator or a bus written once beside all its rows means each of them, and a number does, too. A total that was
/// merged over the rows it sums would be taken for each; therefore the report names every column in which cells were
/// filled in. Cells that lie covered in a merged area hold nothing, whatever the file still has there. Rows that are
/// blank but for merged cells are no rows.
class DataRows {
public:
    /// Both must outlive it; the reader stands behind the headers.
    DataRows(RowsAhead& reader, const RecognisedSheet& sheet);

    /// The next row, its filled-in cells marked as merged. Its views hold until the next call.
    [[nodiscard]] bool next(SheetRow& row);
    /// The row comes next, once more, as it stands in the file.
    void put_back() { reader_.put_back(as_it_stands_); }
    /// How many cells were filled in, by the columns of the sheet.
    [[nodiscard]] const std::vector<std::size_t>& filled_in() const { return filled_in_; }

private:
    /// What lies over a column that is read.
    struct Cover {
        std::uint32_t first_row = 0, last_row = 0;
        bool of_this_column = false;  // the area begins in it
        bool says_something = false;
        Cell cell;
        std::string text;
    };
    void begin_covers();
    bool apply_covers();

    RowsAhead& reader_;
    const RecognisedSheet& sheet_;
    std::vector<MergedCells> merges_;  // of the rows of the table, by first row
    std::size_t begun_ = 0;
    std::uint32_t covered_to_ = 0;  // the last row that any cover begun so far reaches
    std::vector<Cover> covers_;     // by the columns of the sheet
    SheetRow as_it_stands_;
    std::vector<Cell> cells_;
    std::vector<std::size_t> filled_in_;
};

}  // namespace xiaoan::data
