#include "console/rules/permit_state.hpp"
#include "console/rules/rule.hpp"

#include <algorithm>

namespace xiaoan::rules {

namespace {

bool is_current(const RunFacts& run, data::Date as_of)
{
    return (!run.from_on.has_date() || run.from_on.date() <= as_of) &&
           (!run.to_on.has_date() || as_of <= run.to_on.date());
}

void gather_current(BusRoom& room, const Dossiers& dossiers, const Dossier& dossier, data::Date as_of)
{
    room.current_runs.clear();
    room.assignments.clear();
    for (const RunFacts& run : dossier.runs) {
        if (!is_current(run, as_of)) continue;
        room.current_runs.push_back(&run);
        const bool told = std::ranges::any_of(room.assignments, [&](const Assignment& each) {
            return each.run->driver == run.driver && each.run->from_on == run.from_on;
        });
        if (!told) room.assignments.push_back({&run, dossiers.driver_of(run)});
    }
}

/// The substitution of this very day. 无 under the date of filing is no filing.
const SubstitutionFacts* filed_for(std::span<const SubstitutionFacts> substitutions, data::Date as_of)
{
    const SubstitutionFacts* filed = nullptr;
    for (const SubstitutionFacts& each : substitutions)
        if (each.date == data::DateCell{as_of} && !each.filed_on.is_none()) filed = &each;
    return filed;
}

}  // namespace

BusOnDate bus_on_date(const Dossiers& dossiers, std::size_t bus, data::Date as_of, BusRoom& room)
{
    const Dossier dossier = dossiers[bus];
    const BusFacts& facts = *dossier.facts;
    BusOnDate on{.dossiers = dossiers,
                 .params = dossiers.params(),
                 .index = bus,
                 .dossier = dossier,
                 .facts = facts,
                 .as_of = as_of};
    on.has_roster = !dossier.runs.empty();
    on.needs_permit = facts.service != data::Service::student_bus_line;

    gather_current(room, dossiers, dossier, as_of);
    on.current_runs = room.current_runs;
    on.assignments = room.assignments;
    const bool in_use = facts.state == data::BusState::not_given || facts.state == data::BusState::in_use;
    on.in_service = in_use && (!on.has_roster || !on.current_runs.empty());

    const Papers papers = papers_on(dossier, as_of);
    on.permit_in_force = papers.permit_in_force;
    on.permit_judged = papers.permit_judged;
    on.plate_held = papers.plate_held;
    on.driven = dossiers.driven(bus);
    on.substitution = filed_for(dossier.substitutions, as_of);
    on.standing_in = filed_for(dossier.stood_in, as_of);
    return on;
}

}  // namespace xiaoan::rules
