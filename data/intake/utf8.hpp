// UTF-8: strict checking, and walking text one code point at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// Offset of the first byte that is not part of valid UTF-8 (overlong forms, surrogates and what lies past U+10FFFF
/// are invalid: Unicode 15, table 3-7); the size of the text where all of it is valid.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text) noexcept;

/// The code point at `at`, which moves past it; U+FFFD and one byte for invalid input. `at` must be inside the text.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

void append_utf8(std::string& text, char32_t code_point);

/// The text with U+FFFD in place of each invalid byte.
[[nodiscard]] std::string utf8_or_marks(std::string_view text);

}  // namespace xiaoan::data
