// The records of one kind as rows: narrowed by county and words, in the order of the register or of a column.
#pragma once

#include "console/language/language.hpp"
#include "data/register/record_rows.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::records {

struct RecordFilter {
    const data::KindInfo* kind = nullptr;
    data::Adcode county{};              // not given: all; kinds that have no county are not narrowed
    std::string text{};                 // words, each of which must stand in one of the fields shown
    std::optional<std::size_t> sort{};  // by this field; empty: as they came into the register
    bool descending = false;
    friend bool operator==(const RecordFilter&, const RecordFilter&) = default;
};

/// Gathers the rows little by little, so that a hundred thousand records never hold up a frame.
class RecordList {
public:
    /// Begins anew where register, filter or language are others than before.
    void look_at(const std::shared_ptr<const data::Snapshot>& snapshot, const RecordFilter& filter,
                 language::Language language);
    /// Looks at some more records; call it once a frame.
    void work();

    [[nodiscard]] bool complete() const { return next_ == SIZE_MAX; }
    /// Records of the kind, and those that fit; indices into records().
    [[nodiscard]] std::size_t all() const { return records_ ? records_->size() : 0; }
    [[nodiscard]] const std::vector<std::size_t>& rows() const { return rows_; }
    [[nodiscard]] const data::RecordRows& records() const { return *records_; }
    /// Whether records() are those of this register and kind.
    [[nodiscard]] bool is_of(const data::Snapshot& snapshot, const data::KindInfo& kind) const
    {
        return snapshot_.get() == &snapshot && records_ && &records_->kind() == &kind;
    }
    /// A field of a record as it is shown.
    [[nodiscard]] std::string shown(std::size_t record, std::size_t field) const;

private:
    [[nodiscard]] bool fits(std::size_t record) const;
    void sort();

    std::shared_ptr<const data::Snapshot> snapshot_;
    std::optional<data::RecordRows> records_;
    RecordFilter filter_;
    language::Language language_{};
    std::vector<std::string> words_;     // of the filter's text, as they are compared
    std::vector<std::size_t> fields_;    // that are searched
    std::optional<std::size_t> county_;  // the field that holds it
    std::size_t next_ = SIZE_MAX;
    std::vector<std::size_t> rows_;
};

}  // namespace xiaoan::records
