#include "console/rules/licence_class.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::rules {

namespace {

constexpr std::array known_classes{"A1", "A2", "A3", "B1", "B2", "C1", "C2", "C3", "C4",
                                   "C5", "C6", "D",  "E",  "F",  "M",  "N",  "P"};

/// The classes found in a text, as bits by their place in known_classes; and whether anything was left unread.
struct Classes {
    std::uint32_t held = 0;
    bool unread = false;
    [[nodiscard]] bool has(std::initializer_list<std::string_view> wanted) const
    {
        for (std::size_t i = 0; i < known_classes.size(); ++i)
            if ((held >> i & 1U) != 0 && std::ranges::find(wanted, std::string_view{known_classes[i]}) != wanted.end())
                return true;
        return false;
    }
};

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

Classes classes_in(std::string_view text)
{
    Classes classes;
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

}  // namespace

Cover licence_covers(std::string_view classes, std::optional<std::int32_t> seats)
{
    if (seats && *seats < 7) return Cover::covers;
    const auto held = classes_in(classes);
    if (held.has({"A1"})) return Cover::covers;
    if (!seats || held.held == 0) return Cover::cannot_tell;
    const bool enough = *seats >= 20   ? false
                        : *seats >= 10 ? held.has({"A2", "B1"})
                                       : held.has({"A2", "A3", "B1", "B2", "C1"});
    if (enough) return Cover::covers;
    if (held.unread) return Cover::cannot_tell;
    return *seats < 10 && held.has({"C2"}) ? Cover::police_must_say : Cover::too_low;
}

}  // namespace xiaoan::rules
