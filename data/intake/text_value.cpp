#include "data/intake/text_value.hpp"

#include "data/intake/utf8.hpp"
#include "data/intake/values/text_form.hpp"

namespace xiaoan::data {

namespace {

constexpr bool is_full_width_alphanumeric(char32_t c)
{
    return (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
}

constexpr bool is_ascii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

/// Nothing in it needs folding: printable ASCII without two spaces in a row, and characters of three bytes that are
/// neither spaces nor full-width forms (U+3001 to U+9FFF, which is what ledgers are written in).
bool is_plain(std::string_view text)
{
    bool space = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (byte < 0x20 || byte == 0x7F || (byte == ' ' && space)) return false;
            space = byte == ' ';
            ++at;
            continue;
        }
        const char32_t c = next_code_point(text, at);
        if (c <= U'\u3000' || c > U'\u9FFF') return false;
        space = false;
    }
    return !space;
}

std::string folded(std::string_view text, bool keep_spaces)
{
    std::string result;
    result.reserve(text.size());
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = next_code_point(text, at);
        const std::string_view piece = text.substr(from, at - from);
        if (is_blank(piece)) {
            space = space || half_width(piece) == " ";
            continue;
        }
        if (space && keep_spaces && !result.empty()) result += ' ';
        space = false;
        if (is_full_width_alphanumeric(c))
            result += static_cast<char>(c - U'！' + U'!');
        else
            result += piece;
    }
    return result;
}

}  // namespace

std::string plain_text(std::string_view text)
{
    return is_plain(text) ? std::string{text} : folded(text, true);
}

std::string code_text(std::string_view text)
{
    return text.find(' ') == std::string_view::npos && is_plain(text) ? std::string{text} : folded(text, false);
}

std::string name_text(std::string_view text)
{
    const std::string plain = plain_text(text);
    std::string name;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        const bool aligns = plain[at] == ' ' && (!is_ascii(plain[at - 1]) || !is_ascii(plain[at + 1]));
        if (!aligns) name += plain[at];
    }
    return name;
}

bool says_nothing(std::string_view text)
{
    return text == "无" || text == "無" || text == "没有" || text == "暂无" || lower_ascii(text) == "none";
}

bool is_stroke(std::string_view text)
{
    constexpr std::size_t longest_bytes = 12;
    if (text.size() > longest_bytes) return false;
    const std::string plain = compact(text);
    for (std::size_t at = 0; at < plain.size();) {
        const char32_t c = next_code_point(plain, at);
        if (c != U'-' && c != U'/' && c != U'\u2013' && c != U'\u2014' && c != U'\u2015' && c != U'\u2212' &&
            c != U'\u2500')
            return false;
    }
    return !plain.empty();
}

}  // namespace xiaoan::data
