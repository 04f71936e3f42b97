// Entries of the log of changes as people read them: when, what was done, which record, which field from what to what.
#pragma once

#include "console/language/language.hpp"
#include "data/register/change.hpp"
#include "data/register/snapshot.hpp"
#include "data/register/value_origin.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::changes {

/// "2026-11-23T09:15:02+08:00" -> "2026-11-23 09:15"; other texts as they are.
[[nodiscard]] std::string moment_text(std::string_view at);

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

/// One value of a record with where it came from: "洮南.csv 第 12 行，第 2 号变更，2026-11-23 09:15，协调员".
struct OriginText {
    std::string label;
    std::string value;
    std::string from;
};
/// `kind` as a change names it: buses. `snapshot` has the region and the sources.
[[nodiscard]] std::vector<OriginText> origin_texts(const data::Snapshot& snapshot, std::string_view kind,
                                                   std::span<const data::ValueOrigin> values,
                                                   language::Language language);

}  // namespace xiaoan::changes
