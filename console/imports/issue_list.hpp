// What is wrong with the rows of the files imported, as one list with personal values masked.
#pragma once

#include "console/imports/import_list.hpp"
#include "console/language/language.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::imports {

/// One sheet of one file, or a file that has none (it is being read, or could not be).
struct SheetRow {
    std::uint32_t entry = 0;
    std::optional<std::uint32_t> sheet;
    friend bool operator==(const SheetRow&, const SheetRow&) = default;
};

struct IssueFilter {
    std::optional<SheetRow> of;                   // one sheet alone
    std::optional<data::IssueSeverity> severity;  // refused or warnings alone
    friend bool operator==(const IssueFilter&, const IssueFilter&) = default;
};

struct IssueRow {
    SheetRow sheet;
    data::RowIssue issue;  // personal value masked
};

[[nodiscard]] std::vector<SheetRow> sheet_rows(const ImportList& list);
/// In the order of files, sheets and rows.
[[nodiscard]] std::vector<IssueRow> issue_rows(const ImportList& list, const IssueFilter& filter);

struct IssueCounts {
    std::size_t refused = 0;
    std::size_t warnings = 0;
};
/// Of one sheet, or of all.
[[nodiscard]] IssueCounts issue_counts(const ImportList& list, const std::optional<SheetRow>& of);

/// The sentence of an issue in this language.
[[nodiscard]] std::string issue_sentence(const data::RowIssue& issue, language::Language language);
/// Why a file could not be read or written; empty for a report.
[[nodiscard]] std::string fault_sentence(const ImportResult& result, language::Language language);

}  // namespace xiaoan::imports
