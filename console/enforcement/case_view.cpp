#include "console/enforcement/case_view.hpp"

#include "console/enforcement/case_rows.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"

#include <rapidjson/document.h>

#include <algorithm>

namespace xiaoan::enforcement {

namespace {

using language::Language;
using language::tr;

using Json = rapidjson::Value;

std::string text_of(const Json& object, const char* key)
{
    const auto found = object.FindMember(key);
    if (found == object.MemberEnd() || !found->value.IsString()) return {};
    return {found->value.GetString(), found->value.GetStringLength()};
}

/// "洮北区校车.xlsx“校车”第 12 行" of a source object; empty where there is none.
std::string source_text(const Json& fact, Language language)
{
    const auto source = fact.FindMember("source");
    if (source == fact.MemberEnd() || !source->value.IsObject()) return {};
    const auto row = source->value.FindMember("row");
    const std::string number =
        row != source->value.MemberEnd() && row->value.IsInt() ? std::to_string(row->value.GetInt()) : "";
    const std::string file = text_of(source->value, "file"), sheet = text_of(source->value, "sheet");
    return sheet.empty() ? tr(language, "origin.row", {file, number})
                         : tr(language, "origin.sheet_row", {file, sheet, number});
}

std::string evidence_line(const Json& fact, Language language)
{
    const std::string field = text_of(fact, "field");
    const std::string label{tr(language, "field." + field)};
    const std::string value = rules::value_text(field, text_of(fact, "value"), language);
    const std::string source = source_text(fact, language);
    return source.empty() ? tr(language, "finding.record", {label, value})
                          : tr(language, "finding.record_from", {label, value, source});
}

/// "2026-11-20 09:15" of ISO 8601 with offset.
std::string moment(const std::string& at)
{
    return at.size() >= 16 && at[10] == 'T' ? at.substr(0, 10) + " " + at.substr(11, 5) : at;
}

FrozenFinding frozen(const data::CaseRule& rule, bool stands, data::Date as_of, bool closed, Language language)
{
    const rules::Rule* known = rules::find_rule(rule.rule);
    FrozenFinding finding{.title = rule_title(rule.rule, language),
                          .severity = known != nullptr ? known->severity : rules::Severity::notice,
                          .basis = rule.basis,
                          .text = rule.text,
                          .evidence = evidence_lines(rule.evidence, language),
                          .stands = stands,
                          .standing = {}};
    if (rule.rule.ends_with('?')) finding.severity = rules::Severity::data;
    if (known != nullptr && language == Language::en) finding.basis = known->basis_en;
    const auto* key = stands ? (closed ? "cases.stands_though_closed" : "cases.stands") : "cases.stands_no_more";
    finding.standing = tr(language, key, {data::iso(as_of)});
    return finding;
}

}  // namespace

std::vector<std::string> evidence_lines(std::string_view json, Language language)
{
    std::vector<std::string> lines;
    if (json.empty()) return lines;
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
    if (document.HasParseError() || !document.IsArray()) return {std::string{json}};
    for (const Json& fact : document.GetArray())
        if (fact.IsObject()) lines.push_back(evidence_line(fact, language));
    return lines;
}

CaseView case_view(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of, Language language)
{
    const auto standing = standing_rules(dossiers, opened, as_of);
    CaseView view{.opened = &opened,
                  .subject = language::shown_registration_number(opened.subject_key),
                  .has_subject = dossiers.find(std::string_view{opened.subject_key}) != dossiers.size(),
                  .line = {},
                  .state = std::string{tr(language, "case_state." + std::string{data::word(opened.state)})},
                  .left = time_left(opened, as_of, language),
                  .overdue_days = overdue_days(opened, as_of),
                  .stands = !standing.empty(),
                  .findings = {},
                  .steps = {}};
    view.line = view.subject;
    for (const std::string& part : {rules::county_name(dossiers.snapshot(), opened.county, language),
                                    std::string{tr(language, "department." + opened.department)}})
        if (!part.empty()) view.line += "  " + part;
    for (const data::CaseRule& rule : opened.rules)
        view.findings.push_back(frozen(rule, std::ranges::find(standing, rule.rule) != standing.end(), as_of,
                                       opened.state == data::CaseState::closed, language));
    for (const data::CaseEvent& event : opened.events)
        view.steps.push_back(
            {moment(event.at), std::string{tr(language, "case_event." + event.what)}, event.by, event.text});
    return view;
}

}  // namespace xiaoan::enforcement
