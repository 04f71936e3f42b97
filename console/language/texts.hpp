// The form of the language files: lines "key = text", blank lines, and comments that begin with #.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::language {

struct Text {
    std::string_view key;  // within the text that was read
    std::string text;      // \n is a line break, \s a blank that would be lost at the end of the line
};

struct Texts {
    std::vector<Text> texts;                  // in the order of the file
    std::vector<std::string_view> malformed;  // lines that are none of the three
};

[[nodiscard]] Texts texts_of(std::string_view file);

/// The places {0}, {1} … of a text, ascending, without doubles.
[[nodiscard]] std::vector<unsigned> places_of(std::string_view text);

}  // namespace xiaoan::language
