// What a sheet is: its kind of record, the row of its headers, and which column holds which field.
#pragma once

#include "data/intake/cell_value.hpp"
#include "data/intake/header.hpp"
#include "data/intake/issue.hpp"
#include "data/intake/sheet.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// A column that is read.
struct SheetColumn {
    std::uint32_t column = 0;
    std::size_t field = 0;  // index in the kind
    std::string header;     // as the file has it
    CellMeaning meaning;
};

struct RecognisedSheet {
    const KindInfo* kind = nullptr;
    std::uint32_t header_row = 0;
    std::vector<SheetColumn> columns;  // by column
    std::vector<RowIssue> issues;      // unknown and repeated columns, once each

    /// The column of a field; null where the sheet has none.
    [[nodiscard]] const SheetColumn* column_of(std::size_t field) const;
    /// The header of a field as the file has it; its Chinese header where the sheet has no such column.
    [[nodiscard]] std::string header_of(std::size_t field) const;
};

struct RecognitionRequest {
    const KindInfo* kind = nullptr;  // forced; null: found from the headers
    std::span<const HeaderVariant> variants;
};

/// Moves the reader past the header row: the first of the leading rows whose cells name a kind, so that titles above
/// it are left behind. Empty where none of them does. This is the seam for headers of several rows.
[[nodiscard]] std::optional<RecognisedSheet> recognise_sheet(SheetReader& reader, const RecognitionRequest& asked);

}  // namespace xiaoan::data
