// The conflicts as one JSON document.
#pragma once

#include "console/conflicts/conflict.hpp"
#include "console/language/language.hpp"

#include <string>

namespace xiaoan::conflicts {

/// {"as_of","looked_at","settled","conflicts":[{"id","rule","county","text","first":{"kind","key","name","source":
/// {"file","sheet","row"}},"second":{…},"fields":[{"field","first","second","differs"}],"proposal","why"}]}; personal
/// texts masked, `proposal` null where a person has to look, `source` null for what was entered by hand.
[[nodiscard]] std::string conflicts_json(const data::Snapshot& snapshot, const Conflicts& conflicts,
                                         language::Language language);

}  // namespace xiaoan::conflicts
