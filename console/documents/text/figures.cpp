#include "console/documents/text/figures.hpp"

#include "console/documents/text/line_breaker.hpp"

#include <fmt/format.h>

#include <array>

namespace xiaoan::documents {

namespace {

constexpr std::size_t iso_length = 10;  // 2026-11-23

/// A date that stands for itself, not within a longer number: 2026-0012 and 2026-11-231 are none.
std::optional<data::Date> iso_date_at(std::u32string_view text, std::size_t at)
{
    const auto goes_on = [](char32_t code) { return is_latin(code) || code == U'-'; };
    if (at > 0 && goes_on(text[at - 1])) return std::nullopt;
    if (at + iso_length > text.size() || (at + iso_length < text.size() && goes_on(text[at + iso_length])))
        return std::nullopt;
    return data::date_from_iso(utf8(text.substr(at, iso_length)));
}

bool is_chinese(char32_t code)
{
    return is_han(code) || closes_in_half(code) || opens_in_half(code);
}

}  // namespace

std::string han_number(std::size_t number)
{
    constexpr std::array digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (number == 0 || number > 99) return std::to_string(number);
    std::string text;
    if (number >= 20) text += digits[number / 10];
    if (number >= 10) text += "十";
    return text + digits[number % 10];
}

std::string long_date(data::Date date)
{
    const std::chrono::year_month_day day{date};
    return fmt::format("{}年{}月{}日", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string document_text(std::string_view screen_text)
{
    const std::u32string text = code_points(screen_text);
    std::u32string made;
    for (std::size_t i = 0; i < text.size();) {
        if (const auto date = iso_date_at(text, i)) {
            made += code_points(long_date(*date));
            i += iso_length;
        } else
            made += text[i++];
    }
    std::u32string closed;
    for (std::size_t i = 0; i < made.size(); ++i) {
        const bool inner = i > 0 && i + 1 < made.size();
        if (made[i] == U' ' && inner && (is_chinese(made[i - 1]) || is_chinese(made[i + 1]))) continue;
        closed += made[i];
    }
    return utf8(closed);
}

}  // namespace xiaoan::documents
