// Rows of a ledger that are no records: totals, remarks, signatures, headers said again, headings of sections.
#pragma once

#include "data/intake/recognised_sheet.hpp"
#include "data/intake/sheet.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace xiaoan::data {

/// Whether a text says that its row is a total, a remark or a signature. Numbers are none.
[[nodiscard]] bool says_no_record(const Cell& cell);

struct SkippedRow {
    /// The cell that says so by a word; null where none does, or where the row holds nothing but that and numbers.
    const Cell* word = nullptr;
};

/// Tells the rows of one table apart from its records.
class RowSkipping {
public:
    /// `sheet` must outlive it.
    explicit RowSkipping(const RecognisedSheet& sheet);

    /// Given where the row is a total (合计, 洮北区小计), a remark (备注：…), a signature (填报人：…), one of the
    /// header rows again, the numbers or letters of the columns (1 2 3 …, 甲 乙 1 2 …), an example to be overwritten
    /// (例), the heading of a section (一、公办学校; a name of a county alone in its row), or has nothing of its own in
    /// any column that is read: a line that was only numbered, or the continuation of a record whose cells are merged
    /// over several rows. A row that gives a natural key is never skipped for the words of a total or a remark in it,
    /// and a remark in a column of remarks that is not read says nothing about its row.
    [[nodiscard]] std::optional<SkippedRow> operator()(const SheetRow& row) const;

private:
    struct KeyPart {
        const FieldInfo* field = nullptr;
        const SheetColumn* column = nullptr;  // null where the sheet has none
        bool may_be_empty = false;
    };
    using Key = std::vector<KeyPart>;

    [[nodiscard]] const Cell* word_of(const SheetRow& row, const Cell& first) const;
    [[nodiscard]] const Cell* total_where_no_key_stands(const SheetRow& row) const;
    [[nodiscard]] bool stands_among_remarks(const Cell& cell) const;
    [[nodiscard]] bool gives_key(const SheetRow& row) const;
    [[nodiscard]] bool holds_more(const SheetRow& row, const Cell& word) const;

    const RecognisedSheet& sheet_;
    std::vector<Key> keys_;
};

}  // namespace xiaoan::data
