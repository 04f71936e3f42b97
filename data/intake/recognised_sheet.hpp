// What a table is: its kind of record, the rows of its headers, and which column holds which field.
#pragma once

#include "data/intake/cell_value.hpp"
#include "data/intake/header_block.hpp"
#include "data/intake/issue.hpp"
#include "data/intake/rows_ahead.hpp"
#include "data/intake/sheet.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// A column that is read.
struct SheetColumn {
    std::uint32_t column = 0;
    std::size_t field = 0;  // index in the kind
    std::string header;     // as the file has it; with its groups (许可/起) where it would say nothing without them
    CellMeaning meaning;
    bool again = false;  // another column of its field stands before it, headed no better
};

/// A column that is not read.
struct UnreadColumn {
    enum class Why : std::uint8_t { unknown, repeated, left_out };  // left_out: a person said so
    std::uint32_t column = 0;
    std::string header;  // as the file has it
    Why why{};
};

struct RecognisedSheet {
    const KindInfo* kind = nullptr;
    std::vector<std::string> titles;                    // the texts above the headers
    std::uint32_t header_row = 0;                       // the last row of the headers
    std::vector<SheetColumn> columns;                   // by column
    std::vector<UnreadColumn> unread;                   // by column
    std::vector<std::vector<HeaderCell>> header_cells;  // the rows of the headers as they stand
    std::vector<RowIssue> issues;                       // unknown, repeated and recalled columns, once each
    std::vector<RememberedHeader> mapped;               // what a person said of these headers, now or before

    /// The column of a field, the first of several; null where the sheet has none.
    [[nodiscard]] const SheetColumn* column_of(std::size_t field) const;
    /// The header of a field as the file has it; its Chinese header where the sheet has no such column.
    [[nodiscard]] std::string header_of(std::size_t field) const;
};

struct RecognitionRequest {
    const KindInfo* kind = nullptr;  // forced; null: found from the headers
    const HeaderTable& table;
    bool titles_allowed = true;  // above the headers; false: they come next, or not at all
};

/// Moves the reader past the headers, so that the rows of the table come next. Empty where there are none; the reader
/// then stays where it was.
/// Of several columns of one field that which a person mapped is read, else that with the field's own header, else
/// those that say what they are of (许可证编号 rather than 编号), else all of them: where two give the same or only one
/// gives something there is no doubt, and a row where they differ is refused.
[[nodiscard]] std::optional<RecognisedSheet> recognise_sheet(RowsAhead& reader, const RecognitionRequest& asked);

/// Whether a row in the midst of a table is headed like another: three or more texts, all of them headers of some kind.
[[nodiscard]] bool looks_like_headers(const SheetRow& row, const HeaderTable& table);

/// The letters by which a spreadsheet names a column: 0 is A, 26 AA.
[[nodiscard]] std::string column_letters(std::uint32_t column);

}  // namespace xiaoan::data
