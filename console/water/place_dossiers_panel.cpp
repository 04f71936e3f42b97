#include "console/desk/dossier.hpp"
#include "console/desk/severity.hpp"
#include "console/language/wording.hpp"
#include "console/water/equipment_marks.hpp"
#include "console/water/level_mark.hpp"
#include "console/water/waters_panel.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace xiaoan::water {

namespace {

using desk::DossierColumn;
using desk::Frame;
using desk::Requests;
using shell::FontRole;
using shell::Rect;

PlaceBasis basis_of(const Frame& frame)
{
    return {frame.derived.snapshot, frame.derived.as_of, frame.language, frame.selection.key};
}

void draw_facts(DossierColumn& column, const std::vector<PlaceFact>& facts, const Frame& frame)
{
    for (const PlaceFact& fact : facts) {
        if (fact.value.empty())
            column.missing(fact.label, frame.tr("waters.unchecked"));
        else
            column.fact(fact.label, fact.value);
    }
}

/// Each item with its mark and word; two side by side.
void draw_equipment(DossierColumn& column, const WaterView& view, const Frame& frame)
{
    const auto& ui = frame.ui;
    const float half = column.width() / 2;
    for (std::size_t i = 0; i < view.equipment.size(); ++i) {
        const EquipmentFact& item = view.equipment[i];
        const bool right = i % 2 == 1;
        const auto at = column.at();
        const Rect cell = shell::rect_at(at.x + (right ? std::floor(half) : 0), at.y, half, ui.px(24));
        equipment_mark(ui, {cell.x0 + ui.px(7), cell.middle().y}, item.answer);
        const std::string text =
            frame.tr("waters.item", {item.label, std::string{answer_word(item.answer, frame.language)}});
        const auto color = item.answer == data::Answer::no          ? ui.theme.stop.text
                           : item.answer == data::Answer::not_given ? ui.theme.muted
                                                                    : ui.theme.ink;
        shell::draw_text_fitted(ui, Rect{cell.x0 + ui.px(20), cell.y0, cell.x1, cell.y1}, shell::Align::left,
                                {.font = FontRole::label, .color = color}, text);
        if (right || i + 1 == view.equipment.size()) column.move(ui.px(24));
    }
}

/// What is missing, line by line as the findings of a bus; then what nobody has verified.
/// The gaps that count, each to be set aside by its last word; then what was.
void draw_gaps(DossierColumn& column, const WaterView& view, const Frame& frame, Requests& asked)
{
    const auto more = frame.known_at ? std::string_view{} : frame.tr("waters.waive");
    for (const GapLine& gap : view.gaps)
        if (column.card({.severity = shell::Severity::rectify,
                         .title = gap.title,
                         .lines = {&gap.text, 1},
                         .more = more,
                         .more_id = gap.rule}))
            asked.push_back(desk::BeginSilencing{frame.selection.key, gap.rule});
    if (view.gaps.empty()) column.small(frame.tr("waters.no_gaps"));
    if (!view.unverified.empty()) column.small(frame.tr("waters.unverified", {view.unverified}));
    for (const WaivedLine& each : view.waived) {
        column.gap(4);
        column.small(each.title + "  " + each.lasting);
        column.paragraph(each.reason, frame.ui.theme.muted);
    }
}

/// What the register keeps of photos; the briefing prints the first.
void draw_photos(DossierColumn& column, const RiskView& risk, const Frame& frame)
{
    column.heading(frame.tr("waters.photos", {language::grouped(risk.photos.size())}));
    if (risk.photos.empty()) column.small(frame.tr("waters.no_photos"));
    for (const PhotoLine& photo : risk.photos) column.small(frame.tr("waters.photo_side", {photo.name, photo.size}));
}

/// A factor of the score: its name, what it rests on, the points at the right.
void draw_line(DossierColumn& column, const RiskRow& row, const Frame& frame)
{
    const auto& ui = frame.ui;
    const auto at = column.at();
    const Rect line = shell::rect_at(at.x, at.y, column.width(), ui.px(22));
    const float name = ui.px(128), points = ui.px(40);
    shell::draw_text_fitted(ui, Rect{line.x0, line.y0, line.x0 + name - ui.px(8), line.y1}, shell::Align::left,
                            {.font = FontRole::label, .color = ui.theme.muted}, row.factor);
    shell::draw_text_fitted(ui, Rect{line.x0 + name, line.y0, line.x1 - points, line.y1}, shell::Align::left,
                            {.font = FontRole::label, .color = row.known ? ui.theme.ink : ui.theme.placeholder},
                            row.value);
    shell::draw_text(ui, line, shell::Align::right,
                     {.font = FontRole::label, .color = row.points > 0 ? ui.theme.ink : ui.theme.placeholder},
                     frame.tr("waters.plus", {std::to_string(row.points)}));
    column.move(ui.px(22));
}

/// Band and score, and the lines of the score: those that weigh most, all where asked for.
void draw_risk(DossierColumn& column, WatersState& state, const Frame& frame)
{
    constexpr std::size_t lines_told = 5;
    const auto& ui = frame.ui;
    const RiskView& view = *state.risk;
    column.heading(frame.tr("waters.risk"));
    const auto at = column.at();
    level_mark(ui, {at.x + ui.px(7), at.y + ui.px(13)}, view.level);
    shell::draw_text(ui, shell::rect_at(at.x + ui.px(20), at.y, column.width(), ui.px(26)), shell::Align::left,
                     {.font = FontRole::body_bold, .color = ui.theme.ink}, view.band + "  " + view.score);
    column.move(ui.px(26));
    column.small(view.line);
    if (!view.changed.empty()) column.small(view.changed);
    column.gap(4);
    std::vector<const RiskRow*> rows;
    for (const RiskRow& row : view.rows) rows.push_back(&row);
    if (!state.all_lines) {
        std::ranges::stable_sort(rows, std::greater{}, [](const RiskRow* row) { return row->points; });
        rows.resize(std::min(rows.size(), lines_told));
    }
    for (const RiskRow* row : rows) draw_line(column, *row, frame);
    const std::string more = state.all_lines ? std::string{frame.tr("waters.fewer_lines")}
                                             : frame.tr("waters.all_lines", {language::grouped(view.rows.size())});
    if (column.link("score lines", more, {})) state.all_lines = !state.all_lines;
}

std::vector<desk::DossierButton> buttons(const Frame& frame, desk::Selected what, std::string_view kind,
                                         data::RecordId id)
{
    const std::string& key = frame.selection.key;
    return {{"zoom", frame.tr("dossier.zoom"), {.reason = "Z"}, desk::Select{{what, key}, true}},
            {"edit",
             frame.tr("entry.edit"),
             {.enabled = !frame.known_at, .reason = frame.known_at ? frame.why_read_only() : "F2"},
             desk::BeginEntry{std::string{kind}, id}},
            {"history", frame.tr("dossier.history"), {}, desk::ShowHistory{std::string{kind}, key}}};
}

}  // namespace

Requests draw_water_dossier(WatersState& state, const Frame& frame, const desk::DossierPlace& place)
{
    Requests asked;
    if (const auto basis = basis_of(frame); state.water_basis != basis) {
        state.water = water_view(frame.derived, frame.selection.key, frame.language);
        state.water_basis = basis;
    }
    if (!state.water) return asked;
    const WaterView& view = *state.water;
    if (const auto ranked = current_ranking(state, frame, asked);
        state.risk_of != ranked || state.risk_basis != state.water_basis) {
        const auto* water = ranked != nullptr ? frame.snapshot().all<data::Water>().find(view.id) : nullptr;
        state.risk = water != nullptr ? risk_view(*ranked, *water, frame.language) : std::nullopt;
        state.risk_of = ranked;
        state.risk_basis = state.water_basis;
    }
    const auto content = [&](DossierColumn& column) {
        column.head({.title = view.name, .line = view.line});
        if (state.risk) draw_risk(column, state, frame);
        column.heading(frame.tr("waters.gaps"));
        draw_gaps(column, view, frame, asked);
        if (!view.open_case.empty() &&
            column.link("case " + view.open_case, frame.tr("waters.gap_case_open", {view.open_case}), {}))
            asked.push_back(desk::Select{{desk::Selected::supervision, view.open_case}, false});
        if (state.risk) draw_photos(column, *state.risk, frame);
        column.heading(frame.tr("waters.facts"));
        draw_facts(column, view.facts, frame);
        column.heading(frame.tr("waters.equipment"));
        draw_equipment(column, view, frame);
        column.heading(frame.tr("waters.duty"));
        draw_facts(column, view.duty, frame);
        column.heading(frame.tr("waters.schools_within",
                                {language::grouped(view.schools.size()),
                                 language::grouped(static_cast<std::size_t>(frame.derived.exposures.within_m))}));
        if (view.schools.empty()) column.small(frame.tr("waters.no_school_within"));
        for (const PlaceLink& school : view.schools)
            if (column.link("school " + school.key, school.name, school.side))
                asked.push_back(desk::Select{{desk::Selected::school, school.key}, true});
        column.heading(frame.tr("dossier.origin"));
        column.small(view.origin);
        auto wishes = desk::draw_origins(state.water_origins, frame, column, data::kind_info<data::Water>, view.id,
                                         [&] { return frame.selection.key; });
        asked.insert(asked.end(), wishes.begin(), wishes.end());
    };
    auto offered = buttons(frame, desk::Selected::water, "waters", view.id);
    if (view.gap_case)
        offered.insert(offered.begin() + 1,
                       desk::DossierButton{.id = "gap_case",
                                           .label = frame.tr("waters.open_gap_case"),
                                           .look = {.enabled = !frame.known_at,
                                                    .reason = frame.known_at ? frame.why_read_only()
                                                                             : frame.tr("waters.open_gap_case.reason")},
                                           .asks = data::Command{data::OpenCases{{*view.gap_case}}}});
    auto pressed = desk::draw_dossier(frame, place, content, offered);
    asked.insert(asked.end(), pressed.begin(), pressed.end());
    return asked;
}

Requests open_gap_case(const WatersState& state, const Frame& frame)
{
    const bool shown = state.water && state.water_basis == basis_of(frame) && state.water->gap_case;
    if (!shown || frame.known_at) return {};
    return {data::Command{data::OpenCases{{*state.water->gap_case}}}};
}

Requests draw_school_dossier(WatersState& state, const Frame& frame, const desk::DossierPlace& place)
{
    Requests asked;
    if (const auto basis = basis_of(frame); state.school_basis != basis) {
        state.school = school_view(frame.derived, frame.selection.key, frame.language);
        state.school_basis = basis;
    }
    if (!state.school) return asked;
    const SchoolView& view = *state.school;
    const auto content = [&](DossierColumn& column) {
        column.head({.title = view.name, .line = view.line});
        draw_facts(column, view.facts, frame);
        column.heading(frame.tr("waters.buses", {language::grouped(view.buses.size())}));
        if (view.buses.empty()) column.small(frame.tr("waters.no_buses", {data::iso(frame.derived.as_of)}));
        for (const ServingBus& bus : view.buses)
            if (column.link("bus " + bus.key, bus.name, bus.side, desk::shown_severity(bus.state)))
                asked.push_back(desk::Select{{desk::Selected::bus, bus.key}, true});
        column.heading(frame.tr("waters.waters_within",
                                {language::grouped(view.waters.size()),
                                 language::grouped(static_cast<std::size_t>(frame.derived.exposures.within_m))}));
        if (view.waters.empty())
            column.small(frame.tr(view.has_position ? "waters.no_water_within" : "waters.no_position"));
        for (const PlaceLink& water : view.waters)
            if (column.link("water " + water.key, water.name, water.side))
                asked.push_back(desk::Select{{desk::Selected::water, water.key}, true});
        column.heading(frame.tr("dossier.origin"));
        column.small(view.origin);
        auto wishes = desk::draw_origins(state.school_origins, frame, column, data::kind_info<data::School>, view.id,
                                         [&] { return frame.selection.key; });
        asked.insert(asked.end(), wishes.begin(), wishes.end());
    };
    auto of_school = buttons(frame, desk::Selected::school, "schools", view.id);
    of_school.push_back({"letter",
                         frame.tr("waters.letter"),
                         {.reason = "Ctrl+P"},
                         desk::PreviewLetter{desk::LetterKind::parents, {frame.selection.key}}});
    auto pressed = desk::draw_dossier(frame, place, content, of_school);
    asked.insert(asked.end(), pressed.begin(), pressed.end());
    return asked;
}

}  // namespace xiaoan::water
