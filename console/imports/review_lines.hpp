// The lines of the review: what each row of the files would do, field by field, narrowed by sheet, outcome and words.
#pragma once

#include "console/imports/import_list.hpp"
#include "console/language/language.hpp"
#include "data/register/snapshot.hpp"

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

[[nodiscard]] std::vector<SheetRow> sheet_rows(const ImportList& list);

/// What the list below the sheets shows.
enum class View : std::uint8_t { changes, added, changed, other_county, issues, refused, warnings };
[[nodiscard]] constexpr bool shows_issues(View view)
{
    return view >= View::issues;
}

struct ReviewFilter {
    std::optional<SheetRow> of{};  // one sheet alone
    View view = View::changes;
    std::string text{};  // what is shown must hold it; letter case does not matter
    friend bool operator==(const ReviewFilter&, const ReviewFilter&) = default;
};

/// One line: a field that a row changes, a row that adds a record, or an issue.
struct ReviewLine {
    std::uint32_t entry = 0;
    std::uint32_t sheet = 0;
    std::uint32_t index = 0;  // of the row in its plan, or of the issue in its sheet
    std::uint8_t field = 0;   // which of the row's changed fields
};

/// How many lines each view has, of one sheet or of all, whatever the text.
struct ReviewCounts {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t other_county = 0;
    std::size_t refused = 0;
    std::size_t warnings = 0;
};
[[nodiscard]] ReviewCounts review_counts(const ImportList& list, const std::optional<SheetRow>& of);

/// The words of the register that lines are shown in.
struct ReviewWords {
    const data::Snapshot& snapshot;
    language::Language language;
};

/// Everything that a row of a plan shows, as one lower-case text to be searched.
[[nodiscard]] std::string searched_text(const data::PlannedChanges& plan, std::size_t row, const ReviewWords& words);

/// Gathers the lines little by little, so that a file of a hundred thousand rows never holds up a frame.
class ReviewLines {
public:
    /// Begins anew where list, filter or language are others than before.
    void look_at(const ImportList& list, const ReviewFilter& filter, language::Language language);
    /// Looks at some more rows; call it once a frame.
    void work(const ImportList& list, const ReviewWords& words);

    [[nodiscard]] bool complete() const { return entry_ == SIZE_MAX; }
    [[nodiscard]] const std::vector<ReviewLine>& lines() const { return lines_; }
    /// Differs after every beginning.
    [[nodiscard]] std::uint64_t beginning() const { return beginning_; }

private:
    bool work_on(const ImportEntry& entry, const ReviewWords& words, std::size_t& budget);
    void take_row(const data::PlannedChanges& plan, std::uint32_t row, const ReviewWords& words);
    void take_issue(const data::SheetReport& sheet, std::uint32_t at, std::uint32_t issue, const ReviewWords& words);

    ReviewFilter filter_;
    std::string folded_;  // the filter's text as it is compared
    language::Language language_{};
    std::uint64_t list_version_ = 0;
    std::uint64_t beginning_ = 0;
    std::size_t entry_ = SIZE_MAX, sheet_ = 0, next_ = 0;  // where to go on
    std::vector<ReviewLine> lines_;
};

/// An issue as it may be shown: the value of a personal column masked.
[[nodiscard]] data::RowIssue shown_issue(const data::SheetReport& sheet, std::size_t issue);
/// The sentence of an issue in this language.
[[nodiscard]] std::string issue_sentence(const data::RowIssue& issue, language::Language language);
/// Why a file could not be read or written; empty for a report.
[[nodiscard]] std::string fault_sentence(const ImportResult& result, language::Language language);

}  // namespace xiaoan::imports
