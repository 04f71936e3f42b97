#include "console/rules/rule_book.hpp"

#include "console/language/language.hpp"
#include "console/rules/rule.hpp"
#include "console/rules/settings.hpp"

#include <array>

namespace xiaoan::rules {

namespace {

using language::Language;
using language::tr;

constexpr std::array languages{Language::zh, Language::en};

std::string_view fix_key(Fix fix)
{
    switch (fix) {
    case Fix::law: return "fix.law";
    case Fix::law_with_number: return "fix.law_with_number";
    case Fix::habit: break;
    }
    return "fix.habit";
}

/// One line of a list: "- **条件**：…".
void add_line(std::string& text, Language of, std::string_view label, std::string_view said)
{
    text.append("- **").append(tr(of, label)).append(of == Language::zh ? "**：" : "**: ").append(said).append("\n");
}

void add_rule(std::string& text, const Rule& rule)
{
    const std::string key = "rule." + std::string{rule.id};
    text.append("\n### ").append(rule.id).append(" ").append(tr(Language::zh, key + ".title"));
    text.append(" · ").append(tr(Language::en, key + ".title")).append("\n");
    for (const Language of : languages) {
        text += '\n';
        add_line(text, of, "book.condition", tr(of, key + ".condition"));
        add_line(text, of, "book.severity", tr(of, "severity." + std::string{data::word(rule.severity)}));
        add_line(text, of, "book.department", tr(of, "department." + std::string{data::word(rule.department)}));
        add_line(text, of, "book.basis", of == Language::zh ? rule.basis_zh : rule.basis_en);
        add_line(text, of, "book.fix", tr(of, fix_key(rule.fix)));
        if (rule.severity == Severity::rectify)
            add_line(text, of, "book.term", tr(of, "book.days", {std::to_string(rule.rectify_days)}));
        add_line(text, of, "book.scope",
                 tr(of, rule.of_strangers      ? "book.strangers"
                        : rule.only_in_service ? "book.in_service"
                                               : "book.all_buses"));
    }
}

void add_setting(std::string& text, const settings::SettingInfo& setting)
{
    const std::string key = "setting." + std::string{setting.name};
    const std::string& value = setting.default_value;
    text.append("\n### `").append(setting.name).append("`\n");
    for (const Language of : languages) {
        text += '\n';
        add_line(text, of, "setting.meaning", tr(of, key));
        std::string shown = value.empty() ? std::string{tr(of, "setting.not_established")} : value;
        if (!value.empty() && setting.unit != "word" && setting.unit != "date")
            shown.append(" ").append(tr(of, "setting.unit." + std::string{setting.unit}));
        add_line(text, of, "setting.default", shown);
        add_line(text, of, "setting.source", tr(of, key + ".source"));
    }
}

void add_heading(std::string& text, std::string_view marks, std::string_view key)
{
    text.append(marks).append(" ").append(tr(Language::zh, key)).append(" · ").append(tr(Language::en, key));
    text += '\n';
}

}  // namespace

std::string rule_book()
{
    std::string text;
    add_heading(text, "#", "book.title");
    for (const Language of : languages) text.append("\n").append(tr(of, "book.intro")).append("\n");
    text += '\n';
    add_heading(text, "##", "book.rule");
    for (const Rule& rule : rules()) add_rule(text, rule);
    text += '\n';
    add_heading(text, "##", "book.parameters");
    for (const settings::SettingInfo& setting : rule_settings()) add_setting(text, setting);
    return text;
}

}  // namespace xiaoan::rules
