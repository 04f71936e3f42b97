#include "console/overview/overview.hpp"

#include "console/checks/stranger_findings.hpp"
#include "console/supervision/joint.hpp"
#include "console/water/gap_rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace xiaoan::overview {

namespace {

using supervision::NextStep;
using supervision::Waiting;

constexpr int soon_days = 7, later_days = 30;

/// Index into CountyLine::buses; none for a bus in order or not in service.
std::optional<std::size_t> place_of(rules::BusState state)
{
    switch (state) {
    case rules::BusState::stop: return 0;
    case rules::BusState::rectify: return 1;
    case rules::BusState::notice: return 2;
    default: return std::nullopt;
    }
}

/// What the parts of one overview share.
class Counting {
public:
    Counting(const desk::Derived& derived, const SinceYesterday& since, data::Adcode county)
        : derived_(derived), snapshot_(*derived.snapshot), since_(since), county_(county)
    {
    }

    [[nodiscard]] Overview made()
    {
        made_.all.county = county_;
        for (const data::County& each : snapshot_.region->counties) made_.counties.push_back({.county = each.adcode});
        count_buses();
        count_cases();
        count_joint();
        count_waters();
        for (const checks::Suspect& each : derived_.suspects->suspects)
            lines(checks::county_of(each), [](CountyLine& line) { ++line.suspects; });
        for (const data::Assignment& each : snapshot_.all<data::Assignment>())
            if (is_wanted(each.county) && !supervision::is_done(each, derived_.as_of))
                due(DueKind::assignments, each.due_on);
        for (std::size_t i = 0; i < due_kinds; ++i) made_.due[i].kind = static_cast<DueKind>(i);
        count_day();
        return std::move(made_);
    }

private:
    [[nodiscard]] bool is_wanted(data::Adcode of) const { return !county_.given() || !of.given() || of == county_; }
    /// Does it to the line of all (if wanted) and to that of the county.
    template <class Do>
    void lines(data::Adcode of, Do&& to)
    {
        if (is_wanted(of)) to(made_.all);
        const auto line = std::ranges::find(made_.counties, of, &CountyLine::county);
        if (line != made_.counties.end()) to(*line);
    }
    void due(DueKind kind, const data::DateCell& on)
    {
        if (!on.has_date()) return;
        const auto left = (on.date() - derived_.as_of).count();
        if (left < 0 || left > later_days) return;
        auto& line = made_.due[static_cast<std::size_t>(kind)];
        ++line.in_30;
        if (left <= soon_days) ++line.in_7;
    }

    void count_buses()
    {
        rules::BusRoom room;
        for (std::size_t i = 0; i < derived_.dossiers.size(); ++i) {
            const data::Bus& record = derived_.dossiers.bus(i);
            if (const auto place = place_of(derived_.judgement.states[i]))
                lines(record.county, [&](CountyLine& line) { ++line.buses[*place]; });
            if (derived_.judgement.states[i] == rules::BusState::not_in_service || !is_wanted(record.county)) continue;
            const auto bus = rules::bus_on_date(derived_.dossiers, i, derived_.as_of, room);
            if (bus.permit_in_force != nullptr) due(DueKind::permits, bus.permit_in_force->valid_to);
            if (bus.plate_held != nullptr) due(DueKind::plates, bus.plate_held->valid_to);
            due(DueKind::inspections, record.inspection_until);
            due(DueKind::insurances, record.compulsory_insurance_until);
            due(DueKind::insurances, record.liability_insurance_until);
        }
    }

    void count_cases()
    {
        std::map<std::pair<NextStep, std::string>, WaitingLine> waiting;
        for (const auto& row : derived_.cases) {
            if (has_ended(row.opened->state)) continue;
            const bool bureau = supervision::waiting_for(row.next) == Waiting::bureau;
            lines(row.opened->county, [&](CountyLine& line) {
                ++line.cases;
                line.bureau += bureau ? 1U : 0U;
                line.overdue += row.overdue_days > 0 ? 1U : 0U;
            });
            if (!is_wanted(row.opened->county)) continue;
            due(DueKind::cases, row.opened->due_on);
            const std::string department = bureau ? std::string{} : row.opened->department;
            const NextStep next = bureau ? row.next : NextStep::wait;
            auto& line = waiting[{next, department}];
            line.next = next;
            line.department = department;
            ++line.count;
            line.overdue += row.overdue_days > 0 ? 1U : 0U;
        }
        for (auto& [key, line] : waiting) made_.waiting.push_back(std::move(line));
        std::ranges::stable_sort(made_.waiting, [](const WaitingLine& a, const WaitingLine& b) {
            return std::tuple{a.next, b.overdue, b.count} < std::tuple{b.next, a.overdue, a.count};
        });
    }

    void count_joint()
    {
        const auto fill = [&](CountyLine& line) {
            line.assignments_overdue =
                supervision::joint_counts(snapshot_, derived_.as_of, line.county).assignments_overdue;
            line.tasks_overdue = supervision::overdue_tasks(snapshot_, derived_.as_of, line.county);
        };
        fill(made_.all);
        for (CountyLine& line : made_.counties) fill(line);
        made_.handovers_waiting = supervision::joint_counts(snapshot_, derived_.as_of, county_).handovers_waiting;
    }

    /// Waters that lack something and about which nobody was asked.
    void count_waters()
    {
        std::unordered_set<std::string_view> under_way;
        for (const data::Case& each : snapshot_.cases)
            if (each.subject_kind == "water" && !has_ended(each.state)) under_way.insert(each.subject_key);
        const auto basis = water::gap_basis(derived_.dossiers.judging(), derived_.as_of);
        for (const data::Water& water : snapshot_.all<data::Water>()) {
            if (!is_wanted(water.county) || under_way.contains(water.code)) continue;
            made_.waters_with_gaps += water::has_gap(water, basis);
        }
    }

    /// What the as-of date and the day before brought.
    void count_day()
    {
        const auto of_county = [&](const rules::Finding& finding) {
            return is_wanted(derived_.dossiers.bus(derived_.dossiers.find(finding.bus)).county);
        };
        std::ranges::copy_if(since_.appeared, std::back_inserter(made_.appeared), of_county);
        std::ranges::copy_if(since_.gone, std::back_inserter(made_.gone), of_county);
        // The gravest first.
        std::ranges::stable_sort(made_.appeared, {}, &rules::Finding::severity);
        std::ranges::stable_sort(made_.gone, {}, &rules::Finding::severity);
        const data::Date from = derived_.as_of - std::chrono::days{1};
        const auto is_new = [&](data::Date day) { return day >= from && day <= derived_.as_of; };
        for (const data::Case& each : snapshot_.cases) {
            if (!is_wanted(each.county)) continue;
            for (const data::CaseEvent& event : each.events)
                if (is_new(data::day_of(event)))
                    ++made_.steps[static_cast<std::size_t>(data::value_of_word<data::CaseStep>(event.what))];
        }
        for (const data::Source& each : snapshot_.sources)
            if (const auto day = data::date_from_iso(std::string_view{each.imported_at}.substr(0, 10));
                day && is_new(*day))
                ++made_.imports;
    }

    const desk::Derived& derived_;
    const data::Snapshot& snapshot_;
    const SinceYesterday& since_;
    data::Adcode county_;
    Overview made_;
};

}  // namespace

Overview overview(const desk::Derived& derived, const SinceYesterday& since, data::Adcode county)
{
    return Counting(derived, since, county).made();
}

}  // namespace xiaoan::overview
