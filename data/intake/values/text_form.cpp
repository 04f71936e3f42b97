#include "data/intake/values/text_form.hpp"

#include "data/intake/utf8.hpp"

namespace xiaoan::data {

namespace {

constexpr bool is_space(char32_t c)
{
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u0085' || c == U'\u00A0' ||
           (c >= U'\u2000' && c <= U'\u200A') || c == U'\u2028' || c == U'\u2029' || c == U'\u202F' || c == U'\u205F' ||
           c == U'\u3000';
}

constexpr bool is_zero_width(char32_t c)
{
    return (c >= U'\u200B' && c <= U'\u200F') || (c >= U'\u202A' && c <= U'\u202E') || c == U'\u2060' ||
           c == U'\uFEFF' || c == U'\u00AD';
}

/// Dots and hyphens of every width, as they stand between the parts of a registration number.
constexpr bool is_mark_within_codes(char32_t c)
{
    switch (c) {
    case U'.':
    case U'-':
    case U'_':
    case U'\u00B7':
    case U'\u2022':
    case U'\u2027':
    case U'\u2219':
    case U'\u22C5':
    case U'\u30FB':
    case U'\uFF65':
    case U'\u25CF':
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2015':
    case U'\u2212':
    case U'\u3002': return true;
    default: return false;
    }
}

constexpr char32_t folded(char32_t c)
{
    if (c >= U'\uFF01' && c <= U'\uFF5E') return c - U'\uFF01' + U'!';
    return is_space(c) ? U' ' : c;
}

/// A byte that begins a Chinese character of the basic block (U+4000 to U+9FFF) or is visible ASCII: no space.
constexpr bool begins_visible(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte > 0x20 && byte < 0x7F) || (byte >= 0xE4 && byte <= 0xE9);
}

bool begins_bare(std::string_view text)
{
    return !text.empty() && begins_visible(text.front());
}

bool ends_bare(std::string_view text)
{
    const auto last = static_cast<unsigned char>(text.back());
    if (last < 0x80) return last > 0x20 && last < 0x7F;
    constexpr std::size_t han_bytes = 3;
    if (text.size() < han_bytes) return false;
    const auto first = static_cast<unsigned char>(text[text.size() - han_bytes]);
    return first >= 0xE4 && first <= 0xE9;
}

template <class Keep>
std::string folded_where(std::string_view text, Keep keep)
{
    std::string result;
    result.reserve(text.size());
    // Most cells are printable ASCII, which folds to itself.
    const auto stays = [&](char c) { return c >= ' ' && c < 0x7F && keep(static_cast<unsigned char>(c)); };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && stays(text[end])) ++end;
        if (end > at) {
            result.append(text, at, end - at);
            at = end;
            continue;
        }
        const char32_t c = next_code_point(text, at);
        if (is_zero_width(c)) continue;
        const char32_t half = folded(c);
        if (keep(half)) append_utf8(result, half);
    }
    return result;
}

}  // namespace

std::string half_width(std::string_view text)
{
    return folded_where(text, [](char32_t) { return true; });
}

std::string_view trimmed(std::string_view text)
{
    if (begins_bare(text) && ends_bare(text)) return text;
    const auto dropped = [](char32_t c) { return is_space(c) || is_zero_width(c); };
    while (!text.empty()) {
        std::size_t past = 0;
        if (!dropped(next_code_point(text, past))) break;
        text.remove_prefix(past);
    }
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
        std::size_t past = last;
        if (!dropped(next_code_point(text, past))) break;
        text.remove_suffix(text.size() - last);
    }
    return text;
}

bool is_blank(std::string_view text)
{
    return trimmed(text).empty();
}

std::string compact(std::string_view text)
{
    return folded_where(text, [](char32_t c) { return c != U' '; });
}

std::string code_form(std::string_view text)
{
    return upper_ascii(folded_where(text, [](char32_t c) { return c != U' ' && !is_mark_within_codes(c); }));
}

std::string upper_ascii(std::string_view text)
{
    std::string upper{text};
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return upper;
}

std::string lower_ascii(std::string_view text)
{
    std::string lower{text};
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

}  // namespace xiaoan::data
