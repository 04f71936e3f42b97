#include "console/rules/sentence.hpp"

#include <algorithm>

namespace xiaoan::rules {

using language::Language;

namespace {

/// The names of fields that an argument lists by their keys; any other argument as it stands.
std::string worded(Language language, const std::string& argument)
{
    if (!argument.starts_with("field.")) return argument;
    std::string names;
    for (std::size_t at = 0; at < argument.size();) {
        const auto end = std::min(argument.find(' ', at), argument.size());
        names += (names.empty() ? "" : std::string{language::tr(language, "cases.and")}) +
                 std::string{language::tr(language, argument.substr(at, end - at))};
        at = end + 1;
    }
    return names;
}

}  // namespace

std::string sentence(Language language, const Explanation& why)
{
    std::vector<std::string> arguments;
    for (const std::string& each : why.arguments) arguments.push_back(worded(language, each));
    return language::tr(language, why.text, arguments);
}

std::string_view basis(Language language, const Finding& finding)
{
    const Rule& rule = rules()[finding.rule];
    return language == Language::zh ? rule.basis_zh : rule.basis_en;
}

std::string title(Language language, const Finding& finding)
{
    const auto name = language::tr(language, "rule." + std::string{rules()[finding.rule].id} + ".title");
    return finding.gap ? language::tr(language, "rule.gap", {std::string{name}}) : std::string{name};
}

}  // namespace xiaoan::rules
