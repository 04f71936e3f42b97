// Forms of text that keys and values are compared in: half-width, trimmed, without spaces.
#pragma once

#include <string>
#include <string_view>

namespace xiaoan::data {

/// Full-width digits, letters and signs (U+FF01 to U+FF5E) as ASCII, every kind of space as one ordinary space, and
/// zero-width characters dropped. A fold of its own, not NFKC: that would also turn ① into 1 and ㈠ into (一), which no
/// key needs and stored text must not suffer.
[[nodiscard]] std::string half_width(std::string_view text);

/// Without spaces, line breaks, full-width and zero-width spaces at both ends. A view into `text`.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Whether nothing but such spaces stands in it.
[[nodiscard]] bool is_blank(std::string_view text);

/// half_width() without any space.
[[nodiscard]] std::string compact(std::string_view text);

/// compact() in ASCII upper case, without the dots and hyphens that people put into numbers and codes.
[[nodiscard]] std::string code_form(std::string_view text);

[[nodiscard]] std::string upper_ascii(std::string_view text);
[[nodiscard]] std::string lower_ascii(std::string_view text);

}  // namespace xiaoan::data
