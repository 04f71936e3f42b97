#include "console/rules/driver_rules.hpp"

#include "console/rules/days.hpp"
#include "console/rules/driver_check.hpp"
#include "console/rules/evidence.hpp"

#include <array>

namespace xiaoan::rules {

namespace {

using data::Driver;
using data::Run;

/// A recorded run that names nobody is a finding, not a gap.
std::optional<Verdict> judge_none(const BusOnDate& bus)
{
    std::optional<Verdict> verdict;
    for (const RunFacts* run : bus.current_runs) {
        if (run->driver.given()) continue;
        if (verdict)
            verdict->since = earlier(verdict->since, run->from_on);
        else
            verdict = Verdict{.severity = Severity::stop, .since = earlier(run->from_on, {})};
    }
    return verdict;
}

Explanation explain_none(const BusOnDate& bus, const Finding&)
{
    EvidenceList list(bus.dossiers.snapshot());
    for (const RunFacts* run : bus.current_runs)
        if (!run->driver.given()) list.add(bus.record(*run), &Run::route, &Run::from_on, &Run::driver);
    return {list.take(), "rule.DRIVER-NONE.text", {}};
}

std::optional<Verdict> judge_unqualified(const BusOnDate& bus)
{
    std::optional<Verdict> verdict;
    const auto take = [&](const DriverCheck& check) {
        if (check.fault == DriverFault::none) return;
        if (is_gap(check.fault)) {
            if (!verdict) verdict = gap_in_the_data();
        } else if (!verdict || verdict->gap)
            verdict = Verdict{.severity = Severity::stop, .since = check.since};
        else
            verdict->since = earlier(verdict->since, check.since);
    };
    for (const Assignment& each : bus.assignments) take(check_driver(bus, each));
    take(check_substitute(bus));
    return verdict;
}

/// The sentence for one fault, with its places.
void say(Explanation& why, const DriverCheck& check, const BusOnDate& bus)
{
    const auto set = [&](std::string_view ending, std::vector<std::string> arguments = {}) {
        why.text = "rule.DRIVER-UNQUALIFIED." + std::string{ending};
        why.arguments = std::move(arguments);
    };
    const auto set_class = [&](std::string_view ending) {
        set(ending, {bus.record(*check.driver).licence_class, std::to_string(bus.facts.seats)});
    };
    switch (check.fault) {
    case DriverFault::none: break;
    case DriverFault::no_qualification: set("text"); break;
    case DriverFault::qualified_later: set("later", {data::iso(check.driver->qualified_on.date())}); break;
    case DriverFault::withdrawn: set("withdrawn", {data::iso(check.driver->withdrawn_on.date())}); break;
    case DriverFault::licence_expired: set("licence", {data::iso(check.driver->licence_until.date())}); break;
    case DriverFault::class_too_low: set_class("class"); break;
    case DriverFault::not_in_register: set("unknown"); break;
    case DriverFault::not_given: set("gap"); break;
    case DriverFault::police_must_say: set_class("c2"); break;
    }
}

Explanation explain_unqualified(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    Explanation why;
    const auto add_driver = [&](const DriverCheck& check) {
        if (why.text.empty() && is_gap(check.fault) == finding.gap) say(why, check, bus);
        if (check.driver == nullptr)
            list.absent("driver");
        else
            list.add(bus.record(*check.driver), &Driver::qualified_on, &Driver::withdrawn_on, &Driver::licence_until,
                     &Driver::licence_class);
    };
    for (const RunFacts* run : bus.current_runs) {
        const auto check = check_driver(bus, Assignment{run, bus.dossiers.driver_of(*run)});
        if (check.fault == DriverFault::none) continue;
        list.add(bus.record(*run), &Run::route, &Run::from_on, &Run::driver);
        add_driver(check);
    }
    if (const auto check = check_substitute(bus); check.fault != DriverFault::none) {
        list.add(bus.record(*bus.substitution), &data::Substitution::date, &data::Substitution::substitute_driver);
        add_driver(check);
    }
    list.add(bus.record(), &data::Bus::seats);
    why.evidence = list.take();
    return why;
}

}  // namespace

std::span<const Rule> driver_rules()
{
    static constexpr std::array table{
        Rule{"DRIVER-NONE", Severity::stop, Department::bus_operator, "《校车安全管理条例》第十四条第二项",
             "School Bus Safety Regulations (Decree 617), art. 14(2)", Fix::law, judge_none, explain_none},
        Rule{"DRIVER-UNQUALIFIED", Severity::stop, Department::police_traffic,
             "《校车安全管理条例》第二十五条、第四十五条第一款、第四十七条",
             "School Bus Safety Regulations (Decree 617), arts. 25, 45(1), 47", Fix::law, judge_unqualified,
             explain_unqualified},
    };
    return table;
}

}  // namespace xiaoan::rules
