// A finding in words: its sentence, the law it rests on, its rule's name.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/judge.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::string sentence(language::Language language, const Explanation& why);
[[nodiscard]] std::string_view basis(language::Language language, const Finding& finding);
/// 无校车标牌; of a gap with a mark that it cannot be judged.
[[nodiscard]] std::string title(language::Language language, const Finding& finding);

}  // namespace xiaoan::rules
