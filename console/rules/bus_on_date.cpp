#include "console/rules/permit_state.hpp"
#include "console/rules/rule.hpp"

namespace xiaoan::rules {

namespace {

bool is_current(const data::Run& run, data::Date as_of)
{
    return (!run.from_on.has_date() || run.from_on.date() <= as_of) &&
           (!run.to_on.has_date() || as_of <= run.to_on.date());
}

}  // namespace

BusOnDate bus_on_date(const Dossiers& dossiers, std::size_t bus, data::Date as_of, std::vector<const data::Run*>& room)
{
    BusOnDate on{.dossiers = dossiers, .dossier = dossiers[bus], .as_of = as_of};
    const Dossier& dossier = on.dossier;
    on.has_roster = !dossier.runs.empty();
    on.needs_permit = dossier.bus->service != data::Service::student_bus_line;

    room.clear();
    for (const data::Run* run : dossier.runs)
        if (is_current(*run, as_of)) room.push_back(run);
    on.current_runs = room;
    const bool in_use = dossier.bus->state == data::BusState::not_given || dossier.bus->state == data::BusState::in_use;
    on.in_service = in_use && (!on.has_roster || !room.empty());

    const Papers papers = papers_on(dossier, as_of);
    on.permit_in_force = papers.permit_in_force;
    on.permit_judged = papers.permit_judged;
    on.plate_held = papers.plate_held;
    for (const data::Substitution* each : dossier.substitutions)
        if (each->date == data::DateCell{as_of} && !each->filed_on.is_none()) on.substitution = each;
    return on;
}

}  // namespace xiaoan::rules
