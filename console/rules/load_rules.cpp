#include "console/rules/load_rules.hpp"

#include "console/rules/days.hpp"
#include "console/rules/evidence.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::rules {

namespace {

using data::Run;

/// Everyone aboard a run: pupils, the driver, and the attendant where one is named.
int aboard(const RunFacts& run)
{
    return run.riders + 1 + (run.attended ? 1 : 0);
}

bool is_over(const BusOnDate& bus, const RunFacts& run)
{
    return run.riders >= 0 && bus.facts.seats >= 0 && aboard(run) > bus.facts.seats;
}

std::optional<Verdict> judge_over_capacity(const BusOnDate& bus)
{
    std::optional<Verdict> verdict;
    for (const RunFacts* run : bus.current_runs) {
        const bool over = is_over(bus, *run);
        if (over && verdict && !verdict->gap)
            verdict->since = earlier(verdict->since, run->from_on);
        else if (over)
            verdict = Verdict{.severity = Severity::stop, .since = earlier(run->from_on, {})};
        else if (!verdict && (run->riders < 0 || bus.facts.seats < 0))
            verdict = gap_in_the_data();
    }
    return verdict;
}

Explanation explain_over_capacity(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(), &data::Bus::seats);
    const RunFacts* fullest = nullptr;
    for (const RunFacts* run : bus.current_runs) {
        if (finding.gap ? run->riders >= 0 && bus.facts.seats >= 0 : !is_over(bus, *run)) continue;
        list.add(bus.record(*run), &Run::route, &Run::from_on, &Run::riders, &Run::attendant);
        if (fullest == nullptr || aboard(*run) > aboard(*fullest)) fullest = run;
    }
    Explanation why{.evidence = list.take(), .text = "rule.OVER-CAPACITY.gap"};
    if (finding.gap) return why;
    const int seats = bus.facts.seats;
    const int over = aboard(*fullest) - seats;
    why.text = fullest->attended ? "rule.OVER-CAPACITY.text" : "rule.OVER-CAPACITY.alone";
    why.arguments = {std::to_string(fullest->riders), std::to_string(aboard(*fullest)), std::to_string(seats),
                     std::to_string(seats > 0 ? (over * 100 + seats - 1) / seats : 100)};
    return why;
}

/// A recorded run that names nobody is a finding, not a gap.
std::optional<Verdict> judge_attendant(const BusOnDate& bus)
{
    std::optional<Verdict> verdict;
    for (const RunFacts* run : bus.current_runs) {
        if (run->attended) continue;
        if (verdict)
            verdict->since = earlier(verdict->since, run->from_on);
        else
            verdict = Verdict{.severity = Severity::rectify, .since = earlier(run->from_on, {})};
    }
    return verdict;
}

Explanation explain_attendant(const BusOnDate& bus, const Finding&)
{
    EvidenceList list(bus.dossiers.snapshot());
    for (const RunFacts* run : bus.current_runs)
        if (!run->attended) list.add(bus.record(*run), &Run::route, &Run::from_on, &Run::attendant);
    return {list.take(), "rule.ATTENDANT-NONE.text", {}};
}

}  // namespace

std::span<const Rule> load_rules()
{
    static constexpr std::array table{
        Rule{"OVER-CAPACITY", Severity::stop, Department::police_traffic, "《校车安全管理条例》第三十四条、第五十条",
             "School Bus Safety Regulations (Decree 617), arts. 34, 50", Fix::law, judge_over_capacity,
             explain_over_capacity},
        Rule{"ATTENDANT-NONE", Severity::rectify, Department::police_traffic,
             "《校车安全管理条例》第三十八条、第五十三条", "School Bus Safety Regulations (Decree 617), arts. 38, 53",
             Fix::law, judge_attendant, explain_attendant},
    };
    return table;
}

}  // namespace xiaoan::rules
