#include "console/rules/licence_class.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::rules {

namespace {

constexpr std::array known_classes{"A1", "A2", "A3", "B1", "B2", "C1", "C2", "C3", "C4",
                                   "C5", "C6", "D",  "E",  "F",  "M",  "N",  "P"};

/// Bits by their place in known_classes.
consteval std::uint32_t bits_of(std::initializer_list<std::string_view> wanted)
{
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < known_classes.size(); ++i)
        if (std::ranges::find(wanted, std::string_view{known_classes[i]}) != wanted.end()) bits |= 1U << i;
    return bits;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

}  // namespace

LicenceClasses classes_in(std::string_view text)
{
    LicenceClasses classes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = upper(text[i]);
        if (is_digit(c)) classes.unread = true;
        if (c < 'A' || c > 'Z') continue;  // separators, and words beside the codes
        char code[2] = {c, 0};
        std::size_t length = 1;
        if (i + 1 < text.size() && is_digit(text[i + 1])) {
            code[1] = text[++i];
            length = 2;
        }
        const auto* found = std::ranges::find(known_classes, std::string_view(code, length));
        if (found == known_classes.end())
            classes.unread = true;
        else
            classes.held |= 1U << static_cast<unsigned>(found - known_classes.begin());
    }
    return classes;
}

Cover licence_covers(LicenceClasses classes, std::optional<std::int32_t> seats)
{
    const auto has = [&](std::uint32_t bits) { return (classes.held & bits) != 0; };
    if (seats && *seats < 7) return Cover::covers;
    if (has(bits_of({"A1"}))) return Cover::covers;
    if (!seats || classes.held == 0) return Cover::cannot_tell;
    const bool enough = *seats >= 20   ? false
                        : *seats >= 10 ? has(bits_of({"A2", "B1"}))
                                       : has(bits_of({"A2", "A3", "B1", "B2", "C1"}));
    if (enough) return Cover::covers;
    if (classes.unread) return Cover::cannot_tell;
    return *seats < 10 && has(bits_of({"C2"})) ? Cover::police_must_say : Cover::too_low;
}

}  // namespace xiaoan::rules
