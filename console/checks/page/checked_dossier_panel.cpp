// The dossier of a vehicle that was looked at: what followed, and every answer.
#include "console/checks/page/results_panel.hpp"
#include "console/language/wording.hpp"

namespace xiaoan::checks {

namespace {

using desk::DossierColumn;
using desk::Frame;

void draw_outcomes(DossierColumn& column, const data::CheckedVehicle& of, const Frame& frame, desk::Requests& asked)
{
    if (of.outcomes.empty()) return column.paragraph(frame.tr("result.nothing_followed"), frame.ui.theme.muted);
    for (std::size_t i = 0; i < of.outcomes.size(); ++i) {
        const data::CheckOutcome& outcome = of.outcomes[i];
        const std::string text = outcome_text(outcome, frame.language);
        if (outcome.way != data::OutcomeWay::opens_case || frame.snapshot().find_case(outcome.reference) == nullptr)
            column.small(text);
        else if (column.link("outcome " + std::to_string(i), text, {}))
            asked.push_back(desk::Select{{desk::Selected::supervision, outcome.reference}, false});
    }
}

void draw_answers(DossierColumn& column, const data::CheckedVehicle& of, const Frame& frame)
{
    std::optional<Section> section;
    for (const Question& question : questions()) {
        const std::string_view answer = of.answer(question.name);
        if (answer.empty() || question.name == "check" || question.name == "vehicle") continue;
        if (section != question.section) column.heading(title_of(question.section, frame.language));
        section = question.section;
        column.fact(question.in(frame.language), shown_answer(question, answer, frame.language));
    }
}

}  // namespace

desk::Requests draw_checked_dossier(ResultsState& state, const Frame& frame, const desk::DossierPlace& place)
{
    const data::CheckedVehicle* of = state.all != nullptr ? checked_of_key(*state.all, frame.selection.key) : nullptr;
    if (of == nullptr) return {};
    desk::Requests asked;
    const auto content = [&](DossierColumn& column) {
        const std::string title = language::shown_registration_number(of->vehicle);
        const std::string line = frame.tr("result.of_check", {of->check, data::iso(of->held_on)});
        column.head({.title = title, .line = line, .spacing = 1});
        column.heading(frame.tr("check.followed"));
        draw_outcomes(column, *of, frame, asked);
        draw_answers(column, *of, frame);
    };
    const bool known = frame.derived.dossiers.find(std::string_view{of->vehicle}) < frame.derived.dossiers.size();
    const std::array buttons{
        desk::DossierButton{"bus",
                            frame.tr("cases.go_to_bus"),
                            {.enabled = known, .reason = known ? std::string_view{} : frame.tr("cases.no_subject")},
                            desk::Select{{desk::Selected::bus, of->vehicle}, true}}};
    for (auto& wish : desk::draw_dossier(frame, place, content, buttons)) asked.push_back(std::move(wish));
    return asked;
}

}  // namespace xiaoan::checks
