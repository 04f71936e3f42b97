#include "console/enforcement/case_plan.hpp"

#include "console/rules/findings_json.hpp"
#include "console/rules/sentence.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace xiaoan::enforcement {

namespace {

using language::Language;
using rules::Department;
using rules::Finding;

/// A finding with the bus and department that its case belongs to.
struct Row {
    Finding finding;
    const data::Bus* bus;
    Department department;

    [[nodiscard]] auto group() const { return std::tie(bus->registration_number, department); }
};

/// The open case of this bus and department that holds the rule; null where there is none.
const data::Case* holding(const data::Snapshot& snapshot, const Row& row)
{
    const auto id = rules::rule_id(row.finding);
    for (const data::Case& each : snapshot.cases)
        if (each.state != data::CaseState::closed && each.subject_key == row.bus->registration_number &&
            each.department == data::word(row.department) &&
            std::ranges::any_of(each.rules, [&](const data::CaseRule& rule) { return rule.rule == id; }))
            return &each;
    return nullptr;
}

data::CaseRule frozen(const rules::Dossiers& dossiers, const Finding& finding, data::Date as_of)
{
    const auto why = rules::explain(dossiers, finding, as_of);
    return {rules::rule_id(finding), std::string{rules::basis(Language::zh, finding)},
            rules::sentence(Language::zh, why), rules::evidence_json(dossiers.snapshot(), why.evidence)};
}

void add_line(std::string& note, std::string_view line)
{
    if (!note.empty() && !line.empty()) note += '\n';
    note += line;
}

/// What the habit adds in words: when a stopped bus is reported on, and that a term could not count working days.
std::string habit_note(const std::optional<data::Date>& report_by, bool by_calendar_days, data::Date as_of)
{
    std::string note;
    if (report_by) add_line(note, language::tr(Language::zh, "case.note.stop", {data::iso(*report_by)}));
    if (by_calendar_days)
        add_line(note, language::tr(Language::zh, "case.note.calendar", {data::iso(as_of).substr(0, 4)}));
    return note;
}

/// One case of rows that share a bus and department, gravest first.
data::OpenCase one_case(const rules::Dossiers& dossiers, std::span<const Row> rows, data::Date as_of,
                        const CaseTerms& terms, CasePlan& plan)
{
    const auto& snapshot = dossiers.snapshot();
    data::OpenCase opened{.subject_kind = "bus",
                          .subject_key = rows.front().bus->registration_number,
                          .county = rows.front().bus->county,
                          .department = std::string{data::word(rows.front().department)},
                          .opened_on = as_of,
                          .due_on = terms.due_on,
                          .rules = {},
                          .note = terms.note};
    std::optional<data::Date> earliest;
    std::optional<data::Date> report_by;
    bool by_calendar_days = false;
    for (const Row& row : rows) {
        opened.rules.push_back(frozen(dossiers, row.finding, as_of));
        const auto usual = usual_due(row.finding, as_of, *snapshot.region);
        earliest = std::min(earliest.value_or(usual.due_on), usual.due_on);
        if (usual.report_by) report_by = usual.report_by;
        by_calendar_days |= usual.by_calendar_days;
    }
    if (terms.due_on.has_date()) return opened;
    opened.due_on = data::DateCell{*earliest};
    plan.by_calendar_days |= by_calendar_days;
    add_line(opened.note, habit_note(report_by, by_calendar_days, as_of));
    return opened;
}

}  // namespace

CasePlan case_plan(const rules::Dossiers& dossiers, std::span<const Finding> findings, data::Date as_of,
                   const CaseTerms& terms)
{
    CasePlan plan;
    std::set<std::string> already_open;
    std::vector<Row> rows;
    for (const Finding& finding : findings) {
        const Row row{finding, &dossiers.bus(dossiers.find(finding.bus)),
                      terms.department.value_or(finding.department)};
        if (const data::Case* open = holding(dossiers.snapshot(), row))
            already_open.insert(open->number);
        else
            rows.push_back(row);
    }
    std::ranges::sort(rows, [](const Row& a, const Row& b) {
        return std::tuple{a.group(), a.finding.severity, a.finding.rule} <
               std::tuple{b.group(), b.finding.severity, b.finding.rule};
    });
    std::vector<std::pair<rules::Severity, data::OpenCase>> cases;
    for (auto first = rows.begin(); first != rows.end();) {
        const auto last =
            std::find_if(first, rows.end(), [&](const Row& row) { return row.group() != first->group(); });
        cases.emplace_back(first->finding.severity, one_case(dossiers, {first, last}, as_of, terms, plan));
        first = last;
    }
    std::ranges::stable_sort(cases, {}, [](const auto& each) { return each.first; });
    for (auto& [severity, opened] : cases) plan.cases.push_back(std::move(opened));
    plan.already_open.assign(already_open.begin(), already_open.end());
    return plan;
}

}  // namespace xiaoan::enforcement
