#include "console/rules/sentence.hpp"

namespace xiaoan::rules {

using language::Language;

std::string sentence(Language language, const Explanation& why)
{
    return language::tr(language, why.text, why.arguments);
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
