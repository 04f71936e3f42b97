#include "console/rules/load_rules.hpp"

#include "console/rules/days.hpp"
#include "console/rules/evidence.hpp"
#include "console/rules/text_key.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace xiaoan::rules {

namespace {

using data::Run;

/// Nobody sends more attendants with a bus than that: a run with more seats free needs no counting.
constexpr int most_attendants = 4;

/// Everyone aboard a run: pupils, the driver, and the attendants that are named.
int aboard(const BusOnDate& bus, const RunFacts& run)
{
    const auto& people = bus.dossiers.snapshot().people;
    const auto named = run.attended && people ? people->text(bus.record(run).attendant) : std::nullopt;
    return run.riders + 1 + std::max(named ? people_named(*named) : 0, run.attended ? 1 : 0);
}

bool is_over(const BusOnDate& bus, const RunFacts& run)
{
    if (run.riders < 0 || bus.facts.seats < 0) return false;
    if (run.riders + 1 + (run.attended ? most_attendants : 0) <= bus.facts.seats) return false;
    return run.riders + 1 + (run.attended ? 1 : 0) > bus.facts.seats || aboard(bus, run) > bus.facts.seats;
}

/// To a tenth: whether a bus is more than 20 % over decides what the police deduct.
std::string percent_over(int aboard, int seats)
{
    if (seats <= 0) return "100";
    const int tenths = ((aboard - seats) * 1000 + seats / 2) / seats;
    return tenths % 10 == 0 ? fmt::format("{}", tenths / 10) : fmt::format("{}.{}", tenths / 10, tenths % 10);
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
        if (fullest == nullptr || aboard(bus, *run) > aboard(bus, *fullest)) fullest = run;
    }
    Explanation why{.evidence = list.take(), .text = "rule.OVER-CAPACITY.gap"};
    if (finding.gap) return why;
    const int seats = bus.facts.seats;
    const int all = aboard(bus, *fullest);
    why.text = fullest->attended ? "rule.OVER-CAPACITY.text" : "rule.OVER-CAPACITY.alone";
    why.arguments = {std::to_string(fullest->riders), std::to_string(all), std::to_string(seats),
                     percent_over(all, seats)};
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
