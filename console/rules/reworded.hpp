// A sentence that was frozen in one language, in the words of another.
#pragma once

#include "console/language/language.hpp"

#include <string>
#include <string_view>

namespace xiaoan::rules {

/// The Chinese sentence of a rule in another language: found among the rule's sentences by its words, its dates and
/// numbers carried over. As it is where none of them fits, as one that a person wrote. A trailing '?' of the rule is
/// ignored.
[[nodiscard]] std::string reworded(std::string_view rule, std::string_view chinese, language::Language language);

}  // namespace xiaoan::rules
