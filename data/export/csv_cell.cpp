#include "data/export/csv_cell.hpp"

#include <charconv>
#include <utility>

namespace xiaoan::data {

bool looks_like_formula(std::string_view text)
{
    // An apostrophe before a formula is escaped too, so that taking one away gives back what was recorded.
    std::string_view rest = text;
    while (!rest.empty() && rest.front() == '\'') rest.remove_prefix(1);
    if (rest.empty() || std::string_view{"=+-@\t\r"}.find(rest.front()) == std::string_view::npos) return false;
    double number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    return parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size();
}

std::string shielded(std::string text)
{
    return looks_like_formula(text) ? '\'' + std::move(text) : std::move(text);
}

void append_csv_cell(std::string& line, std::string_view text)
{
    const bool formula = looks_like_formula(text);
    if (text.find_first_of(",\"\r\n;\t") == std::string_view::npos) {
        if (formula) line += '\'';
        line += text;
        return;
    }
    line += '"';
    if (formula) line += '\'';
    for (const char c : text) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}

}  // namespace xiaoan::data
