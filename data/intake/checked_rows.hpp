// The rows of a file that were found in order, kept small until all are read, one for each record.
#pragma once

#include "data/intake/packed_values.hpp"
#include "data/kinds/field.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace xiaoan::data {

/// Where a row stands in its file.
struct RowPlace {
    std::uint32_t sheet = 0;
    std::uint32_t row = 0;  // as the spreadsheet shows it
};

/// Two rows of one file that are the same record but not the same.
struct DuplicateRow {
    RowPlace later;
    RowPlace earlier;
    std::string key;            // the natural key, its parts joined by '/'
    std::string earlier_vin{};  // where the two are different vehicles: the later one is not kept
};

/// Rows of one kind. Nothing is written while a file is read, so that a record which stands in it twice is put once:
/// otherwise importing the file again would change it to and fro.
class CheckedRows {
public:
    explicit CheckedRows(const KindInfo& kind) : kind_(&kind) {}

    /// Keeps a row that has a natural key. An earlier row of the same key gives way: what the later one says holds,
    /// what it leaves empty stays as the earlier said it. Answers the earlier row where the two differ. A row that
    /// gives another VIN than the earlier one is another vehicle and is not kept.
    std::optional<DuplicateRow> add(RowPlace place, std::span<const Value> values);

    /// Once all rows are added: joins those without the first key (an application, a claim) with the row of the file
    /// that became of them. Answers those that differ.
    std::vector<DuplicateRow> finish();

    /// All rows, also those that gave way, in the order in which they were added.
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] RowPlace place(std::size_t row) const { return rows_[row].place; }
    /// Whether the row gave way to another of the same record.
    [[nodiscard]] bool gave_way(std::size_t row) const { return rows_[row].gave_way; }
    /// The values of a row as they are packed: equal bytes are equal rows.
    [[nodiscard]] std::string_view packed(std::size_t row) const { return bytes(rows_[row]); }
    /// The values of a row, one a field of the kind.
    void values(std::size_t row, std::vector<Value>& into) const;

    [[nodiscard]] const KindInfo& kind() const { return *kind_; }

private:
    struct Row {
        RowPlace place;
        PackedBlocks::Place packed;
        bool gave_way = false;
    };
    [[nodiscard]] std::string_view bytes(const Row& row) const { return blocks_.bytes(row.packed); }
    std::vector<DuplicateRow> join_by_second_key();
    void keep(Row& row, std::span<const Value> values);
    /// Lays the values of `over` onto those of `under`; whether a field is given by both and differs.
    bool overlay(const Row& under, const Row& over, std::vector<Value>& result) const;

    const KindInfo* kind_;
    PackedBlocks blocks_;
    std::string packed_;  // the row that is being kept
    std::vector<Row> rows_;
    std::unordered_map<std::string, std::size_t> row_of_key_;
};

}  // namespace xiaoan::data
