#include "console/enforcement/case_view.hpp"

#include "console/language/wording.hpp"
#include "console/rules/reworded.hpp"
#include "console/rules/wording.hpp"
#include "console/supervision/joint.hpp"
#include "data/register/case_life.hpp"

#include <fmt/format.h>
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
    if (field.find('.') == std::string::npos)  // the record itself, which the register lacked
        return tr(language, "finding.record",
                  {std::string{tr(language, "record." + field)}, std::string{tr(language, "value.not_in_register")}});
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

/// How a rule stands on the date, in words.
std::string_view standing_key(supervision::Standing standing, bool ended)
{
    switch (standing) {
    case supervision::Standing::stands: return ended ? "cases.stands_though_closed" : "cases.stands";
    case supervision::Standing::checked: return "cases.checked";
    case supervision::Standing::set_aside: return "cases.set_aside";
    case supervision::Standing::left: return "cases.left";
    case supervision::Standing::withdrawn: return "cases.withdrawn";
    default: return "cases.stands_no_more";
    }
}

FrozenFinding frozen(const data::CaseRule& rule, supervision::Standing standing, data::Date as_of, bool ended,
                     Language language)
{
    FrozenFinding finding{.title = rule_title(rule.rule, language),
                          .severity = supervision::severity_of(rule.rule).value_or(rules::Severity::notice),
                          .basis = rule.basis,
                          .text = rules::reworded(rule.rule, rule.text, language),
                          .evidence = evidence_lines(rule.evidence, language),
                          .stands =
                              standing != supervision::Standing::gone && standing != supervision::Standing::withdrawn,
                          .standing = {}};
    if (const auto basis = supervision::english_basis_of(rule.rule); !basis.empty() && language == Language::en)
        finding.basis = basis;
    finding.standing = tr(language, standing_key(standing, ended), {data::iso(as_of)});
    return finding;
}

CaseStepText step_text(const data::Case& of, const data::CaseEvent& event, Language language)
{
    CaseStepText step{.at = moment(event.at),
                      .what = std::string{tr(language, "case_event." + event.what)},
                      .by = event.by,
                      .text = event.text,
                      .notes = {}};
    const std::string on = data::iso(data::day_of(event));
    if (!step.at.starts_with(on)) step.at = tr(language, "case_event.written_later", {on, step.at});
    if (!event.document.empty()) step.what += "  " + event.document;
    if (event.due_on.has_date() && event.what != "opened")
        step.notes.push_back(tr(language, "case_event.due_on", {data::iso(event.due_on.date())}));
    for (const data::CaseAttachment& file : of.attachments)
        if (file.event == event.n && event.n != 0)
            step.notes.push_back(tr(language, "case_event.attachment", {file.name, size_text(file.size)}));
    return step;
}

std::vector<std::string> addressees_of(const data::Case& of, Language language)
{
    std::vector<std::string> lines;
    for (const data::CaseAddressee& each : of.addressees)
        lines.push_back(tr(language, each.copy ? "case.copy" : "case.to", {each.name}));
    return lines;
}

bool lists(std::string_view text, const std::string& number)
{
    const auto parts = supervision::listed(text);
    return std::ranges::find(parts, number) != parts.end();
}

/// What else speaks of the case: the task ledger's entry, meetings, assignments, hand-overs.
std::vector<std::string> links_of(const data::Snapshot& snapshot, const data::Case& of, data::Date as_of,
                                  Language language)
{
    std::vector<std::string> lines;
    if (!of.item.empty()) {
        const auto& plan = snapshot.region->plan;
        const auto item = std::ranges::find(plan, of.item, &data::PlanItem::item);
        const std::string title = item == plan.end()         ? std::string{}
                                  : language == Language::zh ? item->title_zh
                                                             : item->title_en;
        lines.push_back(tr(language, "case.link.item", {of.item, title}));
    }
    for (const data::Meeting& meeting : snapshot.all<data::Meeting>())
        if (meeting.number == of.meeting || lists(meeting.cases, of.number))
            lines.push_back(tr(
                language, "case.link.meeting",
                {meeting.number, meeting.held_on.has_date() ? data::iso(meeting.held_on.date()) : "", meeting.agreed}));
    for (const data::Assignment& each : snapshot.all<data::Assignment>())
        if (each.case_number == of.number)
            lines.push_back(
                tr(language, supervision::is_done(each, as_of) ? "case.link.done" : "case.link.assignment",
                   {each.number, std::string{tr(language, "department." + std::string{data::word(each.department)})},
                    each.what, each.due_on.has_date() ? data::iso(each.due_on.date()) : "—"}));
    for (const data::Handover& each : snapshot.all<data::Handover>())
        if (each.case_number == of.number)
            lines.push_back(
                tr(language, each.received_on.has_date() ? "case.link.received" : "case.link.handover",
                   {each.number, std::string{tr(language, "department." + std::string{data::word(each.to)})},
                    each.receipt.empty() ? "—" : each.receipt}));
    return lines;
}

/// What the standing of its findings asks for, where that is not what the state says.
std::string standing_says(const data::Case& of, supervision::Standing standing, data::Date as_of, Language language)
{
    const std::string date = data::iso(as_of);
    const bool living = !has_ended(of.state);
    if (standing == supervision::Standing::gone && living && of.state != data::CaseState::verified)
        return tr(language, "cases.gone", {date});
    if (standing == supervision::Standing::checked && of.state == data::CaseState::verified)
        return tr(language, "cases.ledger_behind", {date});
    if (standing == supervision::Standing::set_aside && living) return tr(language, "cases.all_set_aside", {date});
    if (standing == supervision::Standing::withdrawn && living) return tr(language, "cases.facts_withdrawn", {date});
    if (standing == supervision::Standing::left && living) return tr(language, "cases.subject_left", {date});
    if (standing == supervision::Standing::stands && of.state == data::CaseState::closed)
        return tr(language, "cases.back", {date});
    if (standing == supervision::Standing::stands && of.state == data::CaseState::verified)
        return tr(language, "cases.back_before_closing", {date});
    return {};
}

}  // namespace

std::string size_text(std::int64_t bytes)
{
    if (bytes < 1024) return fmt::format("{} B", bytes);
    if (bytes < 1024 * 1024) return fmt::format("{} KB", (bytes + 512) / 1024);
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / (1024.0 * 1024.0));
}

std::string why_not(const data::Case& of, data::CaseStep step, Language language)
{
    const auto after = data::state_after(of.state, step);
    return after ? std::string{} : tr(language, "rejected." + std::string{after.error()}, {of.number});
}

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
    const auto& snapshot = dossiers.snapshot();
    const auto standings = supervision::rule_standings(dossiers, opened, as_of);
    const auto row = supervision::case_row(opened, supervision::standing_of(opened, standings), as_of);
    CaseView view;
    view.opened = &opened;
    view.subject = subject_text(snapshot, opened, language);
    view.has_subject = opened.subject_kind == "bus"
                           ? dossiers.find(std::string_view{opened.subject_key}) != dossiers.size()
                           : opened.subject_kind == "water" &&
                                 std::ranges::any_of(snapshot.all<data::Water>(), [&](const data::Water& each) {
                                     return each.code == opened.subject_key;
                                 });
    view.state = tr(language, "case_state." + std::string{data::word(opened.state)});
    view.left = time_left(opened, as_of, language);
    view.overdue_days = row.overdue_days;
    view.stands = row.standing == supervision::Standing::stands;
    view.standing = row.standing;
    view.next = row.next;
    view.next_text = next_text(row, language);
    view.says = standing_says(opened, row.standing, as_of, language);
    view.addressees = addressees_of(opened, language);
    view.links = links_of(snapshot, opened, as_of, language);
    view.line = view.subject;
    for (const std::string& part : {rules::county_name(snapshot, opened.county, language),
                                    std::string{tr(language, "department." + opened.department)}})
        if (!part.empty()) view.line += "  " + part;
    for (std::size_t i = 0; i < standings.size(); ++i)
        view.findings.push_back(frozen(opened.rules[i], standings[i], as_of, has_ended(opened.state), language));
    for (const data::CaseEvent& event : opened.events) view.steps.push_back(step_text(opened, event, language));
    return view;
}

}  // namespace xiaoan::enforcement
