// Entries of the log of changes as people read them: when, what was done, which record, which field from what to what.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/field_words.hpp"
#include "data/register/change.hpp"
#include "data/register/snapshot.hpp"

#include <string>
#include <string_view>

namespace xiaoan::changes {

using rules::moment_text;

/// "校车：核载人数、所有人" of what was put by hand; other reasons as they are.
[[nodiscard]] std::string reason_text(const data::Change& change, language::Language language);

/// "导入：洮南校车.xlsx，新增 12": the command in words and, where there is one, its reason.
[[nodiscard]] std::string what_text(const data::Change& change, language::Language language);

/// "校车 吉G·12345": the kind in words and the key as it is shown.
[[nodiscard]] std::string record_name(const data::RecordChange& record, language::Language language);
/// "新增", "更改 3 项", "移除".
[[nodiscard]] std::string record_outcome(const data::RecordChange& record, language::Language language);

struct FieldText {
    std::string label;
    std::string before;
    std::string after;
};
/// Long values (a geometry) are cut at 80 characters. Counties by name where the region has them.
[[nodiscard]] FieldText field_text(const data::Snapshot& snapshot, const data::RecordChange& record,
                                   const data::FieldChange& field, language::Language language);

}  // namespace xiaoan::changes
