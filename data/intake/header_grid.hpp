// The leading rows of a sheet as a grid of texts with its merged cells: what stands over what.
#pragma once

#include "data/intake/header_block.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

class HeaderGrid {
public:
    /// The first `most` rows ahead, which stay.
    HeaderGrid(RowsAhead& rows, std::size_t most, const HeaderTable& table);

    [[nodiscard]] std::size_t rows() const { return rows_.size(); }
    /// The number of a row in its sheet.
    [[nodiscard]] std::uint32_t number(std::size_t row) const { return rows_[row].number; }
    /// The last row that the headers reach: cells merged downwards may hold it for empty rows.
    [[nodiscard]] std::uint32_t last_number(std::size_t first, std::size_t last) const;
    [[nodiscard]] std::vector<HeaderCell> cells(std::size_t row) const;

    /// Whether one of the rows says a header that is known of any kind.
    [[nodiscard]] bool may_hold_headers(std::size_t first, std::size_t last) const;
    /// Whether the row holds sub-headers of the rows from `first` to the one above it.
    [[nodiscard]] bool belongs(std::size_t first, std::size_t row) const;
    /// What the columns are headed with by these rows.
    [[nodiscard]] std::vector<HeaderColumn> columns(std::size_t first, std::size_t last) const;

private:
    struct Row {
        std::uint32_t number = 0;
        std::map<std::uint32_t, std::string> texts;  // by column
        bool only_text = true;                       // no number, date, error
        bool known = false;                          // holds a header of any kind
        std::vector<MergedCells> merges;             // that reach into it, by their first column
    };
    [[nodiscard]] std::string_view text(std::size_t row, std::uint32_t column) const;
    [[nodiscard]] bool text_below(std::size_t row, std::size_t last, std::uint32_t column) const;
    [[nodiscard]] const MergedCells* merge_at(std::size_t row, std::uint32_t column) const;
    /// The group that an empty cell lies in, with texts of rows to `last` below it; empty where it lies in none.
    [[nodiscard]] std::string_view group(std::size_t row, std::size_t last, std::uint32_t column) const;
    [[nodiscard]] bool begins_group(std::size_t row, std::size_t last, std::uint32_t column) const;
    [[nodiscard]] bool is_title(std::size_t row, std::size_t below) const;

    std::vector<Row> rows_;
    const HeaderTable& table_;
};

}  // namespace xiaoan::data
