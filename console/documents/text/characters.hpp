// How characters of Chinese type behave on a page: how wide they are, and where a line may not begin or end.
#pragma once

namespace xiaoan::documents {

/// Width in half cells of the grid: 1 for Latin letters, digits and half-width marks, 2 for Chinese characters and
/// full-width marks (quotation marks, dash and ellipsis among them), 0 for what has no width (U+2060, combining marks).
[[nodiscard]] int half_cells(char32_t code) noexcept;

/// May not begin a line: marks that close or part (，。、；：！？）》”%℃), the interpunct and connecting marks.
/// GB/T 15834-2011, 5.1.
[[nodiscard]] bool never_first(char32_t code) noexcept;
/// May not end a line: marks that open (（《“〔). GB/T 15834-2011, 5.1.
[[nodiscard]] bool never_last(char32_t code) noexcept;

/// Full-width marks that fill only half of their cell, so that they can be set in half of it: the ink of a closing one
/// stands at the left, of an opening one at the right. GB/T 15834-2011, 5.1.9 and 5.1.10.
[[nodiscard]] bool closes_in_half(char32_t code) noexcept;
[[nodiscard]] bool opens_in_half(char32_t code) noexcept;

/// ASCII letters and digits.
[[nodiscard]] bool is_digit(char32_t code) noexcept;
[[nodiscard]] bool is_latin(char32_t code) noexcept;
/// Chinese characters, without marks.
[[nodiscard]] bool is_han(char32_t code) noexcept;
/// Blanks at which a line can be broken: U+0020 and the ideographic U+3000, which is kept within a line.
[[nodiscard]] bool is_blank(char32_t code) noexcept;

}  // namespace xiaoan::documents
