#include "console/rules/judge.hpp"

#include <algorithm>

namespace xiaoan::rules {

namespace {

/// Appends what the rules say of one bus, gravest first, then in the order of the rules.
void append_findings(const BusOnDate& bus, std::vector<Finding>& findings)
{
    const auto table = rules();
    const auto first = findings.size();
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].only_in_service && !bus.in_service) continue;
        const auto verdict = table[i].judge(bus);
        if (!verdict) continue;
        findings.push_back({.bus = bus.dossier.bus->id,
                            .rule = static_cast<std::uint16_t>(i),
                            .gap = verdict->gap,
                            .severity = verdict->gap ? Severity::data : verdict->severity,
                            .department = verdict->department.value_or(table[i].department),
                            .since = verdict->since,
                            .due = verdict->due});
    }
    std::sort(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(),
              [](const Finding& a, const Finding& b) {
                  return std::pair{a.severity, a.rule} < std::pair{b.severity, b.rule};
              });
}

BusState state_of(const BusOnDate& bus, std::span<const Finding> findings)
{
    if (!bus.in_service) return BusState::not_in_service;
    if (findings.empty() || findings.front().severity == Severity::data) return BusState::in_order;
    return static_cast<BusState>(findings.front().severity);  // stop, rectify and notice have the same values in both
}
static_assert(static_cast<int>(BusState::stop) == static_cast<int>(Severity::stop) &&
              static_cast<int>(BusState::rectify) == static_cast<int>(Severity::rectify) &&
              static_cast<int>(BusState::notice) == static_cast<int>(Severity::notice));

}  // namespace

Judgement judge(const Dossiers& dossiers, data::Date as_of)
{
    Judgement judgement{.as_of = as_of, .looked_at = dossiers.size()};
    judgement.states.reserve(dossiers.size());
    std::vector<const data::Run*> room;
    for (std::size_t i = 0; i < dossiers.size(); ++i) {
        const auto bus = bus_on_date(dossiers, i, as_of, room);
        const auto first = judgement.findings.size();
        append_findings(bus, judgement.findings);
        judgement.states.push_back(state_of(bus, std::span{judgement.findings}.subspan(first)));
        ++judgement.buses_in[static_cast<std::size_t>(judgement.states.back())];
    }
    return judgement;
}

std::vector<Finding> judge_bus(const Dossiers& dossiers, std::size_t bus, data::Date as_of)
{
    std::vector<const data::Run*> room;
    std::vector<Finding> findings;
    append_findings(bus_on_date(dossiers, bus, as_of, room), findings);
    return findings;
}

Explanation explain(const Dossiers& dossiers, const Finding& finding, data::Date as_of)
{
    std::vector<const data::Run*> room;
    return rules()[finding.rule].explain(bus_on_date(dossiers, dossiers.find(finding.bus), as_of, room), finding);
}

std::string rule_id(const Finding& finding)
{
    std::string id{rules()[finding.rule].id};
    if (finding.gap) id += '?';
    return id;
}

}  // namespace xiaoan::rules
