#include "console/documents/text/characters.hpp"

#include <string_view>

namespace xiaoan::documents {

namespace {

using namespace std::string_view_literals;

constexpr auto closing_in_half = U"，。、；：！？）》〉」』】〕］｝”’"sv;
constexpr auto opening_in_half = U"（《〈「『【〔［｛“‘"sv;
constexpr auto others_never_first = U"…·—～－％‰℃,.;:!?)]}%/々"sv;
constexpr auto others_never_last = U"([{￥$#"sv;
/// Narrow in Western type, but full-width in Chinese: General Punctuation and signs that GB 2312 holds.
constexpr auto full_width_signs = U"“”‘’…—‰℃℉°×÷±§※№"sv;

constexpr bool holds(std::u32string_view set, char32_t code)
{
    return set.find(code) != std::u32string_view::npos;
}

constexpr bool between(char32_t code, char32_t first, char32_t last)
{
    return code >= first && code <= last;
}

}  // namespace

int half_cells(char32_t code) noexcept
{
    if (code == 0x2060 || between(code, 0x0300, 0x036F) || between(code, 0x200B, 0x200D) || code == 0xFEFF) return 0;
    if (holds(full_width_signs, code)) return 2;
    if (code < 0x2000 || between(code, 0xFF61, 0xFFDC)) return 1;
    return code < 0x2100 ? 1 : 2;
}

bool never_first(char32_t code) noexcept
{
    return closes_in_half(code) || holds(others_never_first, code);
}

bool never_last(char32_t code) noexcept
{
    return opens_in_half(code) || holds(others_never_last, code);
}

bool closes_in_half(char32_t code) noexcept
{
    return holds(closing_in_half, code);
}

bool opens_in_half(char32_t code) noexcept
{
    return holds(opening_in_half, code);
}

bool is_digit(char32_t code) noexcept
{
    return between(code, U'0', U'9');
}

bool is_latin(char32_t code) noexcept
{
    return is_digit(code) || between(code, U'A', U'Z') || between(code, U'a', U'z') || between(code, 0x00C0, 0x024F);
}

bool is_han(char32_t code) noexcept
{
    return between(code, 0x3400, 0x4DBF) || between(code, 0x4E00, 0x9FFF) || between(code, 0xF900, 0xFAFF) ||
           between(code, 0x20000, 0x3FFFF) || code == U'〇';
}

bool is_blank(char32_t code) noexcept
{
    return code == U' ' || code == U'　';
}

}  // namespace xiaoan::documents
