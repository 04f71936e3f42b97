// Natural keys: which of a kind's keys some values give, and keys as one text with '/' between their parts.
#pragma once

#include "data/kinds/field.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// Whether a part of a kind's key may be empty: an optional field of a kind that has one key only (a run's route).
[[nodiscard]] constexpr bool may_be_empty(const KindInfo& kind, std::uint8_t field)
{
    return kind.keys.size() == 1 && !kind.fields[field].required;
}

/// Whether the values give every part of one of the kind's keys that may not be empty.
[[nodiscard]] bool gives_key(const KindInfo& kind, std::span<const std::uint8_t> key, std::span<const Value> values);

/// The field to name where the values give none of the kind's keys.
[[nodiscard]] std::string_view missing_key_field(const KindInfo& kind, std::span<const Value> values);

/// The parts of a joined key put in their fields, one value a field of the kind; what a part cannot be stays empty.
/// Empty where the text cannot be that key.
[[nodiscard]] std::optional<std::vector<Value>> values_of_key(const KindInfo& kind, std::span<const std::uint8_t> key,
                                                              std::string_view joined);

}  // namespace xiaoan::data
