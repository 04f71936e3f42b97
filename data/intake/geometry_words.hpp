// What is wrong with a geometry, in the language of the reader.
#pragma once

#include "data/intake/sentence.hpp"

#include <string>
#include <string_view>

namespace xiaoan::data {

/// What geo says of a geometry that it cannot use ("WKT, character 9: expected a number"), in the language asked for.
/// What is not known there stays as it is.
[[nodiscard]] std::string geometry_fault_text(std::string_view fault, SentenceLanguage language);

}  // namespace xiaoan::data
