#include "console/rules/run_rules.hpp"

#include "console/rules/evidence.hpp"

#include <array>

namespace xiaoan::rules {

namespace {

/// A county that sends no roster still gets its flags; what only a roster tells stays open.
std::optional<Verdict> judge_run(const BusOnDate& bus)
{
    return bus.has_roster ? std::nullopt : std::optional{gap_in_the_data()};
}

Explanation explain_run(const BusOnDate& bus, const Finding&)
{
    EvidenceList list(bus.dossiers.snapshot());
    list.absent("run");
    return {list.take(), "rule.RUN.gap", {}};
}

}  // namespace

std::span<const Rule> run_rules()
{
    static constexpr std::array table{
        Rule{"RUN", Severity::data, Department::education, "《校车安全管理条例》第五条",
             "School Bus Safety Regulations (Decree 617), art. 5", Fix::habit, judge_run, explain_run},
    };
    return table;
}

}  // namespace xiaoan::rules
