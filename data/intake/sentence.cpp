#include "data/intake/sentence.hpp"

#include <charconv>

namespace xiaoan::data {

namespace {

std::string_view place_value(std::string_view place, std::span<const std::string> numbered,
                             std::span<const NamedText> named)
{
    for (const auto& [name, text] : named)
        if (name == place) return text;
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(place.data(), place.data() + place.size(), index);
    if (error != std::errc{} || end != place.data() + place.size() || index >= numbered.size()) return {};
    return numbered[index];
}

/// One part without optional ones; `complete` becomes false where a place in it stayed empty.
std::string filled_part(std::string_view part, std::span<const std::string> numbered, std::span<const NamedText> named,
                        bool& complete)
{
    std::string text;
    std::size_t at = 0;
    while (at < part.size()) {
        const std::size_t open = part.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : part.find('}', open);
        if (close == std::string_view::npos) break;
        text += part.substr(at, open - at);
        const auto value = place_value(part.substr(open + 1, close - open - 1), numbered, named);
        if (value.empty()) complete = false;
        text += value;
        at = close + 1;
    }
    text += part.substr(at);
    return text;
}

}  // namespace

std::string filled(std::string_view sentence, std::span<const std::string> numbered, std::span<const NamedText> named)
{
    std::string text;
    std::size_t at = 0;
    while (at < sentence.size()) {
        const std::size_t open = sentence.find('[', at);
        const std::size_t close = open == std::string_view::npos ? open : sentence.find(']', open);
        if (close == std::string_view::npos) break;
        bool complete = true;
        text += filled_part(sentence.substr(at, open - at), numbered, named, complete);
        complete = true;
        const std::string optional =
            filled_part(sentence.substr(open + 1, close - open - 1), numbered, named, complete);
        if (complete) text += optional;
        at = close + 1;
    }
    bool complete = true;
    text += filled_part(sentence.substr(at), numbered, named, complete);
    return text;
}

}  // namespace xiaoan::data
