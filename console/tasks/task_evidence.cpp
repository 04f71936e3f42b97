#include "console/tasks/task_evidence.hpp"

#include "console/supervision/joint.hpp"
#include "data/register/case_life.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace xiaoan::tasks {

namespace {

using std::chrono::days;

constexpr int year_days = 365, term_days = 183, patrol_days = 30;

bool holds(const data::DateCell& until, data::Date as_of)
{
    return until.has_date() && as_of <= until.date();
}

/// Within so many days up to and with the date.
bool is_recent(const data::DateCell& on, data::Date as_of, int within)
{
    return on.has_date() && on.date() <= as_of && on.date() > as_of - days{within};
}

std::string share(std::size_t some, std::size_t all)
{
    return fmt::format("{}/{}", some, all);
}

}  // namespace

CountyEvidence::CountyEvidence(const rules::Dossiers& dossiers, data::Adcode county, data::Date as_of)
    : dossiers_(dossiers), snapshot_(dossiers.snapshot()), county_(county), as_of_(as_of)
{
    rules::BusRoom room;
    for (std::size_t i = 0; i < dossiers.size(); ++i) {
        const data::Bus& record = dossiers.bus(i);
        if (record.county != county) continue;
        const auto bus = rules::bus_on_date(dossiers, i, as_of, room);
        if (!bus.in_service || !bus.needs_permit) continue;
        ++buses_;
        if (bus.permit_in_force != nullptr) ++with_permit_;
        if (bus.plate_held != nullptr &&
            (bus.plate_held->valid_to.not_given() || holds(bus.plate_held->valid_to, as_of)))
            ++with_plate_;
        if (holds(record.inspection_until, as_of)) ++inspected_;
    }
}

std::vector<TaskEvidence> CountyEvidence::of(const data::PlanItem& item) const
{
    std::vector<TaskEvidence> evidence;
    for (const std::string& word : supervision::listed(item.proves)) add(word, item, evidence);
    add_assignments(item, evidence);
    return evidence;
}

void CountyEvidence::add(std::string_view word, const data::PlanItem& item, std::vector<TaskEvidence>& into) const
{
    using enum data::EducationKind;
    if (word == "permits" || word == "plates" || word == "inspections") return add_buses(word, into);
    if (word == "operators") return add_operators(into);
    if (word == "waters") return add_waters(into);
    if (word == "letters") return add_education(letter, "schools_with_letter", year_days, into);
    if (word == "lessons") return add_education(lesson, "schools_with_lesson", term_days, into);
    if (word == "drills") return add_education(drill, "schools_with_drill", term_days, into);
    if (word == "agreements") return add_agreements(into);
    if (word == "cases") return add_cases(item, into);
    if (word == "meetings") return add_meetings(item, into);
}

void CountyEvidence::add_buses(std::string_view word, std::vector<TaskEvidence>& into) const
{
    if (word == "permits") into.push_back({"buses_with_permit", share(with_permit_, buses_)});
    if (word == "plates") into.push_back({"buses_with_plate", share(with_plate_, buses_)});
    if (word == "inspections") into.push_back({"buses_inspected", share(inspected_, buses_)});
}

void CountyEvidence::add_operators(std::vector<TaskEvidence>& into) const
{
    std::size_t all = 0, companies = 0, purchased = 0;
    for (const data::Operator& each : snapshot_.all<data::Operator>()) {
        if (each.county != county_) continue;
        ++all;
        if (each.kind == data::OperatorKind::company || each.kind == data::OperatorKind::public_bus ||
            each.kind == data::OperatorKind::school_bus_unit)
            ++companies;
        if (each.government_purchased == data::Answer::yes) ++purchased;
    }
    into.push_back({"operators_companies", share(companies, all)});
    into.push_back({"operators_purchased", share(purchased, all)});
}

void CountyEvidence::add_waters(std::vector<TaskEvidence>& into) const
{
    std::size_t all = 0, held = 0, equipped = 0, patrolled = 0;
    for (const data::Water& each : snapshot_.all<data::Water>()) {
        if (each.county != county_) continue;
        ++all;
        if (each.duty_holder.given() || !each.duty_unit.empty()) ++held;
        const auto four = {each.warning_sign, each.lifebuoy, each.rope, each.pole};
        if (std::ranges::all_of(four, [](data::Answer answer) { return answer == data::Answer::yes; })) ++equipped;
        if (is_recent(each.last_patrol_on, as_of_, patrol_days)) ++patrolled;
    }
    into.push_back({"waters_with_holder", share(held, all)});
    into.push_back({"waters_with_four_ones", share(equipped, all)});
    into.push_back({"waters_patrolled", share(patrolled, all)});
}

void CountyEvidence::add_education(data::EducationKind kind, std::string_view what, int within,
                                   std::vector<TaskEvidence>& into) const
{
    std::set<std::string_view> schools;
    for (const data::Education& each : snapshot_.all<data::Education>())
        if (each.kind == kind && is_recent(each.on, as_of_, within)) schools.insert(each.school);
    std::size_t all = 0, with = 0;
    for (const data::School& each : snapshot_.all<data::School>()) {
        if (each.county != county_) continue;
        ++all;
        if (schools.contains(each.code)) ++with;
    }
    into.push_back({std::string{what}, share(with, all)});
}

void CountyEvidence::add_agreements(std::vector<TaskEvidence>& into) const
{
    std::set<std::string_view> filed;
    for (const data::Agreement& each : snapshot_.all<data::Agreement>())
        if (each.filed_on.has_date() && each.filed_on.date() <= as_of_) filed.insert(each.school);
    std::size_t all = 0, with = 0;
    for (const data::School& each : snapshot_.all<data::School>()) {
        if (each.county != county_ || each.riders.value_or(0) == 0) continue;
        ++all;
        if (filed.contains(each.code)) ++with;
    }
    into.push_back({"schools_with_agreement", share(with, all)});
}

void CountyEvidence::add_cases(const data::PlanItem& item, std::vector<TaskEvidence>& into) const
{
    std::size_t living = 0, overdue = 0, closed = 0;
    for (const data::Case& each : snapshot_.cases) {
        if (each.county != county_ || each.item != item.item || each.opened_on > as_of_) continue;
        if (!has_ended(each.state)) ++living;
        if (data::overdue_days(each, as_of_) > 0) ++overdue;
        if (each.state == data::CaseState::closed) ++closed;
    }
    into.push_back({"cases_living", std::to_string(living)});
    into.push_back({"cases_overdue", std::to_string(overdue)});
    into.push_back({"cases_closed", std::to_string(closed)});
}

void CountyEvidence::add_meetings(const data::PlanItem& item, std::vector<TaskEvidence>& into) const
{
    std::size_t held = 0;
    for (const data::Meeting& each : snapshot_.all<data::Meeting>()) {
        if (each.county.given() && each.county != county_) continue;
        const auto items = supervision::listed(each.items);
        const bool on_it = items.empty() || std::ranges::find(items, item.item) != items.end();
        if (on_it && is_recent(each.held_on, as_of_, year_days)) ++held;
    }
    into.push_back({"meetings_held", std::to_string(held)});
}

void CountyEvidence::add_assignments(const data::PlanItem& item, std::vector<TaskEvidence>& into) const
{
    std::size_t all = 0, done = 0, overdue = 0;
    for (const data::Assignment& each : snapshot_.all<data::Assignment>()) {
        if (each.item != item.item || (each.county.given() && each.county != county_)) continue;
        ++all;
        if (supervision::is_done(each, as_of_)) ++done;
        if (supervision::overdue_days(each, as_of_) > 0) ++overdue;
    }
    if (all == 0) return;
    into.push_back({"assignments_done", share(done, all)});
    into.push_back({"assignments_overdue", std::to_string(overdue)});
}

}  // namespace xiaoan::tasks
