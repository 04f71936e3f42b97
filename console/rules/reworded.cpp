#include "console/rules/reworded.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace xiaoan::rules {

namespace {

using language::Language;

/// What stands in the places {0}, {1} … where a text is one of the pattern.
std::optional<std::vector<std::string>> arguments_in(std::string_view text, std::string_view pattern)
{
    std::vector<std::string> arguments;
    while (true) {
        const auto place = pattern.find('{');
        const auto before = pattern.substr(0, place);
        if (!text.starts_with(before)) return std::nullopt;
        text.remove_prefix(before.size());
        if (place == std::string_view::npos) return text.empty() ? std::optional{arguments} : std::nullopt;
        const auto close = pattern.find('}', place);
        const auto index = static_cast<std::size_t>(pattern[place + 1] - '0');
        pattern.remove_prefix(close + 1);
        const auto next = pattern.substr(0, pattern.find('{'));
        const auto end = next.empty() ? text.size() : text.find(next);
        if (end == std::string_view::npos) return std::nullopt;
        if (arguments.size() <= index) arguments.resize(index + 1);
        arguments[index] = text.substr(0, end);
        text.remove_prefix(end);
    }
}

/// Names of fields of a bus, listed in Chinese, in another language; any other text as it stands.
std::string renamed(const std::string& text, Language language)
{
    static constexpr std::string_view prefix = "field.bus.";
    static const auto keys = language::keys();  // sorted
    const std::string_view comma = language::tr(Language::zh, "cases.and");
    std::string names;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(comma, at), text.size());
        const std::string_view part = std::string_view{text}.substr(at, end - at);
        const auto first = std::ranges::lower_bound(keys, prefix);
        const auto key = std::find_if(first, keys.end(), [&](std::string_view each) {
            return !each.starts_with(prefix) || language::tr(Language::zh, each) == part;
        });
        if (key == keys.end() || !key->starts_with(prefix)) return text;
        names += (names.empty() ? "" : std::string{language::tr(language, "cases.and")}) +
                 std::string{language::tr(language, *key)};
        at = end + comma.size();
    }
    return names;
}

}  // namespace

std::string reworded(std::string_view rule, std::string_view chinese, Language language)
{
    if (language == Language::zh) return std::string{chinese};
    if (rule.ends_with('?')) rule.remove_suffix(1);
    const std::string prefix = "rule." + std::string{rule} + ".";
    static const auto keys = language::keys();  // sorted
    for (auto at = std::ranges::lower_bound(keys, prefix); at != keys.end() && at->starts_with(prefix); ++at) {
        const auto key = *at;
        if (auto arguments = arguments_in(chinese, language::tr(Language::zh, key))) {
            for (std::string& each : *arguments) each = renamed(each, language);
            return language::tr(language, key, *arguments);
        }
    }
    return std::string{chinese};
}

}  // namespace xiaoan::rules
