#include "console/rules/vehicle_rules.hpp"

#include "console/rules/calendar.hpp"
#include "console/rules/days.hpp"
#include "console/rules/evidence.hpp"

#include <array>

namespace xiaoan::rules {

namespace {

using data::Answer;
using data::Bus;
using data::DateCell;
using std::chrono::days;

/// 校车安全管理条例, article 2.
constexpr int fewest_seats = 7;

/// Work on the vehicle takes longer than a paper (a habit).
constexpr int vehicle_work_days = 15;

template <class... Members>
std::vector<Evidence> of_bus(const BusOnDate& bus, Members Bus::*... members)
{
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(), members...);
    return list.take();
}

// -- equipment -------------------------------------------------------------------------------------------------------

std::optional<Verdict> judge_gps(const BusOnDate& bus)
{
    switch (bus.facts.satellite_positioning) {
    case Answer::no: return Verdict{.severity = Severity::rectify};
    case Answer::not_given: return gap_in_the_data();
    case Answer::yes: break;
    }
    return std::nullopt;
}

Explanation explain_gps(const BusOnDate& bus, const Finding& finding)
{
    return {
        of_bus(bus, &Bus::satellite_positioning), finding.gap ? "rule.GPS-MISSING.gap" : "rule.GPS-MISSING.text", {}};
}

std::optional<Verdict> judge_equipment(const BusOnDate& bus)
{
    const DateCell& until = bus.facts.equipment_until;
    const bool past = has_ended(until, bus.as_of);
    if (bus.facts.equipment_lacks) return Verdict{.severity = Severity::rectify};
    if (past) return Verdict{.severity = Severity::rectify, .since = DateCell{until.date() + days{1}}};
    const bool unsaid = bus.facts.equipment_not_given || until.not_given();
    return unsaid ? std::optional{gap_in_the_data()} : std::nullopt;
}

/// Keys of the pieces that are said to be missing, apart by blanks: a sentence names them.
std::string missing_pieces(const data::Bus& bus)
{
    std::string keys;
    for (const auto& [key, there] : {std::pair{"field.bus.extinguisher", bus.extinguisher},
                                     {"field.bus.hammer", bus.hammer},
                                     {"field.bus.first_aid", bus.first_aid},
                                     {"field.bus.lamps", bus.lamps},
                                     {"field.bus.stop_sign", bus.stop_sign}})
        if (there == Answer::no) keys += (keys.empty() ? "" : " ") + std::string{key};
    return keys;
}

Explanation explain_equipment(const BusOnDate& bus, const Finding& finding)
{
    Explanation why{.evidence = of_bus(bus, &Bus::extinguisher, &Bus::hammer, &Bus::first_aid, &Bus::lamps,
                                       &Bus::stop_sign, &Bus::equipment_until),
                    .text = "rule.EQUIPMENT-MISSING.gap"};
    if (finding.gap) return why;
    const bool past = has_ended(bus.facts.equipment_until, bus.as_of);
    if (bus.facts.equipment_lacks) why.arguments.push_back(missing_pieces(bus.dossiers.bus(bus.index)));
    if (past) why.arguments.push_back(data::iso(bus.facts.equipment_until.date()));
    why.text = !past                       ? "rule.EQUIPMENT-MISSING.text"
               : bus.facts.equipment_lacks ? "rule.EQUIPMENT-MISSING.both"
                                           : "rule.EQUIPMENT-MISSING.past";
    return why;
}

// -- age -------------------------------------------------------------------------------------------------------------

std::optional<Verdict> judge_overage(const BusOnDate& bus)
{
    const ScrapAge& age = bus.facts.scrap_age;
    if (by(age.surely_on, bus.as_of)) return Verdict{.severity = Severity::stop, .since = age.surely_on};
    if (age.unknown || by(age.perhaps_on, bus.as_of)) return gap_in_the_data();
    return std::nullopt;
}

std::vector<Evidence> age_evidence(const BusOnDate& bus)
{
    return of_bus(bus, &Bus::registered_on, &Bus::manufactured_on, &Bus::body, &Bus::vehicle_type, &Bus::use_code);
}

Explanation explain_overage(const BusOnDate& bus, const Finding& finding)
{
    Explanation why{.evidence = age_evidence(bus), .text = "rule.VEHICLE-OVERAGE.gap"};
    if (finding.gap) return why;
    why.text = "rule.VEHICLE-OVERAGE.text";
    why.arguments = {data::iso(bus.facts.ages_from.date()), std::to_string(bus.facts.limit.at_most),
                     data::iso(finding.since.date())};
    return why;
}

std::optional<Verdict> judge_age_due(const BusOnDate& bus)
{
    const ScrapAge& age = bus.facts.scrap_age;
    if (age.surely_on.has_date() && bus.as_of < age.surely_on.date()) {
        const data::Date first = age.surely_on.date() - days{bus.params.age_notice_days};
        if (bus.as_of >= first)
            return Verdict{.severity = Severity::notice, .since = DateCell{first}, .due = age.surely_on};
    }
    if (bus.facts.many_km) return Verdict{.severity = Severity::notice};
    return age.unknown ? std::optional{gap_in_the_data()} : std::nullopt;
}

Explanation explain_age_due(const BusOnDate& bus, const Finding& finding)
{
    auto evidence = age_evidence(bus);
    for (auto& fact : of_bus(bus, &Bus::odometer_km)) evidence.push_back(std::move(fact));
    Explanation why{.evidence = std::move(evidence), .text = "rule.VEHICLE-AGE-DUE.gap"};
    if (finding.gap) return why;
    if (!finding.due.has_date()) {
        why.text = "rule.VEHICLE-AGE-DUE.km";
        why.arguments = {text_of(data::value_of(bus.record().odometer_km))};
        return why;
    }
    why.text = "rule.VEHICLE-AGE-DUE.text";
    why.arguments = {data::iso(bus.facts.ages_from.date()), std::to_string(bus.facts.limit.at_most),
                     data::iso(finding.due.date()), days_text(finding.due.date() - bus.as_of)};
    return why;
}

// -- kind of vehicle -------------------------------------------------------------------------------------------------

/// Until the end of the province's transition the law leaves these vehicles alone; not established: flag for a person.
bool in_transition(const BusOnDate& bus)
{
    const DateCell& end = bus.params.transition_end;
    return end.has_date() && bus.as_of <= end.date();
}

std::optional<Verdict> judge_school_bus(const BusOnDate& bus)
{
    if (in_transition(bus)) return std::nullopt;
    switch (bus.facts.fit) {
    case SchoolBusFit::fits: break;
    case SchoolBusFit::not_built:
    case SchoolBusFit::other_use:
        return Verdict{.severity = bus.plate_held == nullptr ? Severity::stop : Severity::rectify};
    case SchoolBusFit::pupils_not_given:
    case SchoolBusFit::papers_not_given: return gap_in_the_data();
    }
    return std::nullopt;
}

Explanation explain_school_bus(const BusOnDate& bus, const Finding& finding)
{
    Explanation why{.evidence = of_bus(bus, &Bus::pupils_served, &Bus::vehicle_type, &Bus::body, &Bus::use_code),
                    .text = "rule.VEHICLE-NOT-SCHOOL-BUS.gap"};
    if (!finding.gap)
        why.text = bus.facts.fit == SchoolBusFit::not_built ? "rule.VEHICLE-NOT-SCHOOL-BUS.text"
                                                            : "rule.VEHICLE-NOT-SCHOOL-BUS.use";
    return why;
}

std::optional<Verdict> judge_seats(const BusOnDate& bus)
{
    if (bus.facts.service == data::Service::student_bus_line) return std::nullopt;
    if (bus.facts.seats < 0) return gap_in_the_data();
    return bus.facts.seats < fewest_seats ? std::optional{Verdict{.severity = Severity::stop}} : std::nullopt;
}

Explanation explain_seats(const BusOnDate& bus, const Finding& finding)
{
    Explanation why{.evidence = of_bus(bus, &Bus::seats), .text = "rule.VEHICLE-SEATS.gap"};
    if (finding.gap) return why;
    why.text = "rule.VEHICLE-SEATS.text";
    why.arguments = {std::to_string(bus.facts.seats)};
    return why;
}

// -- maintenance -----------------------------------------------------------------------------------------------------

/// Quick where the newest entry is not one of a day to come.
DateCell last_maintenance(const BusOnDate& bus)
{
    const DateCell& newest = bus.facts.newest_maintenance_on;
    if (!newest.has_date() || newest.date() <= bus.as_of) return newest;
    const MaintenanceFacts* last = bus.dossiers.last_maintenance(bus.index, bus.as_of);
    return last == nullptr ? DateCell{} : last->done_on;
}

std::optional<Verdict> judge_maintenance(const BusOnDate& bus)
{
    const DateCell last = last_maintenance(bus);
    if (!last.has_date()) return gap_in_the_data();
    const data::Date until = last.date() + days{bus.params.maintenance_days};
    if (bus.as_of <= until) return std::nullopt;
    return Verdict{.severity = Severity::notice, .since = DateCell{until + days{1}}, .due = DateCell{until}};
}

Explanation explain_maintenance(const BusOnDate& bus, const Finding&)
{
    EvidenceList list(bus.dossiers.snapshot());
    const MaintenanceFacts* last = bus.dossiers.last_maintenance(bus.index, bus.as_of);
    if (last == nullptr) {
        list.absent("maintenance");
        return {list.take(), "rule.MAINTENANCE-GAP.gap", {}};
    }
    using data::Maintenance;
    list.add(bus.record(*last), &Maintenance::done_on, &Maintenance::garage, &Maintenance::what);
    return {list.take(),
            "rule.MAINTENANCE-GAP.text",
            {data::iso(last->done_on.date()), days_text(bus.as_of - last->done_on.date())}};
}

}  // namespace

std::span<const Rule> vehicle_rules()
{
    static constexpr std::array table{
        Rule{"GPS-MISSING", Severity::rectify, Department::police_traffic, "《校车安全管理条例》第二十一条、第四十六条",
             "School Bus Safety Regulations (Decree 617), arts. 21, 46", Fix::law, judge_gps, explain_gps,
             vehicle_work_days},
        Rule{"EQUIPMENT-MISSING", Severity::rectify, Department::police_traffic,
             "《校车安全管理条例》第十七条、第二十一条、第四十六条",
             "School Bus Safety Regulations (Decree 617), arts. 17, 21, 46", Fix::law, judge_equipment,
             explain_equipment, vehicle_work_days},
        Rule{"VEHICLE-OVERAGE", Severity::stop, Department::police_traffic,
             "《校车安全管理条例》第四十四条；《机动车强制报废标准规定》第五条",
             "School Bus Safety Regulations (Decree 617), art. 44; Vehicle Scrapping Provisions (2012), art. 5",
             Fix::law, judge_overage, explain_overage, vehicle_work_days},
        Rule{"VEHICLE-AGE-DUE", Severity::notice, Department::bus_operator, "《机动车强制报废标准规定》第五条、第七条",
             "Vehicle Scrapping Provisions (2012), arts. 5, 7", Fix::law_with_number, judge_age_due, explain_age_due,
             vehicle_work_days},
        Rule{"VEHICLE-NOT-SCHOOL-BUS", Severity::stop, Department::police_traffic,
             "《校车安全管理条例》第二条、第六十条、第六十二条",
             "School Bus Safety Regulations (Decree 617), arts. 2, 60, 62", Fix::law, judge_school_bus,
             explain_school_bus, vehicle_work_days},
        Rule{"VEHICLE-SEATS", Severity::stop, Department::police_traffic, "《校车安全管理条例》第二条",
             "School Bus Safety Regulations (Decree 617), art. 2", Fix::law, judge_seats, explain_seats,
             vehicle_work_days},
        Rule{"MAINTENANCE-GAP", Severity::notice, Department::bus_operator,
             "《校车安全管理条例》第二十二条、第四十六条", "School Bus Safety Regulations (Decree 617), arts. 22, 46",
             Fix::habit, judge_maintenance, explain_maintenance, vehicle_work_days},
    };
    return table;
}

}  // namespace xiaoan::rules
