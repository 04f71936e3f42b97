// Words of an enumeration in a cell, Chinese or English.
#pragma once

#include "data/intake/values/reading.hpp"
#include "data/kinds/words.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// The form in which words are compared: school_bus, School Bus and ｓｃｈｏｏｌ－ｂｕｓ are one.
[[nodiscard]] std::string word_form(std::string_view text);

/// The number of the word from 1, as words_of<> counts: its stored word or its Chinese one, whatever the width, case
/// and spaces. bad_word{words that may stand there} for all else.
[[nodiscard]] Reading<std::uint8_t> parse_word(std::string_view text, std::span<const Word> words);

}  // namespace xiaoan::data
