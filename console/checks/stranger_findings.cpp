#include "console/checks/stranger_findings.hpp"

#include "console/checks/school_times.hpp"
#include "console/rules/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::checks {

namespace {

bool is_wanted(const rules::FindingFilter& filter, const Suspect& suspect)
{
    if (!filter.rule.empty() && filter.rule != rules::rule_of_strangers) return false;
    if (filter.severity && *filter.severity != rules::find_rule(rules::rule_of_strangers)->severity) return false;
    return !filter.county.given() || county_of(suspect) == filter.county;
}

}  // namespace

Suspects judged_suspects(const rules::Dossiers& dossiers, data::Date as_of)
{
    const data::Date since = as_of - std::chrono::days{dossiers.params().track_days - 1};
    Suspects found = suspects(dossiers.snapshot(), dossiers.school_days(), as_of, since);
    std::erase_if(found.suspects, [&](const Suspect& suspect) {
        return set_aside(dossiers.judging(), suspect.registration_number, as_of) != nullptr;
    });
    return found;
}

const data::Silencing* set_aside(const data::Judging& judging, std::string_view registration_number, data::Date as_of)
{
    const auto given = std::ranges::find_if(judging.silencings, [&](const data::Silencing& each) {
        return each.registration_number == registration_number &&
               (each.rule.empty() || each.rule == rules::rule_of_strangers) && each.from_on <= as_of &&
               as_of <= each.until_on;
    });
    return given != judging.silencings.end() ? &*given : nullptr;
}

data::Adcode county_of(const Suspect& suspect)
{
    return suspect.schools.empty() ? data::Adcode{} : suspect.schools.front()->county;
}

std::string sign_text(const Sign& sign, language::Language language)
{
    return language::tr(language, fmt::format("suspects.sign.{}", sign.sign),
                        {sign.value, std::to_string(sign.points)});
}

std::string signs_text(const Suspect& suspect, language::Language language)
{
    std::string text;
    for (const Sign& sign : suspect.signs) {
        const std::string one = sign_text(sign, language);
        text = text.empty() ? one : language::tr(language, "suspects.both", {text, one});
    }
    return text;
}

rules::StrangerFinding stranger_finding(const data::Snapshot& snapshot, const Suspect& suspect,
                                        language::Language language)
{
    constexpr std::size_t most_shown = 10;
    rules::StrangerFinding found;
    found.registration_number = suspect.registration_number;
    found.county = county_of(suspect);
    found.since = data::DateCell{date_of(suspect.first)};
    rules::EvidenceList list(snapshot);
    for (std::size_t i = 0; i < suspect.seen.size() && i < most_shown; ++i)
        list.add(*suspect.seen[i], &data::Sighting::seen_at, &data::Sighting::place, &data::Sighting::note);
    found.why = {
        list.take(),
        "rule.SUSPECT-CARRIAGE.text",
        {std::to_string(suspect.sightings), std::to_string(suspect.days.size()), signs_text(suspect, language)}};
    return found;
}

std::vector<rules::StrangerFinding> stranger_findings(const data::Snapshot& snapshot, const Suspects& found,
                                                      const rules::FindingFilter& filter, language::Language language)
{
    std::vector<rules::StrangerFinding> findings;
    for (const Suspect& suspect : found.suspects)
        if (is_wanted(filter, suspect)) findings.push_back(stranger_finding(snapshot, suspect, language));
    rules::sort_strangers(findings);
    return findings;
}

}  // namespace xiaoan::checks
