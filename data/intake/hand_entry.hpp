// What a person types for one record, checked as a ledger's cells are.
#pragma once

#include "data/intake/cell_value.hpp"
#include "data/intake/issue.hpp"
#include "data/register/commands.hpp"
#include "data/register/region.hpp"

#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// What a person typed into one field, and what is doubtful about it.
struct EntryValue {
    Value value;  // Cleared where there is nothing, or 无 where that means the same
    std::optional<RowIssue> doubt{};
};

/// Reads the text of one field as intake reads a cell; refused, with an issue whose column is the field's key, also
/// where a number lacks its form or a personal text is masked: a file's row is kept then, but whoever types can put it
/// right at once. Blank text takes the field out, and is refused where it is required.
[[nodiscard]] std::expected<EntryValue, RowIssue> read_entry_value(const KindInfo& kind, std::size_t field,
                                                                   std::string_view text, const CellContext& context);

/// The command that `FIELD=VALUE …` asks for: each value read as intake reads a cell; an empty value takes the field
/// out. The first thing that is wrong comes back as an issue whose column is the field's key.
[[nodiscard]] std::expected<PutRecord, RowIssue>
read_hand_entry(std::string_view kind, std::string_view key, std::span<const std::string> fields, const Region& region);

}  // namespace xiaoan::data
