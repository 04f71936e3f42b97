#include "console/enforcement/case_plan.hpp"

#include "console/rules/findings_json.hpp"
#include "console/rules/sentence.hpp"

#include <algorithm>
#include <map>
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

/// The living cases that rest on findings, by bus and department.
class LivingCases {
public:
    explicit LivingCases(const data::Snapshot& snapshot)
    {
        for (const data::Case& each : snapshot.cases)
            if (!has_ended(each.state) && each.subject_kind == "bus" && !each.rules.empty())
                cases_.emplace(std::pair{std::string_view{each.subject_key}, std::string_view{each.department}}, &each);
    }
    /// The one of a row's bus and department; null where there is none.
    [[nodiscard]] const data::Case* of(const Row& row) const
    {
        const auto found = cases_.find({std::string_view{row.bus->registration_number}, data::word(row.department)});
        return found != cases_.end() ? found->second : nullptr;
    }
    /// The same, if it holds the row's rule.
    [[nodiscard]] const data::Case* holding(const Row& row) const
    {
        const data::Case* living = of(row);
        const auto id = rules::rule_id(row.finding);
        return living != nullptr && std::ranges::find(living->rules, id, &data::CaseRule::rule) != living->rules.end()
                   ? living
                   : nullptr;
    }

private:
    std::map<std::pair<std::string_view, std::string_view>, const data::Case*> cases_;
};

data::CaseRule frozen(const rules::Dossiers& dossiers, const Finding& finding, data::Date as_of)
{
    const auto why = rules::explain(dossiers, finding, as_of);
    return {rules::rule_id(finding), std::string{rules::basis(Language::zh, finding)},
            rules::sentence(Language::zh, why), rules::evidence_json(dossiers.snapshot(), why.evidence)};
}

/// What the habit adds in words: when a stopped bus is reported on, and that a term could not count working days.
std::string habit_note(const std::optional<data::Date>& report_by, bool by_calendar_days, data::Date as_of)
{
    std::string note;
    if (report_by) add_line(note, language::tr(Language::zh, "case.note.stop", {data::iso(*report_by)}));
    if (by_calendar_days) add_line(note, calendar_note(as_of));
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
                          .note = terms.note,
                          .matter = {},
                          .addressees = terms.addressees,
                          .item = terms.item,
                          .meeting = terms.meeting};
    if (opened.item.empty()) opened.item = item_of_rule(*snapshot.region, rules::rule_id(rows.front().finding));
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

void add_line(std::string& note, std::string_view line)
{
    if (!note.empty() && !line.empty()) note += '\n';
    note += line;
}

std::string calendar_note(data::Date as_of)
{
    return language::tr(Language::zh, "case.note.calendar", {data::iso(as_of).substr(0, 4)});
}

CasePlan case_plan(const rules::Dossiers& dossiers, std::span<const Finding> findings, data::Date as_of,
                   const CaseTerms& terms)
{
    CasePlan plan;
    const LivingCases living(dossiers.snapshot());
    std::set<std::string> already_open;
    std::vector<Row> rows;
    for (const Finding& finding : findings) {
        const Row row{finding, &dossiers.bus(dossiers.find(finding.bus)),
                      terms.department.value_or(finding.department)};
        if (const data::Case* open = living.holding(row))
            already_open.insert(open->number);
        else
            rows.push_back(row);
    }
    std::ranges::sort(rows, [](const Row& a, const Row& b) {
        return std::tuple{a.group(), a.finding.severity, a.finding.rule} <
               std::tuple{b.group(), b.finding.severity, b.finding.rule};
    });
    struct Planned {
        rules::Severity severity;
        data::OpenCase opened;
        std::string joins;
    };
    std::vector<Planned> cases;
    for (auto first = rows.begin(); first != rows.end();) {
        const auto last =
            std::find_if(first, rows.end(), [&](const Row& row) { return row.group() != first->group(); });
        const data::Case* joined = living.of(*first);
        cases.push_back({first->finding.severity, one_case(dossiers, {first, last}, as_of, terms, plan),
                         joined != nullptr ? joined->number : std::string{}});
        first = last;
    }
    std::ranges::stable_sort(cases, {}, &Planned::severity);
    for (Planned& each : cases) {
        plan.cases.push_back(std::move(each.opened));
        plan.joins.push_back(std::move(each.joins));
    }
    plan.already_open.assign(already_open.begin(), already_open.end());
    return plan;
}

}  // namespace xiaoan::enforcement
