#include "console/permits/buses_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/desk/severity.hpp"
#include "console/language/wording.hpp"
#include "console/rules/sentence.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::permits {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Rect;

constexpr float head_px = 42;
constexpr std::array column_ids{"registration_number", "county", "problem",    "since", "due",
                                "department",          "run_by", "supervision"};

BusColumn column_of(std::string_view id)
{
    for (std::size_t i = 0; i < column_ids.size(); ++i)
        if (column_ids[i] == id) return static_cast<BusColumn>(i);
    return BusColumn::problem;
}

void refresh_rows(BusesPanelState& state, const Frame& frame)
{
    const BusesPanelState::Basis wanted{
        &frame.derived,
        frame.snapshot().generation,
        frame.derived.as_of,
        frame.filter,
        {state.table.sort_id.empty() ? BusColumn::problem : column_of(state.table.sort_id), state.table.descending}};
    if (state.basis == wanted) return;
    state.rows = bus_rows(frame.derived, wanted.filter, wanted.order);
    state.counts = desk::legend_counts(frame.derived, wanted.filter);
    state.basis = wanted;
}

/// The chips: all, one a row of the legend, and buses with a case.
void draw_chips(const BusesPanelState& state, const Frame& frame, float& x, float y, float end, Requests& asked)
{
    const auto& filter = frame.filter;
    const bool all_states = std::all_of(filter.states.begin(), filter.states.end(), [](bool on) { return on; });
    const auto add = [&](const char* id, const std::string& label, bool on, const desk::BusFilter& then) {
        if (x + shell::chip_width(frame.ui, label) > end) return;
        if (shell::chip(frame.ui, id, label, on, {x, y})) asked.push_back(desk::SetFilter{then});
        x += shell::chip_width(frame.ui, label) + frame.ui.px(8);
    };
    const auto with_number = [&](std::string_view key, std::size_t number) {
        return std::string{frame.tr(key)} + " " + language::grouped(number);
    };
    auto everything = filter;
    everything.states = {true, true, true, true};
    everything.only_in_case = false;
    add("all", with_number("buses.chip.all", state.counts.looked_at), all_states && !filter.only_in_case, everything);
    constexpr std::array keys{"buses.chip.stop", "buses.chip.rectify", "buses.chip.notice", "buses.chip.in_order"};
    for (std::size_t row = 0; row < keys.size(); ++row) {
        const bool alone = filter.states[row] && std::count(filter.states.begin(), filter.states.end(), true) == 1;
        add(keys[row], with_number(keys[row], state.counts.buses[row]), alone, with_only(filter, row));
    }
    auto in_case = filter;
    in_case.only_in_case = !filter.only_in_case;
    add("case", with_number("buses.chip.in_case", state.counts.in_case), filter.only_in_case, in_case);
}

void draw_plate_filter(const Frame& frame, float& x, float y, float end, Requests& asked)
{
    constexpr std::array keys{"plate.all", "plate.valid", "plate.due", "plate.expired", "plate.none"};
    constexpr std::array<std::optional<desk::PlateState>, 5> values{std::nullopt, desk::PlateState::valid,
                                                                    desk::PlateState::due, desk::PlateState::expired,
                                                                    desk::PlateState::none};
    std::vector<shell::MenuRow> rows;
    std::string value;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        rows.push_back({.label = std::string{frame.tr(keys[i])}, .chosen = frame.filter.plate == values[i]});
        if (rows.back().chosen) value = rows.back().label;
    }
    const shell::FieldLook look{.label = frame.tr("plate.filter"), .drop_mark = true};
    const float width = shell::field_width(frame.ui, value, look);
    if (x + width > end) return;
    if (const auto chosen = shell::drop_down(frame.ui, "plate", look.label, value, rows,
                                             shell::rect_at(x, y, width, frame.ui.px(26)))) {
        auto filter = frame.filter;
        filter.plate = values[*chosen];
        asked.push_back(desk::SetFilter{filter});
    }
    x += width + frame.ui.px(8);
}

/// The drop-down of the rules that buses break today.
void draw_rule_filter(const Frame& frame, float& x, float y, float end, Requests& asked)
{
    std::vector<shell::MenuRow> rows{{.label = std::string{frame.tr("rule.all")}, .chosen = frame.filter.rule.empty()}};
    std::vector<std::string> ids{""};
    std::string value = rows.front().label;
    for (const auto& count : rules::counts(frame.derived.judgement.findings)) {
        if (count.rule.ends_with('?')) continue;
        rows.push_back({.label = std::string{frame.tr("rule." + count.rule + ".title")},
                        .side = language::grouped(count.count),
                        .chosen = frame.filter.rule == count.rule});
        ids.push_back(count.rule);
        if (rows.back().chosen) value = rows.back().label;
    }
    const shell::FieldLook look{.label = frame.tr("rule.filter"), .drop_mark = true};
    const float width = shell::field_width(frame.ui, value, look);
    if (x + width > end) return;
    if (const auto chosen =
            shell::drop_down(frame.ui, "rule", look.label, value, rows, shell::rect_at(x, y, width, frame.ui.px(26)))) {
        auto filter = frame.filter;
        filter.rule = ids[*chosen];
        asked.push_back(desk::SetFilter{filter});
    }
    x += width + frame.ui.px(8);
}

/// How many are shown, and the words that take the list along; gives the left end of all that.
float draw_right_end(const BusesPanelState& state, const Frame& frame, const Rect& head, bool& copy, Requests& asked)
{
    const auto& ui = frame.ui;
    float x = head.x1 - ui.px(14);
    const auto word = [&](const char* id, std::string_view label) {
        const float width = shell::text_width(ui, shell::FontRole::label, label) + ui.px(12);
        const bool pressed = shell::text_button(
            ui, id, label, shell::rect_at(x - width, head.y0 + ui.px(8), width, ui.px(26)), shell::FontRole::label);
        x -= width + ui.px(6);
        return pressed;
    };
    if (word("export", frame.tr("list.export"))) asked.push_back(desk::SaveList{});
    copy = word("copy", frame.tr("list.copy"));
    const std::string shown = frame.tr(
        "list.shown", {language::grouped(state.rows.size()), language::grouped(frame.derived.dossiers.size())});
    const float width = shell::text_width(ui, shell::FontRole::label, shown);
    shell::draw_text(ui, Rect{x - width - ui.px(4), head.y0, x, head.y1}, shell::Align::left,
                     {.font = shell::FontRole::label, .color = ui.theme.muted}, shown);
    return x - width - ui.px(18);
}

/// The columns there is room for; a narrow window does without operator, department and first day.
desk::FittingColumns columns(const Frame& frame, float room)
{
    using Widths = std::array<float, column_ids.size()>;
    constexpr Widths chinese{122, 88, 190, 112, 112, 104, 160, 112}, english{122, 126, 190, 112, 112, 150, 120, 112};
    constexpr std::array ranks{0, 2, 0, 3, 1, 4, 5, 1};
    const Widths& widths = frame.language == language::Language::zh ? chinese : english;
    std::vector<desk::CandidateColumn> made;
    for (std::size_t i = 0; i < column_ids.size(); ++i)
        made.push_back({{.id = column_ids[i],
                         .head = std::string{frame.tr(std::string{"buses.column."} + column_ids[i])},
                         .width = widths[i],
                         .grows = column_ids[i] == std::string_view{"problem"}},
                        i,
                        ranks[i]});
    return desk::fitting_columns(std::move(made), frame.ui, room);
}

std::string cell_text(const BusRowText& text, std::size_t column)
{
    const std::array cells{&text.registration_number, &text.county, &text.problem,    &text.since, &text.due,
                           &text.department,          &text.run_by, &text.supervision};
    return *cells[column];
}

/// Problem with its shape, supervision in the colour of what is overdue; the rest is left to the text.
bool draw_cell(const Frame& frame, std::uint32_t bus, const BusRowText& text, BusColumn column,
               const shell::TableCell& cell)
{
    const auto& ui = frame.ui;
    if (column == BusColumn::problem) {
        const auto state = frame.derived.judgement.states[bus];
        if (const auto severity = desk::shown_severity(state))
            shell::severity_shape(ui, {cell.where.x0 + ui.px(6), cell.where.middle().y}, *severity);
        shell::draw_text_fitted(ui, Rect{cell.where.x0 + ui.px(18), cell.where.y0, cell.where.x1, cell.where.y1},
                                shell::Align::left, {.color = ui.theme.ink}, text.problem);
        return true;
    }
    if (column == BusColumn::supervision && text.overdue) {
        shell::draw_text_fitted(ui, cell.where, shell::Align::left,
                                {.font = shell::FontRole::body_bold, .color = ui.theme.stop.text}, text.supervision);
        return true;
    }
    return false;
}

std::optional<std::size_t> selected_row(const BusesPanelState& state, const Frame& frame)
{
    if (frame.selection.what != desk::Selected::bus) return std::nullopt;
    const auto bus = frame.derived.dossiers.find(frame.selection.key);
    const auto row = std::find(state.rows.begin(), state.rows.end(), bus);
    return row != state.rows.end() ? std::optional{static_cast<std::size_t>(row - state.rows.begin())} : std::nullopt;
}

/// "0 of 214 buses", and what would show some.
std::string empty_text(const Frame& frame)
{
    const auto all = frame.derived.dossiers.size();
    return all == 0 ? std::string{frame.tr("buses.none_yet")} : frame.tr("buses.none_shown", {language::grouped(all)});
}

}  // namespace

desk::BusFilter with_only(desk::BusFilter filter, std::size_t legend_row)
{
    std::array<bool, 4> only{};
    only[legend_row] = true;
    filter.states = filter.states == only ? std::array<bool, 4>{true, true, true, true} : only;
    return filter;
}

Requests draw_buses_panel(BusesPanelState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const auto& ui = frame.ui;
    refresh_rows(state, frame);
    const Rect head{where.x0, where.y0, where.x1, where.y0 + ui.px(head_px)};
    bool copy = false;
    const float end = draw_right_end(state, frame, head, copy, asked);
    float x = head.x0 + ui.px(14);
    const auto title = frame.tr("buses.title");
    shell::draw_text(ui, Rect{x, head.y0, end, head.y1}, shell::Align::left,
                     {.font = shell::FontRole::body_bold, .color = ui.theme.ink}, title);
    x += shell::text_width(ui, shell::FontRole::body_bold, title) + ui.px(12);
    draw_chips(state, frame, x, head.y0 + ui.px(10), end, asked);
    x += ui.px(4);
    draw_plate_filter(frame, x, head.y0 + ui.px(8), end, asked);
    draw_rule_filter(frame, x, head.y0 + ui.px(8), end, asked);

    const std::string nothing = empty_text(frame);
    BusRowText text;
    std::optional<std::size_t> text_of;
    const auto words = [&](std::size_t row) -> const BusRowText& {
        if (text_of != row) {
            text = bus_row_text(frame.derived, state.rows[row], frame.language);
            text_of = row;
        }
        return text;
    };
    const auto number = [&](std::size_t row) {
        return frame.derived.dossiers.bus(state.rows[row]).registration_number;
    };
    shell::TableRows rows;
    rows.count = state.rows.size();
    rows.selected = selected_row(state, frame);
    const auto shown = columns(frame, where.width());
    rows.text = [&](std::size_t row, std::size_t column) { return cell_text(words(row), shown.of[column]); };
    rows.draw = [&](const shell::TableCell& cell) {
        return draw_cell(frame, state.rows[cell.row], words(cell.row), static_cast<BusColumn>(shown.of[cell.column]),
                         cell);
    };
    rows.menu = [&](std::size_t) {
        return std::vector<shell::MenuRow>{
            {.label = std::string{frame.tr("buses.menu.zoom")}},
            {.label = std::string{frame.tr("buses.menu.case")}, .side = "Ctrl+D", .enabled = !frame.known_at},
            {.label = std::string{frame.tr("buses.menu.copy")}}};
    };
    rows.empty = nothing;
    rows.faded = frame.stale;
    const auto events =
        shell::table(ui, "buses", Rect{where.x0, head.y1, where.x1, where.y1}, shown.heads, state.table, rows);
    if (events.selected) asked.push_back(desk::Select{{desk::Selected::bus, number(*events.selected)}});
    if (events.opened) asked.push_back(desk::Select{{desk::Selected::bus, number(*events.opened)}, true});
    if (events.menu_row && events.menu_entry == 0)
        asked.push_back(desk::Select{{desk::Selected::bus, number(*events.menu_row)}, true});
    if (events.menu_row && events.menu_entry == 1) asked.push_back(desk::BeginCase{{number(*events.menu_row)}});
    if (events.menu_row && events.menu_entry == 2) asked.push_back(desk::CopyText{number(*events.menu_row)});
    if (copy) asked.push_back(desk::CopyText{shell::table_text(shown.heads, state.table, rows)});
    return asked;
}

}  // namespace xiaoan::permits
