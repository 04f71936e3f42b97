#include "console/permits/reconciliation_panel.hpp"

#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"

#include <algorithm>
#include <utility>

namespace xiaoan::permits {

namespace {

using desk::DossierColumn;
using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float head_px = 42, margin_px = 14;
constexpr std::array<std::string_view, listed_kinds> listed_keys{"reconcile.in_one", "reconcile.in_some",
                                                                 "reconcile.differing", "reconcile.agreeing"};

void refresh(ReconciliationState& state, const Frame& frame)
{
    if (state.shown == nullptr) return;
    const ReconciliationState::Basis wanted{state.shown, {frame.filter.county, state.listed}};
    if (state.basis == wanted) return;
    state.counts = listed_counts(*state.shown, wanted.filter.county);
    state.rows = filtered(*state.shown, wanted.filter);
    state.basis = wanted;
}

/// The way to other lists and to a workbook; gives their left end.
float draw_right_end(const ReconciliationState& state, const Frame& frame, const Rect& head, Requests& asked)
{
    const auto& ui = frame.ui;
    const auto label = frame.tr("reconcile.choose");
    const shell::ButtonLook look{.primary = state.shown == nullptr, .padding = 12};
    const float width = shell::button_width(ui, label, look);
    float x = head.x1 - ui.px(margin_px) - width;
    if (shell::button(ui, "choose", label, shell::rect_at(x, head.y0 + ui.px(5), width, ui.px(shell::bar_height_px)),
                      look))
        asked.push_back(desk::ChooseLists{});
    x -= ui.px(12);
    if (state.shown == nullptr) return x;
    const auto export_label = frame.tr("list.workbook");
    const float wide = shell::text_width(ui, FontRole::label, export_label) + ui.px(12);
    if (shell::text_button(ui, "workbook", export_label, shell::rect_at(x - wide, head.y0 + ui.px(8), wide, ui.px(26)),
                           FontRole::label))
        asked.push_back(desk::SaveWorkbook{desk::Page::reconciliation});
    return x - wide - ui.px(12);
}

void draw_head(ReconciliationState& state, const Frame& frame, const Rect& head, Requests& asked)
{
    const auto& ui = frame.ui;
    const float end = draw_right_end(state, frame, head, asked);
    if (state.shown == nullptr) return;
    float x = head.x0 + ui.px(margin_px);
    const auto chip = [&](std::string_view id, const std::string& label, bool on) {
        const float width = shell::chip_width(ui, label);
        if (x + width > end) return false;
        const bool pressed = shell::chip(ui, id, label, on, {x, head.y0 + ui.px(10)});
        x += width + ui.px(8);
        return pressed;
    };
    std::size_t all = 0;
    for (const std::size_t count : state.counts) all += count;
    if (chip("all", std::string{frame.tr("reconcile.all")} + " " + language::grouped(all), !state.listed))
        state.listed.reset();
    for (std::size_t i = 0; i < listed_kinds; ++i) {
        const auto which = static_cast<Listed>(i);
        if (which == Listed::in_some && state.shown->lists.size() < 3) continue;
        const bool two = which == Listed::in_some && state.shown->lists.size() == 3;
        const std::string_view key = two ? "reconcile.in_two" : listed_keys[i];
        const bool on = state.listed == which;
        if (chip(listed_keys[i], std::string{frame.tr(key)} + " " + language::grouped(state.counts[i]), on))
            state.listed = on ? std::nullopt : std::optional{which};
    }
    if (state.shown->refused == 0) return;
    shell::draw_text_fitted(ui, Rect{x + ui.px(8), head.y0, end, head.y1}, Align::left,
                            {.font = FontRole::label, .color = ui.theme.rectify.text},
                            frame.tr("reconcile.refused", {language::grouped(state.shown->refused)}));
}

void draw_table(ReconciliationState& state, const Frame& frame, const Rect& where)
{
    const auto& ui = frame.ui;
    const LaidOut& of = *state.shown;
    const auto heads = listed_heads(of, frame.language);
    std::vector<shell::TableColumn> columns;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const bool number = i == 0, differences = i + 1 == heads.size();
        columns.push_back({.id = std::to_string(i),
                           .head = heads[i],
                           .width = number        ? 122.0F
                                    : differences ? 260.0F
                                                  : 132.0F,
                           .grows = differences,
                           .sorts = false});
    }
    shell::TableRows rows;
    rows.count = state.rows.size();
    rows.text = [&](std::size_t row, std::size_t column) {
        return listed_row(of.found.vehicles[state.rows[row]], frame.language)[column];
    };
    rows.draw = [&](const shell::TableCell& cell) {
        const ReconciledVehicle& vehicle = of.found.vehicles[state.rows[cell.row]];
        const bool of_list = cell.column > 0 && cell.column <= of.lists.size();
        if (!of_list || vehicle.rows[cell.column - 1] != nullptr) return false;
        shell::draw_text_fitted(ui, cell.where, Align::left,
                                {.font = FontRole::body_bold, .color = ui.theme.rectify.text},
                                place_text(nullptr, frame.language));
        return true;
    };
    if (state.selected) {
        const auto row = std::ranges::lower_bound(state.rows, *state.selected);
        if (row != state.rows.end() && *row == *state.selected)
            rows.selected = static_cast<std::size_t>(row - state.rows.begin());
    }
    rows.empty = frame.tr("reconcile.none_shown");
    const auto events = shell::table(ui, "reconciliation", where, columns, state.table, rows);
    if (const auto row = events.opened ? events.opened : events.selected) {
        state.selected = state.rows[*row];
        state.detail_open = true;
    }
}

void draw_empty(const ReconciliationState& state, const Frame& frame, const Rect& where)
{
    const auto& ui = frame.ui;
    shell::draw_paragraph(ui, {where.x0 + ui.px(margin_px), where.y0 + ui.px(12)}, where.width() - ui.px(2 * margin_px),
                          {.color = ui.theme.muted},
                          frame.tr(state.reading ? "reconcile.reading" : "reconcile.none_yet"), 22);
}

/// The fields that differ, each with what every list says; then those on which the lists agree.
void draw_vehicle(DossierColumn& column, const LaidOut& of, const ReconciledVehicle& vehicle, const Frame& frame)
{
    const std::string number = language::shown_registration_number(vehicle.registration_number);
    column.head({.title = number,
                 .line = frame.tr("reconcile.matched_by",
                                  {std::string{frame.tr("reconcile.by." + std::string{word(vehicle.matched)})}}),
                 .spacing = 1});
    for (std::size_t i = 0; i < of.lists.size(); ++i) {
        const std::string place = place_text(vehicle.rows[i], frame.language);
        if (vehicle.rows[i] == nullptr)
            column.missing(of.lists[i].name, place);
        else
            column.fact(of.lists[i].name, place);
    }
    const auto field_name = [&](std::size_t field) {
        return frame.tr("field.bus." + std::string{data::kind_info<data::Bus>.fields[field].key});
    };
    for (const Difference& difference : vehicle.differences) {
        column.heading(frame.tr("reconcile.differs", {std::string{field_name(difference.field)}}));
        for (std::size_t i = 0; i < of.lists.size(); ++i)
            if (vehicle.rows[i] != nullptr)
                column.fact(of.lists[i].name, listed_value(difference.field, difference.values[i], frame.language));
    }
    column.heading(frame.tr("reconcile.agreed"));
    for (std::size_t field = 0; field < data::kind_info<data::Bus>.fields.size(); ++field) {
        if (std::ranges::find(vehicle.differences, field, &Difference::field) != vehicle.differences.end()) continue;
        for (const ListedVehicle* row : vehicle.rows) {
            const std::string value = row != nullptr ? text_of(row->values[field]) : std::string{};
            if (value.empty()) continue;
            column.fact(field_name(field), listed_value(field, value, frame.language));
            break;
        }
    }
}

}  // namespace

Requests draw_reconciliation_panel(ReconciliationState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const float below = where.y0 + frame.ui.px(head_px);
    refresh(state, frame);
    draw_head(state, frame, {where.x0, where.y0, where.x1, below}, asked);
    refresh(state, frame);  // as the chips stand now
    const Rect rest{where.x0, below, where.x1, where.y1};
    if (state.shown == nullptr)
        draw_empty(state, frame, rest);
    else
        draw_table(state, frame, rest);
    return asked;
}

Requests draw_reconciliation_detail(ReconciliationState& state, const Frame& frame, const desk::DossierPlace& place)
{
    if (place.over && !state.detail_open) return {};
    if (state.shown == nullptr || !state.selected)
        return desk::draw_dossier(
            frame, place,
            [&](DossierColumn& column) { column.paragraph(frame.tr("reconcile.nothing"), frame.ui.theme.muted); }, {});
    const ReconciledVehicle& vehicle = state.shown->found.vehicles[*state.selected];
    const auto bus = frame.derived.dossiers.find(std::string_view{vehicle.registration_number});
    const bool known = bus < frame.derived.dossiers.size();
    const std::array buttons{
        desk::DossierButton{"matter",
                            frame.tr("reconcile.open_case"),
                            {.primary = true, .enabled = !frame.known_at, .reason = frame.why_read_only()},
                            desk::BeginMatter{matter_text(*state.shown, vehicle, frame.language), county_of(vehicle)}},
        desk::DossierButton{"bus",
                            frame.tr("reconcile.show_bus"),
                            {.enabled = known, .reason = known ? std::string_view{} : frame.tr("board.unknown_bus")},
                            desk::Select{{desk::Selected::bus, vehicle.registration_number}, true}}};
    auto asked = desk::draw_dossier(
        frame, place, [&](DossierColumn& column) { draw_vehicle(column, *state.shown, vehicle, frame); }, buttons);
    const bool shows_bus =
        std::ranges::any_of(asked, [](const auto& wish) { return std::holds_alternative<desk::Select>(wish.wish()); });
    if (shows_bus) asked.push_back(desk::ShowPage{desk::Page::buses});
    return asked;
}

void take(ReconciliationState& state, std::shared_ptr<const LaidOut> read)
{
    state.reading = false;
    if (read == nullptr) return;
    state.shown = std::move(read);
    state.selected.reset();
    state.listed.reset();
}

bool step_back(ReconciliationState& state)
{
    if (!state.selected) return false;
    state.selected.reset();
    state.detail_open = false;
    return true;
}

}  // namespace xiaoan::permits
