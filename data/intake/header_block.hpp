// The rows of headers of a table in a sheet: which they are, and what each column is headed with.
#pragma once

#include "data/intake/header.hpp"
#include "data/intake/rows_ahead.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::data {

/// A column that is headed with something.
struct HeaderColumn {
    std::uint32_t column = 0;
    HeaderPath path;  // groups over it, then its own header
};

/// A cell of a header row, as it stands.
struct HeaderCell {
    std::uint32_t column = 0;
    std::string form;  // without spaces, half-width
};

struct HeaderBlock {
    const KindInfo* kind = nullptr;
    const HeaderTable* table = nullptr;  // by which they are understood: with what was said of them before
    std::size_t rows_above = 0;          // titles and captions ahead of it
    std::uint32_t first_row = 0, last_row = 0;
    std::vector<HeaderColumn> columns;           // by column
    std::vector<std::vector<HeaderCell>> cells;  // by row, to know the headers when they are said again
};

/// Looks for headers in the rows ahead, which stay: in the first 50, one to four rows that belong together, below
/// whatever titles. A row belongs to the one above where its cells stand below groups: merged cells over several
/// columns, or a text with empty cells to its right. Two of the headers at least must be known (all of them where the
/// kind is `forced`): one word alone may be a title. The first rows that fit are taken, with their groups; a second
/// table further down is left for later.
[[nodiscard]] std::optional<HeaderBlock> find_headers(RowsAhead& rows, const HeaderTable& table,
                                                      const KindInfo* forced);

}  // namespace xiaoan::data
