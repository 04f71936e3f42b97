// The records of one kind of a snapshot whatever the kind is: for lists, forms and comparisons that are made from the
// table of fields.
#pragma once

#include "data/register/snapshot.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::data {

/// Valid as long as the snapshot.
class RecordRows {
public:
    RecordRows(const Snapshot& snapshot, const KindInfo& kind);
    ~RecordRows();
    RecordRows(RecordRows&&) noexcept;
    RecordRows& operator=(RecordRows&&) noexcept;

    [[nodiscard]] const KindInfo& kind() const { return *kind_; }
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] RecordId id(std::size_t row) const;
    [[nodiscard]] Origin origin(std::size_t row) const;
    /// The row with this id; empty where there is none.
    [[nodiscard]] std::optional<std::size_t> find(RecordId id) const;

    /// One value a field; personal texts masked.
    [[nodiscard]] std::vector<Value> values(std::size_t row) const;
    [[nodiscard]] Value value(std::size_t row, std::size_t field) const;
    /// The row whose fields of this key hold these values (one a field of the kind; personal ones in clear); empty
    /// where there is none.
    [[nodiscard]] std::optional<std::size_t> find(std::span<const std::uint8_t> key,
                                                  std::span<const Value> values) const;
    /// One reference a field, of personal ones alone; equal references are equal texts of shared ones (licence
    /// numbers).
    [[nodiscard]] std::vector<PersonRef> people(std::size_t row) const;
    /// The natural key with personal parts masked, as it may be shown.
    [[nodiscard]] std::string shown_key(std::size_t row) const;
    /// The natural key in clear, by which a command names the record. Never to be shown, logged or written.
    [[nodiscard]] std::string key(std::size_t row) const;

    struct Of;

private:
    const Snapshot* snapshot_;
    const KindInfo* kind_;
    std::unique_ptr<const Of> rows_;
};

}  // namespace xiaoan::data
