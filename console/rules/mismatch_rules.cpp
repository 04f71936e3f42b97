#include "console/rules/mismatch_rules.hpp"

#include "console/rules/days.hpp"
#include "console/rules/driver_check.hpp"
#include "console/rules/evidence.hpp"
#include "console/rules/paper.hpp"
#include "console/rules/permit_state.hpp"
#include "console/rules/track_rules.hpp"
#include "console/rules/unbroken.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

namespace xiaoan::rules {

namespace {

using data::DateCell;
using data::Run;

/// Since when a run differs from the papers of the day, `differs(paper, run)`; a paper that follows and is as wrong
/// changes nothing.
template <class Differs>
DateCell mismatch_since(const BusOnDate& bus, const RunFacts& run, Differs differs)
{
    const auto since = unbroken_since(bus.as_of, paper_changes(bus.dossier), [&](data::Date day) {
        const Paper paper = paper_of(papers_on(bus.dossier, day));
        return !paper.is_empty() && differs(paper, run);
    });
    if (!since.has_date() || !run.from_on.has_date()) return since;
    return DateCell{std::max(since.date(), run.from_on.date())};
}

/// Compares every current run with the paper: any that differs is a finding, else any that cannot be compared a gap.
template <class Compare>
std::optional<Verdict> judge_runs(const BusOnDate& bus, const Paper& paper, Compare compare)
{
    std::optional<Verdict> verdict;
    const auto differs = [&](const Paper& then, const RunFacts& run) { return compare(then, run) == Match::differs; };
    for (const RunFacts* run : bus.current_runs) {
        const Match match = compare(paper, *run);
        if (match == Match::same) continue;
        if (match == Match::not_given) {
            if (!verdict) verdict = gap_in_the_data();
            continue;
        }
        const auto since = mismatch_since(bus, *run, differs);
        if (verdict && !verdict->gap)
            verdict->since = earlier(verdict->since, since);
        else
            verdict = Verdict{.severity = Severity::rectify, .since = since};
    }
    return verdict;
}

/// A difference that a filed substitution explains for this day is no finding, but stays listed. A gap is nothing then.
std::optional<Verdict> silenced_by(bool substitution, std::optional<Verdict> verdict)
{
    if (!substitution || !verdict) return verdict;
    if (verdict->gap) return std::nullopt;
    verdict->silence = Silence::substitution;
    return verdict;
}

// -- driver ----------------------------------------------------------------------------------------------------------

/// Whether something else than a licence number (a name) stands for the driver: then nobody can tell who is meant.
bool is_no_number(const BusOnDate& bus, data::PersonRef person)
{
    if (bus.dossiers.driver(person) != nullptr) return false;
    const auto text = bus.dossiers.snapshot().people->text(person);
    return text && !std::ranges::all_of(*text, [](unsigned char c) { return c < 0x80 && std::isalnum(c) != 0; });
}

Match compare_driver(const BusOnDate& bus, const Paper& paper, const RunFacts& run)
{
    if (!run.driver.given() || run.driver == paper.driver()) return Match::same;
    if (!paper.driver().given() || is_no_number(bus, run.driver) || is_no_number(bus, paper.driver()))
        return Match::not_given;
    return Match::differs;
}

bool has_unqualified_driver(const BusOnDate& bus)
{
    return std::ranges::any_of(bus.assignments, [&](const Assignment& each) {
        const auto fault = check_driver(bus, each).fault;
        return fault != DriverFault::none && !is_gap(fault);
    });
}

std::optional<Verdict> judge_driver(const BusOnDate& bus)
{
    const Paper paper = paper_of(bus);
    if (paper.is_empty()) return std::nullopt;
    auto verdict =
        judge_runs(bus, paper, [&](const Paper& then, const RunFacts& run) { return compare_driver(bus, then, run); });
    if (verdict && !verdict->gap && has_unqualified_driver(bus)) verdict->severity = Severity::stop;
    return silenced_by(bus.substitution != nullptr || bus.standing_in != nullptr, verdict);
}

/// The paper as evidence: its number and what is compared.
template <class OfPlate, class OfPermit>
void add_paper(EvidenceList& list, const BusOnDate& bus, const Paper& paper, OfPlate data::Plate::* plate,
               OfPermit data::Permit::* permit)
{
    if (paper.plate != nullptr)
        list.add(bus.record(*paper.plate), &data::Plate::number, plate);
    else
        list.add(bus.record(*paper.permit), &data::Permit::number, permit);
}

/// The substitution that explains a difference on this day.
void add_substitution(EvidenceList& list, const BusOnDate& bus)
{
    using data::Substitution;
    for (const SubstitutionFacts* each : {bus.substitution, bus.standing_in})
        if (each != nullptr)
            list.add(bus.record(*each), &Substitution::date, &Substitution::registration_number,
                     &Substitution::substitute_bus, &Substitution::substitute_driver, &Substitution::filed_on);
}

Explanation explain_driver(const BusOnDate& bus, const Finding& finding)
{
    const Paper paper = paper_of(bus);
    EvidenceList list(bus.dossiers.snapshot());
    add_paper(list, bus, paper, &data::Plate::driver, &data::Permit::driver);
    for (const RunFacts* run : bus.current_runs)
        if (run->driver.given() && run->driver != paper.driver())
            list.add(bus.record(*run), &Run::route, &Run::from_on, &Run::driver);
    if (finding.silence == Silence::substitution) add_substitution(list, bus);
    Explanation why{.evidence = list.take(), .text = "rule.PLATE-MISMATCH-DRIVER.gap"};
    if (finding.gap && paper.driver().given()) why.text = "rule.PLATE-MISMATCH-DRIVER.no_number";
    if (!finding.gap)
        why.text = paper.plate != nullptr ? "rule.PLATE-MISMATCH-DRIVER.text" : "rule.PLATE-MISMATCH-DRIVER.permit";
    return why;
}

// -- route -----------------------------------------------------------------------------------------------------------

/// Another code is another route, unless both are recorded with the same stops; the same code is another route where
/// the stops printed on the plate are not those of the route. A plate of which nobody wrote down the stops cannot be
/// compared, where the route has some; nor the other way round.
Match compare_route(const BusOnDate& bus, const Paper& paper, const RunFacts& run)
{
    const TextKey printed = paper.printed_stops();
    if (paper.route() == no_text || run.route == no_text) {
        const bool both = printed != no_text && run.stops != no_text;
        return both && printed != run.stops ? Match::differs : Match::not_given;
    }
    if (paper.route() == run.route) {
        if (paper.plate == nullptr || printed == run.stops) return Match::same;
        return printed == no_text || run.stops == no_text ? Match::not_given : Match::differs;
    }
    const RouteFacts* route = paper.route_in(bus.dossiers);
    const TextKey permitted = printed != no_text ? printed : route != nullptr ? route->stops : no_text;
    return permitted != no_text && permitted == run.stops ? Match::same : Match::differs;
}

/// A bus that stands in for another, or is replaced by one, does not drive its own route on that day.
bool run_is_replaced(const BusOnDate& bus)
{
    return bus.standing_in != nullptr || (bus.substitution != nullptr && bus.substitution->other_bus);
}

/// The permitted route and that of a run whose lines differ although their stops bear the same names; the first of such
/// runs, and by how much in one stretch.
struct OtherWay {
    const RunFacts* run = nullptr;
    const data::Route* permitted = nullptr;
    const data::Route* driven = nullptr;
    double metres = 0;
};
std::optional<OtherWay> other_way(const BusOnDate& bus, const Paper& paper)
{
    const DrivenFacts* known = bus.dossiers.driven();
    if (known == nullptr || known->other_way.empty()) return std::nullopt;
    const data::Route* permitted =
        bus.dossiers.route(paper.plate != nullptr ? bus.record(*paper.plate).route : bus.record(*paper.permit).route);
    if (permitted == nullptr) return std::nullopt;
    for (const RunFacts* run : bus.current_runs) {
        const data::Route* driven = bus.dossiers.route(bus.record(*run).route);
        const auto found =
            driven != nullptr ? known->other_way.find({driven->id, permitted->id}) : known->other_way.end();
        if (found != known->other_way.end()) return OtherWay{run, permitted, driven, found->second};
    }
    return std::nullopt;
}

/// By the roster, else by the lines of the routes, else by tracks.
std::optional<Verdict> judge_route(const BusOnDate& bus)
{
    const Paper paper = paper_of(bus);
    if (paper.is_empty()) return std::nullopt;
    const auto compare = [&](const Paper& then, const RunFacts& run) { return compare_route(bus, then, run); };
    const auto by_roster = judge_runs(bus, paper, compare);
    if (by_roster && !by_roster->gap) return silenced_by(run_is_replaced(bus), by_roster);
    if (const auto other = other_way(bus, paper))
        return silenced_by(run_is_replaced(bus), Verdict{.severity = Severity::rectify, .since = other->run->from_on});
    if (bus.driven == nullptr) return silenced_by(run_is_replaced(bus), by_roster);
    if (const auto off = driven_off_route(bus); !off.empty())
        return Verdict{.severity = Severity::rectify, .since = DateCell{off.front()->date}};
    return silenced_by(run_is_replaced(bus), by_roster);
}

/// Codes of routes or names of stops for a sentence.
std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : "、") + name;
    return text;
}

std::string stops_text(const BusOnDate& bus, std::string_view route)
{
    std::vector<std::string> names;
    for (const data::Stop* stop : bus.dossiers.stops(route)) names.push_back(stop->name);
    return joined(names);
}

/// What tracks tell of runs that left the permitted route.
Explanation explain_off_route(const BusOnDate& bus, EvidenceList& list)
{
    constexpr std::size_t most_shown = 5;
    const auto runs = driven_off_route(bus);
    std::vector<Evidence> evidence = list.take();
    const DrivenRunFacts* farthest = runs.front();
    std::vector<data::Date> days;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (days.empty() || days.back() != runs[i]->date) days.push_back(runs[i]->date);
        if (runs[i]->longest_off_m > farthest->longest_off_m) farthest = runs[i];
        if (i >= most_shown) continue;
        add_moment(evidence, runs[i]->off);
        evidence.push_back({"track.off_route_m", metres_text(runs[i]->off_route_m.value_or(0)), runs[i]->off.origin});
    }
    return {std::move(evidence),
            "rule.PLATE-MISMATCH-ROUTE.track",
            {std::to_string(days.size()), minute_text(farthest->off.at), metres_text(farthest->longest_off_m)}};
}

Explanation explain_route(const BusOnDate& bus, const Finding& finding)
{
    const Paper paper = paper_of(bus);
    EvidenceList list(bus.dossiers.snapshot());
    add_paper(list, bus, paper, &data::Plate::route, &data::Permit::route);
    if (paper.plate != nullptr) list.add(bus.record(*paper.plate), &data::Plate::stops);
    const Match wanted = finding.gap ? Match::not_given : Match::differs;
    const RunFacts* first = nullptr;
    for (const RunFacts* run : bus.current_runs) {
        if (compare_route(bus, paper, *run) != wanted) continue;
        if (first == nullptr) first = run;
        const Run& record = bus.record(*run);
        list.add(record, &Run::route, &Run::from_on);
        for (const data::Stop* stop : bus.dossiers.stops(record.route)) list.add(*stop, &data::Stop::name);
    }
    if (finding.silence == Silence::substitution) add_substitution(list, bus);
    if (!finding.gap && first == nullptr) {
        const auto other = other_way(bus, paper);
        if (!other) return explain_off_route(bus, list);
        list.add(bus.record(*other->run), &Run::route, &Run::from_on).add(*other->permitted, &data::Route::code);
        list.add(*other->driven, &data::Route::code);
        return {list.take(),
                "rule.PLATE-MISMATCH-ROUTE.geometry",
                {other->permitted->code, other->driven->code, metres_text(other->metres)}};
    }
    Explanation why{.evidence = list.take(), .text = "rule.PLATE-MISMATCH-ROUTE.gap"};
    if (finding.gap) return why;
    const std::string permitted =
        paper.plate != nullptr ? bus.record(*paper.plate).route : bus.record(*paper.permit).route;
    const std::string driven = bus.record(*first).route;
    if (permitted == driven) {
        why.text = "rule.PLATE-MISMATCH-ROUTE.stops";
        why.arguments = {driven, bus.record(*paper.plate).stops, stops_text(bus, driven)};
        return why;
    }
    why.text = paper.plate != nullptr ? "rule.PLATE-MISMATCH-ROUTE.text" : "rule.PLATE-MISMATCH-ROUTE.permit";
    why.arguments = {permitted, driven};
    return why;
}

// -- time ------------------------------------------------------------------------------------------------------------

/// The way home starts at another time than the way to school that a paper names: they are not compared.
Match compare_time(const BusOnDate& bus, const Paper& paper, const RunFacts& run)
{
    using data::Direction;
    if (run.direction != Direction::not_given && paper.direction() != Direction::not_given &&
        run.direction != paper.direction())
        return Match::same;
    const data::TimeOfDay permitted = paper.departs_at();
    if (!permitted.given() || !run.departs_at.given()) return Match::not_given;
    const int apart_min = std::abs(permitted.minutes - run.departs_at.minutes);
    return apart_min > bus.params.time_mismatch_min ? Match::differs : Match::same;
}

std::optional<Verdict> judge_time(const BusOnDate& bus)
{
    const Paper paper = paper_of(bus);
    if (paper.is_empty()) return std::nullopt;
    const auto compare = [&](const Paper& then, const RunFacts& run) { return compare_time(bus, then, run); };
    return silenced_by(run_is_replaced(bus), judge_runs(bus, paper, compare));
}

Explanation explain_time(const BusOnDate& bus, const Finding& finding)
{
    const Paper paper = paper_of(bus);
    EvidenceList list(bus.dossiers.snapshot());
    const bool by_plate = paper.plate != nullptr && (paper.plate->departs_at.given() || paper.permit == nullptr);
    if (by_plate)
        list.add(bus.record(*paper.plate), &data::Plate::number, &data::Plate::departs_at);
    else
        list.add(bus.record(*paper.permit), &data::Permit::number, &data::Permit::departs_at);
    const Match wanted = finding.gap ? Match::not_given : Match::differs;
    const RunFacts* first = nullptr;
    for (const RunFacts* run : bus.current_runs) {
        if (compare_time(bus, paper, *run) != wanted) continue;
        if (first == nullptr) first = run;
        const Run& record = bus.record(*run);
        list.add(record, &Run::route, &Run::from_on, &Run::departs_at);
        const data::Route* route = record.departs_at.given() ? nullptr : bus.dossiers.route(record.route);
        if (route != nullptr) list.add(*route, &data::Route::departs_at);
    }
    if (finding.silence == Silence::substitution) add_substitution(list, bus);
    Explanation why{.evidence = list.take(), .text = "rule.PLATE-MISMATCH-TIME.gap"};
    if (finding.gap) return why;
    why.text = by_plate ? "rule.PLATE-MISMATCH-TIME.text" : "rule.PLATE-MISMATCH-TIME.permit";
    const int apart_min = std::abs(paper.departs_at().minutes - first->departs_at.minutes);
    why.arguments = {data::hh_mm(paper.departs_at()), data::hh_mm(first->departs_at), std::to_string(apart_min)};
    return why;
}

// -- owner and number ------------------------------------------------------------------------------------------------

std::optional<Verdict> judge_owner(const BusOnDate& bus)
{
    if (bus.plate_held == nullptr || bus.plate_held->owner == Match::same) return std::nullopt;
    if (bus.plate_held->owner == Match::not_given) return gap_in_the_data();
    return Verdict{.severity = Severity::rectify, .since = bus.plate_held->issued_on};
}

Explanation explain_owner(const BusOnDate& bus, const Finding& finding)
{
    const data::Plate& plate = bus.record(*bus.plate_held);
    EvidenceList list(bus.dossiers.snapshot());
    list.add(plate, &data::Plate::number, &data::Plate::owner);
    list.add(bus.record(), &data::Bus::owner);
    Explanation why{.evidence = list.take(), .text = "rule.PLATE-MISMATCH-OWNER.gap"};
    if (finding.gap) return why;
    why.text = "rule.PLATE-MISMATCH-OWNER.text";
    why.arguments = {plate.owner, bus.record().owner};
    return why;
}

/// A plate and its permit that name two vehicles: on the one that holds the plate; where the register lacks that one,
/// on the one whose permit it is, if it holds no other plate.
const PlateFacts* plate_of_two(const BusOnDate& bus)
{
    if (bus.plate_held != nullptr) return bus.plate_held->permit_of_other ? bus.plate_held : nullptr;
    if (!bus.facts.plate_elsewhere) return nullptr;
    const PlateFacts* found = nullptr;
    for (const PlateFacts* plate : bus.dossiers.plates_elsewhere(bus.index))
        if (is_held(*plate, bus.as_of)) found = plate;
    return found;
}

std::optional<Verdict> judge_number(const BusOnDate& bus)
{
    const PlateFacts* plate = plate_of_two(bus);
    if (plate == nullptr) return std::nullopt;
    return Verdict{.severity = Severity::stop, .since = plate->issued_on};
}

Explanation explain_number(const BusOnDate& bus, const Finding&)
{
    const data::Plate& plate = bus.record(*plate_of_two(bus));
    EvidenceList list(bus.dossiers.snapshot());
    list.add(plate, &data::Plate::number, &data::Plate::permit, &data::Plate::registration_number);
    std::string permitted;
    if (const data::Permit* permit = bus.dossiers.permit(plate.permit)) {
        list.add(*permit, &data::Permit::number, &data::Permit::registration_number);
        permitted = permit->registration_number;
    }
    list.add(bus.record(), &data::Bus::registration_number);
    return {list.take(), "rule.PLATE-MISMATCH-NUMBER.text", {plate.registration_number, plate.permit, permitted}};
}

/// The match of all current runs in one field.
template <class Compare>
FieldMatch match_of_runs(const BusOnDate& bus, bool explained, Compare compare)
{
    FieldMatch found{Match::same, bus.current_runs.empty() ? nullptr : bus.current_runs.front()};
    if (found.run == nullptr) return {};
    if (explained) return found;
    for (const RunFacts* run : bus.current_runs) {
        const Match match = compare(*run);
        if (match == Match::differs) return {match, run};
        if (match == Match::not_given && found.match == Match::same) found = {match, run};
    }
    return found;
}

}  // namespace

std::span<const Rule> mismatch_rules()
{
    static constexpr std::array table{
        Rule{
            "PLATE-MISMATCH-DRIVER", Severity::stop, Department::police_traffic,
            "《校车安全管理条例》第十六条；《机动车登记规定》第六十四条",
            "School Bus Safety Regulations (Decree 617), art. 16; Vehicle Registration Provisions (Order 164), art. 64",
            Fix::law, judge_driver, explain_driver},
        Rule{"PLATE-MISMATCH-ROUTE", Severity::rectify, Department::police_traffic,
             "《校车安全管理条例》第三十条、第四十八条；《机动车登记规定》第六十四条",
             "School Bus Safety Regulations (Decree 617), arts. 30, 48; Vehicle Registration Provisions (Order 164), "
             "art. 64",
             Fix::law, judge_route, explain_route},
        Rule{"PLATE-MISMATCH-TIME", Severity::rectify, Department::police_traffic, "《机动车登记规定》第六十四条",
             "Vehicle Registration Provisions (Order 164), art. 64", Fix::law_with_number, judge_time, explain_time},
        Rule{"PLATE-MISMATCH-OWNER", Severity::rectify, Department::police_traffic,
             "《校车安全管理条例》第十六条、第四十五条", "School Bus Safety Regulations (Decree 617), arts. 16, 45",
             Fix::law, judge_owner, explain_owner},
        Rule{"PLATE-MISMATCH-NUMBER", Severity::stop, Department::police_traffic,
             "《校车安全管理条例》第十六条、第四十五条", "School Bus Safety Regulations (Decree 617), arts. 16, 45",
             Fix::law, judge_number, explain_number},
    };
    return table;
}

PaperMatch paper_match(const BusOnDate& bus)
{
    const Paper paper = paper_of(bus);
    PaperMatch match;
    if (bus.plate_held != nullptr) match.owner = bus.plate_held->owner;
    if (paper.is_empty()) {
        const RunFacts* first = bus.current_runs.empty() ? nullptr : bus.current_runs.front();
        match.driver.run = match.route.run = match.time.run = first;
        return match;
    }
    const bool other_driver = bus.substitution != nullptr || bus.standing_in != nullptr;
    const bool other_bus = run_is_replaced(bus);
    match.driver =
        match_of_runs(bus, other_driver, [&](const RunFacts& run) { return compare_driver(bus, paper, run); });
    match.route = match_of_runs(bus, other_bus, [&](const RunFacts& run) { return compare_route(bus, paper, run); });
    match.time = match_of_runs(bus, other_bus, [&](const RunFacts& run) { return compare_time(bus, paper, run); });
    return match;
}

}  // namespace xiaoan::rules
