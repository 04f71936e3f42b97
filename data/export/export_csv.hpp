// Records of one kind as CSV in the formats of section 1, so that they can be imported again.
#pragma once

#include "data/kinds/field.hpp"
#include "data/register/snapshot.hpp"

#include <string>

namespace xiaoan::data {

struct ExportOptions {
    bool chinese = true;    // Chinese headers and words, else keys
    bool unmasked = false;  // personal texts in clear: only with a reason that the log keeps
};

/// All records of the kind, ascending by id, with a byte order mark (spreadsheets in China need it) and CR LF.
/// Masked personal texts cannot be imported again; an unmasked export changes nothing when it is.
[[nodiscard]] std::string export_csv(const Snapshot& snapshot, const KindInfo& kind, const ExportOptions& options);

/// How many records of the kind are in use.
[[nodiscard]] std::size_t record_count(const Snapshot& snapshot, const KindInfo& kind);

/// A stored value as a ledger shows it: 是, 无, 洮北区, 专用校车; without `chinese` as it is stored.
[[nodiscard]] std::string ledger_text(const Value& value, const FieldInfo& field, const Region* region, bool chinese);

}  // namespace xiaoan::data
