#include "console/language/texts.hpp"

#include <algorithm>

namespace xiaoan::language {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string without_escapes(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && i + 1 < text.size();
        if (escape && text[i + 1] == 'n')
            plain += '\n';
        else if (escape && text[i + 1] == 's')
            plain += ' ';
        else {
            plain += text[i];
            continue;
        }
        ++i;
    }
    return plain;
}

}  // namespace

Texts texts_of(std::string_view file)
{
    Texts result;
    while (!file.empty()) {
        const auto end = file.find('\n');
        const auto line = trimmed(file.substr(0, end));
        file = end == std::string_view::npos ? std::string_view{} : file.substr(end + 1);
        if (line.empty() || line.front() == '#') continue;
        const auto sign = line.find('=');
        const auto key = trimmed(line.substr(0, sign));
        if (sign == std::string_view::npos || key.empty() || key.find(' ') != std::string_view::npos)
            result.malformed.push_back(line);
        else
            result.texts.push_back({key, without_escapes(trimmed(line.substr(sign + 1)))});
    }
    return result;
}

std::vector<unsigned> places_of(std::string_view text)
{
    std::vector<unsigned> places;
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
        if (text[i] == '{' && text[i + 1] >= '0' && text[i + 1] <= '9' && text[i + 2] == '}')
            places.push_back(static_cast<unsigned>(text[i + 1] - '0'));
    std::ranges::sort(places);
    const auto doubles = std::ranges::unique(places);
    places.erase(doubles.begin(), doubles.end());
    return places;
}

}  // namespace xiaoan::language
