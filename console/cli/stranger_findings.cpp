#include "console/cli/stranger_findings.hpp"

#include "console/checks/school_times.hpp"
#include "console/checks/suspects.hpp"
#include "console/rules/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::cli {

namespace {

constexpr std::string_view rule_of_strangers = "SUSPECT-CARRIAGE";

bool is_wanted(const rules::FindingFilter& filter, const checks::Suspect& suspect)
{
    if (!filter.rule.empty() && filter.rule != rule_of_strangers) return false;
    if (filter.severity && *filter.severity != rules::find_rule(rule_of_strangers)->severity) return false;
    return !filter.county.given() || (!suspect.schools.empty() && suspect.schools.front()->county == filter.county);
}

bool is_set_aside(const data::Judging& judging, std::string_view number, data::Date as_of)
{
    return std::ranges::any_of(judging.silencings, [&](const data::Silencing& each) {
        return each.registration_number == number && (each.rule.empty() || each.rule == rule_of_strangers) &&
               each.from_on <= as_of && as_of <= each.until_on;
    });
}

rules::StrangerFinding finding_of(const Context& context, const rules::Dossiers& dossiers,
                                  const checks::Suspect& suspect)
{
    constexpr std::size_t most_shown = 10;
    rules::StrangerFinding found;
    found.registration_number = suspect.registration_number;
    if (!suspect.schools.empty()) found.county = suspect.schools.front()->county;
    found.since = data::DateCell{checks::date_of(suspect.first)};
    rules::EvidenceList list(dossiers.snapshot());
    for (std::size_t i = 0; i < suspect.seen.size() && i < most_shown; ++i)
        list.add(*suspect.seen[i], &data::Sighting::seen_at, &data::Sighting::place, &data::Sighting::note);
    std::string signs;
    for (const checks::Sign& sign : suspect.signs) {
        const std::string one =
            context.tr(fmt::format("suspects.sign.{}", sign.sign), {sign.value, std::to_string(sign.points)});
        signs = signs.empty() ? one : context.tr("suspects.both", {signs, one});
    }
    found.why = {list.take(),
                 "rule.SUSPECT-CARRIAGE.text",
                 {std::to_string(suspect.sightings), std::to_string(suspect.days), signs}};
    return found;
}

}  // namespace

std::vector<rules::StrangerFinding> stranger_findings(const Context& context, const rules::Dossiers& dossiers,
                                                      const rules::FindingFilter& filter)
{
    std::vector<rules::StrangerFinding> found;
    const data::Date since = context.as_of - std::chrono::days{dossiers.params().track_days - 1};
    for (const checks::Suspect& suspect : checks::suspects(dossiers.snapshot(), context.as_of, since).suspects)
        if (is_wanted(filter, suspect) && !is_set_aside(dossiers.judging(), suspect.registration_number, context.as_of))
            found.push_back(finding_of(context, dossiers, suspect));
    rules::sort_strangers(found);
    return found;
}

}  // namespace xiaoan::cli
