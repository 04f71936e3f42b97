#include "data/intake/values/registration_number.hpp"

#include "data/intake/utf8.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

constexpr std::u32string_view provinces = U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
constexpr std::u32string_view last_words = U"挂学警港澳";
constexpr std::size_t ordinary_length = 7, new_energy_length = 8;

bool is_digit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

bool is_letter(char32_t c)
{
    return c >= U'A' && c <= U'Z' && c != U'I' && c != U'O';
}

bool is_serial(char32_t c)
{
    return is_digit(c) || is_letter(c);
}

bool is_energy_letter(char32_t c)
{
    return c >= U'A' && c <= U'K' && c != U'I';
}

std::u32string code_points(std::string_view text)
{
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) points.push_back(next_code_point(text, at));
    return points;
}

bool is_national(std::u32string_view number)
{
    if (number.size() < ordinary_length || provinces.find(number[0]) == std::u32string_view::npos ||
        !is_letter(number[1]))
        return false;
    const auto serial = number.substr(2);
    if (number.size() == ordinary_length)
        return std::ranges::all_of(serial.substr(0, 4), is_serial) &&
               (is_serial(serial[4]) || last_words.find(serial[4]) != std::u32string_view::npos);
    if (number.size() != new_energy_length) return false;
    const bool small =
        is_energy_letter(serial[0]) && is_serial(serial[1]) && std::ranges::all_of(serial.substr(2), is_digit);
    const bool large = std::ranges::all_of(serial.substr(0, 5), is_digit) && is_energy_letter(serial[5]);
    return small || large;
}

/// Without a remark in brackets at its end (吉G12345（黄牌）), quotes around it, and colons.
std::string without_remark(std::string_view text)
{
    std::string plain = half_width(text);
    if (const std::size_t bracket = plain.find('('); bracket != std::string::npos && trimmed(plain).ends_with(')'))
        plain.resize(bracket);
    std::erase_if(plain, [](char c) { return c == '"' || c == ':'; });
    return code_form(plain);
}

}  // namespace

std::string canonical_registration_number(std::string_view text)
{
    return code_form(text);
}

bool is_national_registration_number(std::string_view canonical)
{
    return is_national(code_points(canonical));
}

Reading<std::string> parse_registration_number(std::string_view text)
{
    std::string canonical = canonical_registration_number(text);
    std::u32string points = code_points(canonical);
    if (is_national(points)) return canonical;
    if (std::string bare = without_remark(text); is_national(code_points(bare))) return bare;
    for (std::size_t i = 2; i < points.size(); ++i) {
        if (points[i] == U'O') points[i] = U'0';
        if (points[i] == U'I') points[i] = U'1';
    }
    std::string proposal;
    if (is_national(points))
        for (const char32_t point : points) append_utf8(proposal, point);
    return unread(IssueCode::bad_registration_number, {proposal});
}

}  // namespace xiaoan::data
