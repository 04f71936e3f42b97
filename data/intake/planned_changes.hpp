// What writing a file does, row by row: shown before anything is written, and kept small however long the file is.
#pragma once

#include "data/intake/checked_rows.hpp"
#include "data/intake/packed_values.hpp"
#include "data/register/edit.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// A row that adds a record or changes one. Its texts are views into the plan.
struct PlannedRow {
    const KindInfo* kind = nullptr;
    RowPlace place;
    Outcome outcome = Outcome::added;
    bool replaces = false;      // the record takes the place of a vehicle with another VIN
    bool other_county = false;  // changes what another county's file gave last
    RecordId record;            // of a changed one
    Origin before;              // of a changed one: the file that changed it last
    std::string_view key;       // the natural key, personal parts masked
    std::string_view name;      // what the row calls the record; empty where it does not
    std::size_t fields = 0;     // how many of them change, or are given by a new record
};

class PlannedChanges {
public:
    /// Keeps what putting a row did; one that changed nothing is left out.
    void add(const KindInfo& kind, RowPlace place, const PutResult& put, std::span<const Value> values,
             std::string_view packed_values);
    /// Of a row that adds or changes a record, but is not listed: it counts in the fingerprint of all.
    void add_unlisted(RowPlace place, Outcome outcome, std::string_view packed_values);
    /// Marks a row as changing what another county's file gave last.
    void mark_other_county(std::size_t row) { rows_[row].other_county = true; }

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] PlannedRow row(std::size_t index) const;
    /// The fields that a changed row changes, old and new, and those that a new record gives; personal texts masked. Of
    /// a file of very many new records the later ones' fields are not kept.
    void fields(std::size_t index, std::vector<PutChange>& into) const;
    /// A number made of all that the row says and changes: the same row done to the same record has the same.
    [[nodiscard]] std::uint64_t fingerprint(std::size_t index) const { return rows_[index].fingerprint; }
    /// That of all rows together, in 16 hexadecimal digits; what was looked at is still so where it is the same.
    [[nodiscard]] std::string fingerprint() const;
    /// The memory that it takes, about.
    [[nodiscard]] std::size_t bytes() const { return rows_.capacity() * sizeof(Row) + packed_bytes_; }

private:
    struct Row {
        const KindInfo* kind = nullptr;
        RowPlace place;
        PackedBlocks::Place packed;  // key, name, then each changed field
        RecordId record;
        Origin before;
        std::uint64_t fingerprint = 0;
        std::uint8_t fields = 0;
        Outcome outcome = Outcome::added;
        bool replaces = false;
        bool other_county = false;
    };
    std::vector<Row> rows_;
    PackedBlocks blocks_;
    std::string packed_;  // the row that is being kept
    std::size_t packed_bytes_ = 0;
    std::uint64_t unlisted_ = 0;  // the sum of the fingerprints of rows that are not listed
};

/// The sum of some rows' fingerprints as PlannedChanges::fingerprint() writes it.
[[nodiscard]] std::string fingerprint_text(std::uint64_t sum);

}  // namespace xiaoan::data
