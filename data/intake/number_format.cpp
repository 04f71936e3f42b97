#include "data/intake/number_format.hpp"

#include <string>

namespace xiaoan::data {

namespace {

struct Letters {
    bool date = false;  // y, d, 年, 月, 日
    bool time = false;  // h, s, 时, 分, 秒
    bool month_or_minute = false;
};

void note(char letter, Letters& seen)
{
    switch (letter) {
    case 'y':
    case 'Y':
    case 'd':
    case 'D': seen.date = true; break;
    case 'h':
    case 'H':
    case 's':
    case 'S': seen.time = true; break;
    case 'm':
    case 'M': seen.month_or_minute = true; break;
    default: break;
    }
}

/// Moves past the bracket at `at`; elapsed time ([h], [mm]) is noted, colours and locales are not.
std::size_t past_bracket(std::string_view code, std::size_t at, Letters& seen)
{
    const std::size_t close = code.find(']', at);
    if (close == std::string_view::npos) return code.size();
    const auto inside = code.substr(at + 1, close - at - 1);
    if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) seen.time = true;
    return close + 1;
}

}  // namespace

FormatMeaning meaning_of_format_id(std::uint32_t id)
{
    const auto within = [id](std::uint32_t first, std::uint32_t last) { return id >= first && id <= last; };
    if (id == 22) return FormatMeaning::date_time;
    if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56)) return FormatMeaning::time;
    if (within(14, 17) || within(27, 36) || within(50, 58)) return FormatMeaning::date;
    return FormatMeaning::number;
}

FormatMeaning meaning_of_format_code(std::string_view code)
{
    Letters seen;
    for (std::size_t at = 0; at < code.size();) {
        const char c = code[at];
        if (c == ';') break;
        if (c == '"') {
            const std::size_t close = code.find('"', at + 1);
            if (close == std::string_view::npos) break;
            at = close + 1;
        } else if (c == '[') {
            at = past_bracket(code, at, seen);
        } else if (c == '\\' || c == '_' || c == '*') {
            at += 2;
        } else if (code.substr(at).starts_with("General") || code.substr(at).starts_with("GENERAL")) {
            at += 7;
        } else if (code.substr(at).starts_with("AM/PM") || code.substr(at).starts_with("am/pm")) {
            seen.time = true;
            at += 5;
        } else {
            for (const std::string_view character : {"年", "月", "日"})
                if (code.substr(at).starts_with(character)) seen.date = true;
            for (const std::string_view character : {"时", "分", "秒"})
                if (code.substr(at).starts_with(character)) seen.time = true;
            note(c, seen);
            ++at;
        }
    }
    if (seen.month_or_minute && !seen.time) seen.date = true;
    if (seen.date && seen.time) return FormatMeaning::date_time;
    return seen.date ? FormatMeaning::date : seen.time ? FormatMeaning::time : FormatMeaning::number;
}

}  // namespace xiaoan::data
