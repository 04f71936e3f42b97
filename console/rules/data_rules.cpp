#include "console/rules/data_rules.hpp"

#include "console/rules/evidence.hpp"

#include <array>

namespace xiaoan::rules {

namespace {

using data::Bus;

/// A finding of grade data: something to confirm, whether the bus is in service or not.
std::optional<Verdict> to_confirm(bool wrong)
{
    return wrong ? std::optional{Verdict{.severity = Severity::data}} : std::nullopt;
}

template <class... Members>
std::vector<Evidence> of_bus(const BusOnDate& bus, Members Bus::*... members)
{
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(), members...);
    return list.take();
}

std::optional<Verdict> judge_scope(const BusOnDate& bus)
{
    if (bus.facts.pupils_served == data::PupilsServed::not_given) return gap_in_the_data();
    return to_confirm(bus.facts.pupils_served == data::PupilsServed::senior);
}

Explanation explain_scope(const BusOnDate& bus, const Finding& finding)
{
    return {of_bus(bus, &Bus::pupils_served), finding.gap ? "rule.SCOPE-NONE.gap" : "rule.SCOPE-NONE.text", {}};
}

std::optional<Verdict> judge_duplicate(const BusOnDate& bus)
{
    return to_confirm(bus.facts.vin_twice);
}

Explanation explain_duplicate(const BusOnDate& bus, const Finding&)
{
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(), &Bus::registration_number, &Bus::vin);
    std::string others;
    for (const Bus* other : bus.dossiers.same_vin(bus.index)) {
        list.add(*other, &Bus::registration_number, &Bus::vin);
        others += (others.empty() ? "" : " ") + other->registration_number;
    }
    return {list.take(), "rule.DUPLICATE.text", {bus.record().vin, others}};
}

std::optional<Verdict> judge_id_check(const BusOnDate& bus)
{
    return to_confirm(bus.facts.vin == VinState::doubtful);
}

Explanation explain_id_check(const BusOnDate& bus, const Finding&)
{
    return {of_bus(bus, &Bus::vin), "rule.ID-CHECK.text", {bus.record().vin}};
}

}  // namespace

std::span<const Rule> data_rules()
{
    static constexpr std::array table{
        Rule{"SCOPE-NONE", Severity::data, Department::education, "《校车安全管理条例》第二条",
             "School Bus Safety Regulations (Decree 617), art. 2", Fix::law, judge_scope, explain_scope, 7, false},
        Rule{"DUPLICATE", Severity::data, Department::education, "同一车辆识别代号登记两次",
             "The same VIN recorded twice", Fix::habit, judge_duplicate, explain_duplicate, 7, false},
        Rule{"ID-CHECK", Severity::data, Department::education, "GB 16735-2019 车辆识别代号校验位",
             "GB 16735-2019, check digit of a VIN", Fix::habit, judge_id_check, explain_id_check, 7, false},
    };
    return table;
}

}  // namespace xiaoan::rules
