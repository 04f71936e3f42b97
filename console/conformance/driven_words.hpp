// How a run was driven, in a few words.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/driven.hpp"

#include <string>

namespace xiaoan::conformance {

/// "偏离 2800 米、非站点停车 1 处、晚 12 分"; that it kept to everything, or that the device was silent. `limit_kmh` is
/// without the margin of the sensor; late is said from 5 minutes on.
[[nodiscard]] std::string driven_words(const rules::DrivenRunFacts& run, double limit_kmh, language::Language language);

}  // namespace xiaoan::conformance
