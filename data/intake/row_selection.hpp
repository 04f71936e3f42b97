// Which rows of a file are to be taken: all that a person accepted of what a dry run showed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::data {

/// Rows by sheet and number, and by what becomes of them; what any of these names is taken.
struct RowSelection {
    /// First and last row, both included, as the spreadsheet numbers them.
    using Range = std::pair<std::uint32_t, std::uint32_t>;
    struct OfSheet {
        std::optional<std::string> sheet;  // its name; empty: every sheet, as of a file that has only one
        std::vector<Range> rows;           // empty: all of them
    };
    std::vector<OfSheet> sheets{};
    bool added = false;    // every row that adds a record
    bool changed = false;  // every row that changes one

    [[nodiscard]] bool names(std::string_view sheet, std::uint32_t row) const;
    /// Whether it must be known what a row would do before it can be said whether it is taken.
    [[nodiscard]] bool asks_outcome() const { return added != changed; }
};

/// Reads one part of a selection as it is typed: `2-14,20`, `校车!2-14,20`, `校车!`, `added` or `changed`. False where
/// it is none of these.
[[nodiscard]] bool add_to_selection(RowSelection& selection, std::string_view typed);

/// Ascending row numbers as ranges.
[[nodiscard]] std::vector<RowSelection::Range> ranges_of(std::span<const std::uint32_t> rows);

}  // namespace xiaoan::data
