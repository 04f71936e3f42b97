#include "console/rules/insurance_rules.hpp"

#include "console/rules/days.hpp"
#include "console/rules/evidence.hpp"

#include <array>

namespace xiaoan::rules {

namespace {

using data::Bus;
using data::DateCell;
using std::chrono::days;

/// One of the two policies: its field of the record and of the facts.
struct Policy {
    std::string_view rule;
    DateCell Bus::* record;
    DateCell BusFacts::* facts;
};
constexpr Policy liability{"INSURANCE-LAPSED-CARRIER", &Bus::liability_insurance_until,
                           &BusFacts::liability_insurance_until};
constexpr Policy compulsory{"INSURANCE-LAPSED-CTPL", &Bus::compulsory_insurance_until,
                            &BusFacts::compulsory_insurance_until};

template <const Policy& policy>
std::optional<Verdict> judge_lapsed(const BusOnDate& bus)
{
    const DateCell& until = bus.facts.*policy.facts;
    if (until.not_given()) return gap_in_the_data();
    if (until.is_none()) return Verdict{.severity = Severity::stop};
    if (!has_ended(until, bus.as_of)) return std::nullopt;
    return Verdict{.severity = Severity::stop, .since = DateCell{until.date() + days{1}}};
}

template <const Policy& policy>
Explanation explain_lapsed(const BusOnDate& bus, const Finding& finding)
{
    const DateCell& until = bus.facts.*policy.facts;
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(), policy.record);
    Explanation why{.evidence = list.take(), .text = "rule." + std::string{policy.rule}};
    why.text += finding.gap ? ".gap" : until.is_none() ? ".none" : ".text";
    if (until.has_date()) why.arguments = {data::iso(until.date()), days_text(bus.as_of - until.date())};
    return why;
}

/// The end of a policy that lapses within the notice; not given otherwise.
DateCell lapses_soon(const BusOnDate& bus, const Policy& policy)
{
    const DateCell& until = bus.facts.*policy.facts;
    const auto left = days_left(until, bus.as_of);
    return left && *left <= bus.params.notice_days ? until : DateCell{};
}

std::optional<Verdict> judge_due(const BusOnDate& bus)
{
    const DateCell first = earlier(lapses_soon(bus, liability), lapses_soon(bus, compulsory));
    if (first.has_date())
        return Verdict{
            .severity = Severity::notice, .since = DateCell{first.date() - days{bus.params.notice_days}}, .due = first};
    const bool given =
        !bus.facts.liability_insurance_until.not_given() && !bus.facts.compulsory_insurance_until.not_given();
    return given ? std::nullopt : std::optional{gap_in_the_data()};
}

Explanation explain_due(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(), liability.record, compulsory.record);
    Explanation why{.evidence = list.take(), .text = "rule.INSURANCE-DUE-30.gap"};
    if (finding.gap) return why;
    const bool both = lapses_soon(bus, liability).has_date() && lapses_soon(bus, compulsory).has_date();
    why.text = both                                     ? "rule.INSURANCE-DUE-30.both"
               : lapses_soon(bus, liability).has_date() ? "rule.INSURANCE-DUE-30.liability"
                                                        : "rule.INSURANCE-DUE-30.compulsory";
    why.arguments = {data::iso(finding.due.date()), days_text(finding.due.date() - bus.as_of)};
    return why;
}

}  // namespace

std::span<const Rule> insurance_rules()
{
    static constexpr std::array table{
        Rule{liability.rule, Severity::stop, Department::education,
             "《校车安全管理条例》第十四条第五项；《道路运输条例》第三十五条",
             "School Bus Safety Regulations (Decree 617), art. 14(5); Road Transport Regulations, art. 35",
             Fix::law_with_number, judge_lapsed<liability>, explain_lapsed<liability>},
        Rule{compulsory.rule, Severity::stop, Department::police_traffic, "《道路交通安全法》第十七条、第九十八条",
             "Road Traffic Safety Law, arts. 17, 98", Fix::law, judge_lapsed<compulsory>, explain_lapsed<compulsory>},
        Rule{"INSURANCE-DUE-30", Severity::notice, Department::bus_operator, "《校车安全管理条例》第十四条第五项",
             "School Bus Safety Regulations (Decree 617), art. 14(5)", Fix::habit, judge_due, explain_due},
    };
    return table;
}

}  // namespace xiaoan::rules
