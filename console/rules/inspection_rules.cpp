#include "console/rules/inspection_rules.hpp"

#include "console/rules/days.hpp"
#include "console/rules/evidence.hpp"

#include <array>

namespace xiaoan::rules {

namespace {

using data::Bus;
using data::DateCell;
using std::chrono::days;

std::vector<Evidence> evidence(const BusOnDate& bus)
{
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(), &Bus::inspection_until, &Bus::last_inspection_on);
    return list.take();
}

/// The sentence with its dates and a number of days: `.text` for a stated end, `.computed` for a computed one.
Explanation explain_end(const BusOnDate& bus, std::string_view rule, days number)
{
    const Bus& record = bus.record();
    const auto end = data::iso(bus.facts.inspection_end.date());
    Explanation why{.evidence = evidence(bus), .text = "rule." + std::string{rule}};
    const bool stated = record.inspection_until.has_date();
    why.text += stated ? ".text" : ".computed";
    if (!stated) why.arguments.push_back(data::iso(record.last_inspection_on.date()));
    why.arguments.push_back(end);
    why.arguments.push_back(days_text(number));
    return why;
}

std::optional<Verdict> judge_overdue(const BusOnDate& bus)
{
    const auto& end = bus.facts.inspection_end;
    if (end.not_given()) return gap_in_the_data();
    if (end.is_none()) return Verdict{.severity = Severity::stop};
    if (!has_ended(end, bus.as_of)) return std::nullopt;
    return Verdict{.severity = Severity::stop, .since = DateCell{end.date() + days{1}}};
}

Explanation explain_overdue(const BusOnDate& bus, const Finding& finding)
{
    if (finding.gap) return {evidence(bus), "rule.INSPECTION-OVERDUE.gap", {}};
    const auto& end = bus.facts.inspection_end;
    if (end.is_none()) return {evidence(bus), "rule.INSPECTION-OVERDUE.none", {}};
    return explain_end(bus, "INSPECTION-OVERDUE", bus.as_of - end.date());
}

std::optional<Verdict> judge_due(const BusOnDate& bus)
{
    const auto& end = bus.facts.inspection_end;
    if (end.not_given()) return gap_in_the_data();
    const auto left = days_left(end, bus.as_of);
    if (!left || *left > bus.params.notice_days) return std::nullopt;
    return Verdict{
        .severity = Severity::notice, .since = DateCell{end.date() - days{bus.params.notice_days}}, .due = end};
}

Explanation explain_due(const BusOnDate& bus, const Finding& finding)
{
    if (finding.gap) return {evidence(bus), "rule.INSPECTION-DUE-30.gap", {}};
    return explain_end(bus, "INSPECTION-DUE-30", bus.facts.inspection_end.date() - bus.as_of);
}

}  // namespace

std::span<const Rule> inspection_rules()
{
    static constexpr std::array table{
        Rule{"INSPECTION-OVERDUE", Severity::stop, Department::police_traffic,
             "《校车安全管理条例》第二十条；《道路交通安全法》第九十五条",
             "School Bus Safety Regulations (Decree 617), art. 20; Road Traffic Safety Law, art. 95", Fix::law,
             judge_overdue, explain_overdue, 15},
        Rule{"INSPECTION-DUE-30", Severity::notice, Department::bus_operator, "《机动车登记规定》第六十二条",
             "Vehicle Registration Provisions (Order 164), art. 62", Fix::law, judge_due, explain_due, 15},
    };
    return table;
}

}  // namespace xiaoan::rules
