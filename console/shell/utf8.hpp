// Reads UTF-8 one code point at a time, forgiving bytes that are not UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace xiaoan::shell {

/// The code point that starts at byte `at`, which moves behind it. A byte that fits nothing counts as U+FFFD and is one
/// long.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

/// Start of the code point before byte `at`; 0 at the beginning.
[[nodiscard]] std::size_t previous_start(std::string_view text, std::size_t at) noexcept;

/// Appends `code_point` as UTF-8; a value outside Unicode becomes U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

}  // namespace xiaoan::shell
