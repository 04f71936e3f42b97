#include "console/rules/track_rules.hpp"

#include "console/rules/evidence.hpp"
#include "console/rules/paper.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace xiaoan::rules {

namespace {

using data::DateCell;
using Runs = std::vector<const DrivenRunFacts*>;

constexpr std::size_t most_shown = 5;  // moments as evidence

/// Those of the runs that something holds for.
template <class Holds>
Runs those(Runs runs, Holds holds)
{
    std::erase_if(runs, [&](const DrivenRunFacts* run) { return !holds(*run); });
    return runs;
}

std::size_t days_of(const Runs& runs)
{
    std::set<data::Date> days;
    for (const DrivenRunFacts* run : runs) days.insert(run->date);
    return days.size();
}

/// A notice since the first of these runs; nothing where there is none.
std::optional<Verdict> noticed(const Runs& runs)
{
    if (runs.empty()) return std::nullopt;
    return Verdict{.severity = Severity::notice, .since = DateCell{runs.front()->date}};
}

// -- speed -----------------------------------------------------------------------------------------------------------

Runs too_fast(const BusOnDate& bus)
{
    const double limit = bus.params.speed_limit_kmh * speed_margin;
    return those(driven_lately(bus), [&](const DrivenRunFacts& run) { return run.max_kmh.value_or(0) > limit; });
}

std::optional<Verdict> judge_speed(const BusOnDate& bus)
{
    if (bus.driven == nullptr) return std::nullopt;
    return noticed(too_fast(bus));
}

Explanation explain_speed(const BusOnDate& bus, const Finding&)
{
    Runs runs = too_fast(bus);
    const std::size_t days = days_of(runs);
    std::ranges::stable_sort(runs, std::ranges::greater{}, [](const DrivenRunFacts* run) { return *run->max_kmh; });
    const DrivenRunFacts& worst = *runs.front();
    std::vector<Evidence> list;
    for (std::size_t i = 0; i < runs.size() && i < most_shown; ++i) {
        add_moment(list, runs[i]->fastest);
        list.push_back({"track.speed_kmh", fmt::format("{:.0f}", *runs[i]->max_kmh), runs[i]->fastest.origin});
    }
    return {std::move(list),
            "rule.SPEED-OVER.text",
            {minute_text(worst.fastest.at), fmt::format("{:.0f}", *worst.max_kmh),
             std::to_string(bus.params.speed_limit_kmh), std::to_string(days)}};
}

// -- stops -----------------------------------------------------------------------------------------------------------

Runs with_stops(const BusOnDate& bus)
{
    return those(driven_lately(bus), [](const DrivenRunFacts& run) { return !run.stops.empty(); });
}

std::optional<Verdict> judge_stops(const BusOnDate& bus)
{
    if (bus.driven == nullptr) return std::nullopt;
    return noticed(with_stops(bus));
}

Explanation explain_stops(const BusOnDate& bus, const Finding&)
{
    const Runs runs = with_stops(bus);
    std::vector<Evidence> list;
    std::size_t stops = 0;
    for (const DrivenRunFacts* run : runs)
        for (const UnapprovedStay& stay : run->stops)
            if (++stops <= most_shown) {
                add_moment(list, stay);
                list.push_back({"track.stood_s", std::to_string(stay.seconds), stay.origin});
            }
    const UnapprovedStay& last = runs.back()->stops.back();
    return {std::move(list),
            "rule.STOP-UNAPPROVED.text",
            {minute_text(last.at), std::to_string(last.seconds), std::to_string(stops), std::to_string(days_of(runs))}};
}

// -- positioning -----------------------------------------------------------------------------------------------------

/// Of a bus that has a device, as far as anybody said.
bool may_be_silent(const BusOnDate& bus)
{
    return bus.facts.satellite_positioning != data::Answer::no;
}

/// The runs of days of which tracks have come, but none of this bus.
Runs silent_runs(const BusOnDate& bus)
{
    return those(driven_lately(bus), [](const DrivenRunFacts& run) { return run.silent; });
}

std::optional<Verdict> judge_silent(const BusOnDate& bus)
{
    if (bus.driven == nullptr || !may_be_silent(bus)) return std::nullopt;
    const Runs runs = silent_runs(bus);
    if (days_of(runs) < silent_days) return std::nullopt;
    if (!bus.driven->last_fix.given()) return bus.driven->others_send ? std::optional{gap_in_the_data()} : std::nullopt;
    return noticed(runs);
}

Explanation explain_silent(const BusOnDate& bus, const Finding& finding)
{
    const Runs runs = silent_runs(bus);
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(), &data::Bus::satellite_positioning);
    if (const auto* run = bus.dossiers.snapshot().all<data::Run>().find(runs.back()->run))
        list.add(*run, &data::Run::route, &data::Run::weekdays);
    if (finding.gap) return {list.take(), "rule.GPS-SILENT.gap", {}};
    std::string days;
    std::set<data::Date> named;
    for (const DrivenRunFacts* run : runs)
        if (named.insert(run->date).second && named.size() <= most_shown)
            days += (days.empty() ? "" : "、") + data::iso(run->date);
    return {
        list.take(), "rule.GPS-SILENT.text", {std::to_string(named.size()), days, minute_text(bus.driven->last_fix)}};
}

// -- water beside the route ------------------------------------------------------------------------------------------

/// The record of the route that the bus may drive: the plate's, else the permit's; without a paper that of its first
/// current run.
const data::Route* permitted_route(const BusOnDate& bus)
{
    if (bus.plate_held != nullptr) return bus.dossiers.route(bus.record(*bus.plate_held).route);
    if (bus.permit_in_force != nullptr) return bus.dossiers.route(bus.record(*bus.permit_in_force).route);
    return bus.current_runs.empty() ? nullptr : bus.dossiers.route(bus.record(*bus.current_runs.front()).route);
}

/// The waters beside the permitted route of which the fence has this answer.
std::vector<std::pair<const data::Water*, WatersideStretch>> waters_beside(const BusOnDate& bus, data::Answer fence)
{
    std::vector<std::pair<const data::Water*, WatersideStretch>> found;
    const DrivenFacts* driven = bus.dossiers.driven();
    if (driven == nullptr || driven->waterside.empty()) return found;
    const data::Route* route = permitted_route(bus);
    const auto stretches = route != nullptr ? driven->waterside.find(route->id) : driven->waterside.end();
    if (stretches == driven->waterside.end()) return found;
    for (const WatersideStretch& each : stretches->second)
        if (const auto* water = bus.dossiers.snapshot().all<data::Water>().find(each.water);
            water != nullptr && water->fence == fence)
            found.emplace_back(water, each);
    return found;
}

std::optional<Verdict> judge_waterside(const BusOnDate& bus)
{
    if (bus.dossiers.driven() == nullptr) return std::nullopt;
    if (!waters_beside(bus, data::Answer::no).empty()) return Verdict{.severity = Severity::notice};
    if (!waters_beside(bus, data::Answer::not_given).empty()) return gap_in_the_data();
    return std::nullopt;
}

Explanation explain_waterside(const BusOnDate& bus, const Finding& finding)
{
    const auto waters = waters_beside(bus, finding.gap ? data::Answer::not_given : data::Answer::no);
    EvidenceList list(bus.dossiers.snapshot());
    list.add(*permitted_route(bus), &data::Route::code);
    for (const auto& [water, stretch] : waters)
        list.add(*water, &data::Water::code, &data::Water::name, &data::Water::fence);
    const auto& [water, stretch] = waters.front();
    return {list.take(),
            finding.gap ? "rule.ROUTE-WATERSIDE.gap" : "rule.ROUTE-WATERSIDE.text",
            {permitted_route(bus)->code, water->name.empty() ? water->code : water->name, metres_text(stretch.length_m),
             metres_text(stretch.along_m)}};
}

// -- vehicles in no register -----------------------------------------------------------------------------------------

std::optional<Verdict> judge_no_bus(const BusOnDate&)
{
    return std::nullopt;
}

Explanation explain_no_bus(const BusOnDate&, const Finding&)
{
    return {};
}

}  // namespace

std::string minute_text(data::Timestamp at)
{
    if (!at.given()) return {};
    std::string text = data::iso(at).substr(0, 16);
    text[10] = ' ';
    return text;
}

std::string metres_text(double metres)
{
    return fmt::format("{:.0f}", metres);
}

void add_moment(std::vector<Evidence>& list, const TrackMoment& moment)
{
    list.push_back({"track.at", data::iso(moment.at), moment.origin});
    list.push_back({"track.lon", fmt::format("{:.6f}", moment.lon), moment.origin});
    list.push_back({"track.lat", fmt::format("{:.6f}", moment.lat), moment.origin});
}

Runs driven_lately(const BusOnDate& bus)
{
    Runs runs;
    if (bus.driven == nullptr) return runs;
    const data::Date first = bus.as_of - std::chrono::days{bus.params.track_days - 1};
    for (const DrivenRunFacts& run : bus.driven->runs)
        if (first <= run.date && run.date <= bus.as_of) runs.push_back(&run);
    return runs;
}

Runs driven_off_route(const BusOnDate& bus)
{
    Runs runs = those(driven_lately(bus), [](const DrivenRunFacts& run) {
        return !run.stands_in && run.longest_off_m > off_route_stretch_m;
    });
    if (days_of(runs) < off_route_days) runs.clear();
    return runs;
}

std::span<const Rule> track_rules()
{
    static constexpr std::array table{
        Rule{"SPEED-OVER", Severity::notice, Department::police_traffic, "《校车安全管理条例》第三十五条",
             "School Bus Safety Regulations (Decree 617), art. 35", Fix::law_with_number, judge_speed, explain_speed},
        Rule{"STOP-UNAPPROVED", Severity::notice, Department::education, "《校车安全管理条例》第三十二条、第四十八条",
             "School Bus Safety Regulations (Decree 617), arts. 32, 48", Fix::law_with_number, judge_stops,
             explain_stops},
        Rule{"GPS-SILENT", Severity::notice, Department::bus_operator, "《校车安全管理条例》第二十一条",
             "School Bus Safety Regulations (Decree 617), art. 21", Fix::habit, judge_silent, explain_silent},
        Rule{"ROUTE-WATERSIDE", Severity::notice, Department::road_owner, "《校车安全管理条例》第二十八条",
             "School Bus Safety Regulations (Decree 617), art. 28", Fix::law_with_number, judge_waterside,
             explain_waterside},
        Rule{.id = "SUSPECT-CARRIAGE",
             .severity = Severity::rectify,
             .department = Department::transport,
             .basis_zh = "《校车安全管理条例》第四十五条；《道路运输条例》第六十三条",
             .basis_en = "School Bus Safety Regulations (Decree 617), art. 45; Road Transport Regulations, art. 63",
             .fix = Fix::habit,
             .judge = judge_no_bus,
             .explain = explain_no_bus,
             .only_in_service = false,
             .of_strangers = true},
    };
    return table;
}

}  // namespace xiaoan::rules
