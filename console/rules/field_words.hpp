// Fields and their values in words: the same in lists of changes, in the review of a file, in conflicts and in forms.
#pragma once

#include "console/language/language.hpp"
#include "data/register/snapshot.hpp"
#include "data/register/value_origin.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::rules {

/// "核载人数" of field seats of buses.
[[nodiscard]] std::string_view field_label(const data::KindInfo& kind, std::size_t field, language::Language language);

/// A stored value as people read it, by kind and key of its field (bus.county): counties by name where the region has
/// them, words in the language, "未登记" where nothing is given. Longer ones than 80 characters (a geometry) are cut.
[[nodiscard]] std::string shown_value(const data::Snapshot& snapshot, std::string_view field, const data::Value& value,
                                      language::Language language);
/// The same by the field's place in its kind.
[[nodiscard]] std::string shown_value(const data::Snapshot& snapshot, const data::KindInfo& kind, std::size_t field,
                                      const data::Value& value, language::Language language);

/// A natural key as it is shown: 吉G12345 as 吉G·12345, parts apart.
[[nodiscard]] std::string shown_key(const data::KindInfo& kind, std::string_view key);

/// "2026-11-23T09:15:02+08:00" -> "2026-11-23 09:15"; other texts as they are.
[[nodiscard]] std::string moment_text(std::string_view at);

/// One value of a record with where it came from: "洮南.csv 第 12 行，第 2 号变更，2026-11-23 09:15，协调员".
struct OriginText {
    std::string label;
    std::string value;
    std::string from;
};
/// `snapshot` has the region and the sources.
[[nodiscard]] std::vector<OriginText> origin_texts(const data::Snapshot& snapshot, const data::KindInfo& kind,
                                                   std::span<const data::ValueOrigin> values,
                                                   language::Language language);

}  // namespace xiaoan::rules
