// Cases about vehicles in no register.
#include "console/enforcement/case_plan.hpp"
#include "console/rules/findings_json.hpp"
#include "console/rules/sentence.hpp"
#include "console/supervision/case_standing.hpp"

#include <algorithm>
#include <iterator>

namespace xiaoan::enforcement {

namespace {

using language::Language;

const data::Case* living_case(const data::Snapshot& snapshot, std::string_view number, std::string_view department)
{
    const auto found = std::ranges::find_if(snapshot.cases, [&](const data::Case& each) {
        return !has_ended(each.state) && each.subject_kind == supervision::subject_of_strangers &&
               each.subject_key == number && each.department == department && !each.rules.empty();
    });
    return found != snapshot.cases.end() ? &*found : nullptr;
}

}  // namespace

void add_strangers(CasePlan& plan, const data::Snapshot& snapshot, std::span<const rules::StrangerFinding> strangers,
                   data::Date as_of, const CaseTerms& terms)
{
    const auto all = rules::rules();
    const rules::Rule& rule = *rules::find_rule(rules::rule_of_strangers);
    const rules::Finding term{.rule = static_cast<std::uint16_t>(&rule - all.data()), .severity = rule.severity};
    for (const rules::StrangerFinding& stranger : strangers) {
        const std::string department{data::word(terms.department.value_or(rule.department))};
        if (const data::Case* living = living_case(snapshot, stranger.registration_number, department)) {
            plan.already_open.push_back(living->number);
            continue;
        }
        data::OpenCase opened{
            .subject_kind = std::string{supervision::subject_of_strangers},
            .subject_key = stranger.registration_number,
            .county = stranger.county,
            .department = department,
            .opened_on = as_of,
            .due_on = terms.due_on,
            .rules = {{std::string{rule.id}, std::string{rule.basis_zh}, rules::sentence(Language::zh, stranger.why),
                       rules::evidence_json(snapshot, stranger.why.evidence)}},
            .note = terms.note,
            .matter = {},
            .addressees = terms.addressees,
            .item = terms.item.empty() ? item_of_rule(*snapshot.region, rule.id) : terms.item,
            .meeting = terms.meeting};
        if (!opened.due_on.has_date()) {
            const auto usual = usual_due(term, as_of, *snapshot.region);
            opened.due_on = data::DateCell{usual.due_on};
            plan.by_calendar_days |= usual.by_calendar_days;
            if (usual.by_calendar_days) add_line(opened.note, calendar_note(as_of));
        }
        plan.cases.push_back(std::move(opened));
        plan.joins.emplace_back();
    }
    std::ranges::sort(plan.already_open);
}

}  // namespace xiaoan::enforcement
