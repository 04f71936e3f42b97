// The dossier of a stand: when, where, and which buses it sees with what each is to be met for.
#include "console/checks/page/plan_panel.hpp"
#include "console/desk/severity.hpp"
#include "console/language/wording.hpp"

#include <fmt/format.h>

namespace xiaoan::checks {

namespace {

using desk::DossierColumn;
using desk::Frame;

void draw_bus(DossierColumn& column, const PlannedCheck& planned, const ExpectedBus& bus, const Frame& frame,
              desk::Requests& asked)
{
    const WantedBus* of = wanted(planned, bus.registration_number);
    const auto severity =
        of != nullptr && of->flagged.weight == weight_of_stop ? shell::Severity::stop : shell::Severity::rectify;
    if (column.link("bus " + bus.registration_number, language::shown_registration_number(bus.registration_number),
                    data::hh_mm(bus.at), severity))
        asked.push_back(desk::Select{{desk::Selected::bus, bus.registration_number}, true});
    column.small(problems_of(planned, bus.registration_number, frame.language));
    column.gap(4);
}

}  // namespace

desk::Requests draw_stand_dossier(PlanState& state, const Frame& frame, const desk::DossierPlace& place)
{
    const auto stand = state.planned ? stand_of_key(state.planned->plan, frame.selection.key) : std::nullopt;
    if (!stand) return {};
    const PlannedCheck& planned = *state.planned;
    const PlannedStand& of = planned.plan.stands[*stand];
    const StandWeight weight = stand_weights(planned)[*stand];
    desk::Requests asked;
    const auto content = [&](DossierColumn& column) {
        const std::string title =
            frame.tr("plan.stand_title", {stand_label(planned.plan, *stand), place_text(of.place, frame.language)});
        const std::string line = frame.tr("plan.team", {std::to_string(of.team)}) + "  " +
                                 data::iso(planned.wish.date) + "  " + data::hh_mm(of.from) + "–" + data::hh_mm(of.to);
        column.head({.title = title, .line = line});
        column.fact(frame.tr("checks.position"), fmt::format("{:.5f}, {:.5f}", of.place.at.lon, of.place.at.lat));
        column.fact(frame.tr("plan.weight"),
                    frame.tr("plan.weight_of", {std::to_string(weight.all), std::to_string(planned.total_weight)}));
        if (of.late_min > 0) {
            const std::string late = frame.tr("plan.late.why", {std::to_string(of.late_min)});
            column.gap(6);
            column.card({.severity = shell::Severity::rectify, .title = late});
        }
        column.heading(frame.tr("plan.sees_of", {std::to_string(of.sees.size())}));
        for (const ExpectedBus& bus : of.sees) draw_bus(column, planned, bus, frame, asked);
        if (of.sees.empty()) column.paragraph(frame.tr("plan.sees_none"), frame.ui.theme.muted);
        column.gap(10);
        column.paragraph(frame.tr("plan.drag_hint"), frame.ui.theme.muted);
    };
    const std::array buttons{desk::DossierButton{
        "zoom", frame.tr("plan.zoom"), {}, desk::Select{{desk::Selected::stand, std::to_string(*stand)}, true}}};
    for (auto& wish : desk::draw_dossier(frame, place, content, buttons)) asked.push_back(std::move(wish));
    return asked;
}

}  // namespace xiaoan::checks
