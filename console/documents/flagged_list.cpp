#include "console/documents/flagged_list.hpp"

#include "console/documents/text/figures.hpp"
#include "console/language/wording.hpp"
#include "console/rules/sentence.hpp"
#include "console/rules/wording.hpp"

#include <algorithm>

namespace xiaoan::documents {

namespace {

using language::Language;
using language::tr;

std::string date_text(const data::DateCell& date)
{
    return date.has_date() ? data::iso(date.date()) : std::string{};
}

FlaggedList::Row row(const rules::Dossiers& dossiers, const rules::Finding& finding, data::Date as_of,
                     Language language)
{
    const auto index = dossiers.find(finding.bus);
    const data::Bus& bus = dossiers.bus(index);
    const data::Operator* run_by = dossiers.run_by(index);
    const auto why = rules::explain(dossiers, finding, as_of);
    FlaggedList::Row made;
    made.registration_number = bus.registration_number;
    made.county = rules::county_name(dossiers.snapshot(), bus.county, language);
    made.run_by = run_by != nullptr ? run_by->name : bus.run_by;
    made.severity = finding.severity;
    made.problem = rules::title(language, finding);
    made.since = date_text(finding.since);
    made.due =
        finding.severity == rules::Severity::stop ? std::string{tr(language, "buses.at_once")} : date_text(finding.due);
    made.department = tr(language, "department." + std::string{data::word(finding.department)});
    made.basis = rules::basis(language, finding);
    for (const auto& line : rules::evidence_lines(dossiers.snapshot(), why.evidence, language))
        made.evidence += (made.evidence.empty() ? "" : "\n") + line;
    return made;
}

FlaggedList::Row row(const data::Snapshot& snapshot, const rules::StrangerFinding& stranger, Language language)
{
    const rules::Rule& rule = *rules::find_rule(rules::rule_of_strangers);
    FlaggedList::Row made;
    made.registration_number = stranger.registration_number;
    made.county = rules::county_name(snapshot, stranger.county, language);
    made.run_by = tr(language, "record.vehicle");
    made.severity = rule.severity;
    made.problem = tr(language, "rule." + std::string{rule.id} + ".title");
    made.since = date_text(stranger.since);
    made.department = tr(language, "department." + std::string{data::word(rule.department)});
    made.basis = language == Language::zh ? rule.basis_zh : rule.basis_en;
    made.evidence = rules::sentence(language, stranger.why);
    for (const auto& line : rules::evidence_lines(snapshot, stranger.why.evidence, language))
        made.evidence += "\n" + line;
    return made;
}

}  // namespace

FlaggedList flagged_list(const rules::Dossiers& dossiers, const rules::Judgement& judgement,
                         const std::vector<rules::Finding>& findings, Language language,
                         std::span<const rules::StrangerFinding> strangers)
{
    const auto& snapshot = dossiers.snapshot();
    const auto buses = [&](rules::BusState state) {
        return language::grouped(judgement.buses_in[static_cast<std::size_t>(state)]);
    };
    FlaggedList list;
    list.title = tr(language, "list.title");
    list.facts.push_back(
        tr(language, "list.facts",
           {snapshot.name, language == Language::zh ? long_date(judgement.as_of) : data::iso(judgement.as_of)}));
    list.facts.push_back(
        tr(language, "list.counts",
           {language::grouped(judgement.looked_at), buses(rules::BusState::stop), buses(rules::BusState::rectify),
            buses(rules::BusState::notice), language::grouped(findings.size() + strangers.size())}));
    for (const auto* key : {"list.number", "list.registration_number", "list.county", "list.run_by", "list.problem",
                            "list.since", "list.due", "list.department", "list.basis", "list.evidence"})
        list.headers.emplace_back(tr(language, key));
    for (const auto& finding : findings) list.rows.push_back(row(dossiers, finding, judgement.as_of, language));
    const auto lighter = [&] {
        const auto grave = rules::find_rule(rules::rule_of_strangers)->severity;
        return std::ranges::find_if(list.rows, [&](const FlaggedList::Row& each) { return each.severity > grave; });
    };
    for (const auto& stranger : strangers) list.rows.insert(lighter(), row(snapshot, stranger, language));
    list.empty_text = tr(language, "list.empty", {language::grouped(judgement.looked_at)});
    list.foot = tr(language, "list.foot", {std::to_string(snapshot.last_change.value)});
    list.page_of = tr(language, "list.page_of");
    if (snapshot.demonstration) list.demonstration = tr(language, "demonstration");
    list.author = snapshot.name;
    list.as_of = judgement.as_of;
    return list;
}

}  // namespace xiaoan::documents
