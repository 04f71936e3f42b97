#include "console/water/findings/gap_cases.hpp"

#include "console/rules/findings_json.hpp"

#include <algorithm>

namespace xiaoan::water {

namespace {

using language::Language;

/// The cases of a water and its department that have not ended, as far as they matter here.
struct Living {
    const data::Case* on_findings = nullptr;
    const data::Case* by_hand = nullptr;
};

Living living_cases(const data::Snapshot& snapshot, const data::Water& water, std::string_view department)
{
    Living living;
    for (const data::Case& each : snapshot.cases) {
        const bool is_of = each.subject_kind == "water" && each.subject_key == water.code &&
                           each.department == department && !data::has_ended(each.state);
        if (is_of) (each.rules.empty() ? living.by_hand : living.on_findings) = &each;
    }
    return living;
}

/// Frozen in Chinese, as cases are kept.
data::CaseRule case_rule(const data::Snapshot& snapshot, const GapFinding& gap, data::Date as_of)
{
    return {.rule = rule_id(gap),
            .basis = std::string{basis_of(gap, Language::zh)},
            .text = sentence_of(gap, as_of, Language::zh),
            .evidence = rules::evidence_json(snapshot, evidence_of(snapshot, gap))};
}

}  // namespace

GapCases gap_cases(const data::Snapshot& snapshot, std::span<const GapFinding> found, const GapTerms& terms)
{
    GapCases made;
    for (std::size_t i = 0; i < found.size();) {
        const data::Water& water = *found[i].water;
        const auto department = responsible_department(water);
        const Living living = living_cases(snapshot, water, department);
        data::OpenCase opened{.subject_kind = "water",
                              .subject_key = water.code,
                              .county = water.county,
                              .department = std::string{department},
                              .opened_on = terms.opened_on,
                              .due_on = terms.due_on,
                              .rules = {},
                              .note = terms.note};
        bool any = false;
        for (; i < found.size() && found[i].water == &water; ++i) {
            if (found[i].unverified) continue;
            any = true;
            const bool held = living.on_findings != nullptr &&
                              std::ranges::any_of(living.on_findings->rules, [&](const data::CaseRule& rule) {
                                  return rule.rule == rule_id(found[i]);
                              });
            if (!held) opened.rules.push_back(case_rule(snapshot, found[i], terms.opened_on));
        }
        const data::Case* in_the_way = living.on_findings != nullptr ? living.on_findings : living.by_hand;
        if (!any) continue;
        if (opened.rules.empty() || (living.on_findings == nullptr && living.by_hand != nullptr)) {
            made.already_open.push_back(in_the_way->number);
            continue;
        }
        if (!water.duty_unit.empty()) opened.addressees.push_back({false, water.duty_unit});
        made.cases.push_back(std::move(opened));
    }
    return made;
}

}  // namespace xiaoan::water
