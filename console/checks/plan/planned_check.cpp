#include "console/checks/plan/planned_check.hpp"

#include <algorithm>
#include <set>

namespace xiaoan::checks {

namespace {

constexpr std::size_t most_usual_teams = 6;
constexpr int way_min = 60, step_min = 30;

bool is_reason(const rules::Finding& finding)
{
    return !finding.gap && finding.severity <= rules::Severity::rectify;
}

}  // namespace

PlannedCheck planned_check(std::shared_ptr<const rules::Dossiers> dossiers, const PlanWish& wish, data::Adcode county,
                           const PlanControl& control)
{
    PlannedCheck made{.wish = wish, .county = county, .dossiers = std::move(dossiers), .wanted = {}, .plan = {}};
    const auto judgement = rules::judge(*made.dossiers, wish.date);
    const auto findings = rules::filtered(*made.dossiers, judgement, {.county = county});
    const auto flagged = flagged_buses(*made.dossiers, findings);
    for (const FlaggedBus& each : flagged) {
        made.total_weight += each.weight;
        made.wanted.push_back({each, {}});
    }
    for (const rules::Finding& finding : findings) {
        if (!is_reason(finding)) continue;
        const auto bus = made.dossiers->find(finding.bus);
        const auto of =
            std::ranges::lower_bound(made.wanted, bus, {}, [](const auto& each) { return each.flagged.bus; });
        if (of != made.wanted.end() && of->flagged.bus == bus) of->findings.push_back(finding);
    }
    made.plan = check_plan(*made.dossiers, flagged, wish, control);
    return made;
}

PlannedCheck with_stands(const PlannedCheck& before, std::span<const GivenStand> stands)
{
    PlannedCheck made = before;
    if (!made.searched) made.searched = before.plan;
    std::vector<FlaggedBus> flagged;
    for (const WantedBus& each : before.wanted) flagged.push_back(each.flagged);
    made.plan = coverage(*before.dossiers, flagged, before.wish, stands);
    return made;
}

PlannedCheck as_searched(const PlannedCheck& moved)
{
    PlannedCheck made = moved;
    if (moved.searched) made.plan = *moved.searched;
    made.searched.reset();
    return made;
}

const WantedBus* wanted(const PlannedCheck& of, std::string_view registration_number)
{
    const auto bus = of.dossiers->find(registration_number);
    const auto found = std::ranges::lower_bound(of.wanted, bus, {}, [](const auto& each) { return each.flagged.bus; });
    return found != of.wanted.end() && found->flagged.bus == bus ? &*found : nullptr;
}

std::vector<StandWeight> stand_weights(const PlannedCheck& of)
{
    std::vector<StandWeight> weights;
    std::set<std::string_view> known;
    for (const PlannedStand& stand : of.plan.stands) {
        StandWeight& made = weights.emplace_back();
        for (const ExpectedBus& bus : stand.sees) {
            const WantedBus* each = wanted(of, bus.registration_number);
            if (each == nullptr) continue;
            made.all += each->flagged.weight;
            if (known.insert(bus.registration_number).second) made.alone += each->flagged.weight;
        }
    }
    return weights;
}

PlanWish usual_wish(const rules::Dossiers& dossiers, std::span<const rules::Finding> findings, data::Date as_of,
                    data::Adcode county)
{
    PlanWish wish{.teams = 1,
                  .date = rules::next_school_day(dossiers.school_days(), as_of).value_or(as_of + std::chrono::days{1})};
    const auto& snapshot = dossiers.snapshot();
    int first = 24 * 60, last = -1;
    for (const data::Run& run : snapshot.all<data::Run>()) {
        if (!run.departs_at.given()) continue;
        first = std::min<int>(first, run.departs_at.minutes);
        last = std::max<int>(last, run.departs_at.minutes);
    }
    if (last >= 0) {
        wish.from.minutes = static_cast<std::int16_t>(first / step_min * step_min);
        wish.to.minutes =
            static_cast<std::int16_t>(std::min((last + way_min + step_min - 1) / step_min * step_min, 24 * 60 - 1));
    }
    if (county.given()) return wish;
    std::set<std::uint32_t> counties;
    for (const rules::Finding& finding : findings)
        if (is_reason(finding)) counties.insert(dossiers.bus(dossiers.find(finding.bus)).county.value);
    wish.teams = std::clamp<std::size_t>(counties.size(), 1, most_usual_teams);
    return wish;
}

}  // namespace xiaoan::checks
