// What every export of records shares: their values as a ledger shows them, and how much of people it shows.
#pragma once

#include "data/kinds/field.hpp"
#include "data/register/snapshot.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::data {

struct ExportOptions {
    bool chinese = true;    // Chinese headers and words, else keys
    bool unmasked = false;  // personal texts in clear: only with a reason that the log keeps
    Date as_of{};           // what files that name a date of their making name, so that their bytes repeat
};

/// Calls `use` with the values of every record of the kind, one a field, ascending by id; personal texts as `options`
/// say. Masked ones cannot be imported again.
void for_each_record(const Snapshot& snapshot, const KindInfo& kind, const ExportOptions& options,
                     const std::function<void(std::span<const Value>)>& use);

/// How many records of the kind are in use.
[[nodiscard]] std::size_t record_count(const Snapshot& snapshot, const KindInfo& kind);

/// A stored value as a ledger shows it: 是, 无, 洮北区, 专用校车; without `chinese` as it is stored.
[[nodiscard]] std::string ledger_text(const Value& value, const FieldInfo& field, const Region* region, bool chinese);

/// What stands over the column of a field: its Chinese header or its key.
[[nodiscard]] std::string_view ledger_header(const FieldInfo& field, bool chinese);

}  // namespace xiaoan::data
