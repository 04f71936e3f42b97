// Reads the sheets of a file: recognises each, checks its rows, and keeps those that can be written.
#pragma once

#include "data/intake/checked_rows.hpp"
#include "data/intake/import.hpp"
#include "data/intake/recognised_sheet.hpp"
#include "data/intake/sheet.hpp"
#include "data/intake/track_rows.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace xiaoan::data {

/// One sheet of a file with what is known of it so far.
struct ReadSheet {
    SheetReport report;
    std::optional<RecognisedSheet> recognised;       // empty: left out
    Adcode county_if_new{};                          // as a title names it; a recorded one is not moved by a title
    std::map<Adcode, std::size_t> rows_by_county{};  // of the rows that say theirs
};

/// A file that was read to its end; nothing of it is written.
struct FileRows {
    std::vector<ReadSheet> sheets;
    std::map<const KindInfo*, CheckedRows> rows;  // in no order that matters: records may come in any
    std::optional<TrackRows> tracks{};            // of tracks `rows` holds a sample alone
    std::size_t kept = 0;
    bool stopped = false;
};

/// What a person said a sheet is; null where nobody did. Throws IntakeFault (unknown_kind).
[[nodiscard]] const KindInfo* kind_asked_for(const ImportRequest& asked, std::string_view sheet);

/// Reads all visible sheets. Throws IntakeFault: unknown_kind where no sheet names a kind, and what the readers throw.
[[nodiscard]] FileRows read_file_rows(Workbook& book, const ImportRequest& asked, const Region& region,
                                      JobProgress& progress);

/// The headers that are known to an import: those of the program, and before them what was mapped or
/// remembered.
[[nodiscard]] HeaderTable header_table(const ImportRequest& asked);

/// An issue about a row of a sheet, in the column of a field.
[[nodiscard]] RowIssue issue_at(const ReadSheet& sheet, std::uint32_t row, std::size_t field, IssueCode code,
                                std::string value, std::vector<std::string> parameters = {});

}  // namespace xiaoan::data
