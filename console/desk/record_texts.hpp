// What a form shows of a record that is there already.
#pragma once

#include "console/language/language.hpp"
#include "data/register/snapshot.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::desk {

/// The texts of a record as the form shows them, in the order of the kind's fields; empty where there is no record of
/// this key, personal ones always.
[[nodiscard]] std::vector<std::string> record_texts(const data::Snapshot& snapshot, const data::KindInfo& kind,
                                                    std::string_view key, language::Language language);

}  // namespace xiaoan::desk
