#include "console/checks/page/suspects_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/chip.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::checks {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float margin_px = 14, head_px = 42;
constexpr std::size_t number_column = 1, resembles_column = 7;

void refresh(SuspectsState& state, const Frame& frame)
{
    const SuspectsState::Basis wanted{frame.derived.suspects, frame.derived.snapshot, frame.filter.county,
                                      state.only_without_case, frame.language};
    if (state.basis == wanted) return;
    state.basis = wanted;
    state.shown = shown_suspects(*wanted.snapshot, *wanted.found, wanted.county, wanted.language);
    state.all = state.shown.size();
    state.without_case = static_cast<std::size_t>(
        std::ranges::count_if(state.shown, [](const ShownSuspect& each) { return each.cases.empty(); }));
    if (state.only_without_case)
        std::erase_if(state.shown, [](const ShownSuspect& each) { return !each.cases.empty(); });
}

void draw_head(SuspectsState& state, const Frame& frame, const Rect& head)
{
    const auto& ui = frame.ui;
    float x = head.x0 + ui.px(margin_px);
    const auto chip = [&](std::string_view id, std::string_view key, std::size_t count, bool on) {
        const std::string words = std::string{frame.tr(key)} + " " + language::grouped(count);
        const bool pressed = shell::chip(ui, id, words, on, {x, head.y0 + ui.px(10)});
        x += shell::chip_width(ui, words) + ui.px(8);
        return pressed;
    };
    if (chip("all", "suspects.all", state.all, !state.only_without_case)) state.only_without_case = false;
    if (chip("open", "suspects.without_case", state.without_case, state.only_without_case))
        state.only_without_case = true;
    const Suspects& of = *frame.derived.suspects;
    shell::draw_text_fitted(
        ui, Rect{x + ui.px(10), head.y0, head.x1 - ui.px(margin_px), head.y1}, Align::left,
        {.font = FontRole::label, .color = ui.theme.muted},
        frame.tr("suspects.looked_at", {language::grouped(of.sightings), language::grouped(of.vehicles),
                                        language::grouped(of.registered), language::grouped(of.without_place)}));
}

}  // namespace

Requests draw_suspects_panel(SuspectsState& state, const Frame& frame, const Rect& where)
{
    const auto& ui = frame.ui;
    refresh(state, frame);
    const float below = where.y0 + ui.px(head_px);
    draw_head(state, frame, {where.x0, where.y0, where.x1, below});
    refresh(state, frame);  // as the chips stand now
    const auto heads = suspect_heads(frame.language);
    static constexpr std::array widths{64.0F, 120.0F, 96.0F, 72.0F, 72.0F, 150.0F, 300.0F, 150.0F, 110.0F};
    static constexpr std::array ranks{0, 0, 5, 2, 4, 3, 1, 0, 0};
    std::vector<desk::CandidateColumn> made;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const bool number = i == 0 || i == 3 || i == 4;
        made.push_back({{.id = std::to_string(i),
                         .head = heads[i],
                         .width = widths[i],
                         .grows = i == 6,
                         .sorts = false,
                         .align = number ? Align::right : Align::left},
                        i,
                        ranks[i]});
    }
    const auto fitting = desk::fitting_columns(std::move(made), ui, where.width());
    shell::TableRows rows;
    rows.count = state.shown.size();
    rows.text = [&](std::size_t row, std::size_t column) { return state.shown[row].row[fitting.of[column]]; };
    rows.draw = [&](const shell::TableCell& cell) {
        const std::size_t column = fitting.of[cell.column];
        const std::string& text = state.shown[cell.row].row[column];
        if ((column != resembles_column && column != number_column) || text.empty()) return false;
        Rect words = cell.where;
        if (column == resembles_column) {  // before anybody is accused
            shell::severity_shape(ui, {words.x0 + ui.px(6), words.middle().y}, shell::Severity::notice);
            words.x0 += ui.px(18);
        }
        shell::draw_text_fitted(ui, words, Align::left, {.font = FontRole::body_bold, .color = ui.theme.ink}, text);
        return true;
    };
    if (frame.selection.what == desk::Selected::suspect)
        for (std::size_t i = 0; i < state.shown.size(); ++i)
            if (state.shown[i].suspect->registration_number == frame.selection.key) rows.selected = i;
    rows.empty = frame.tr(frame.derived.suspects->sightings == 0 ? "suspects.no_sightings" : "suspects.none");
    rows.faded = frame.stale;
    const auto events =
        shell::table(ui, "suspects", {where.x0, below, where.x1, where.y1}, fitting.heads, state.table, rows);
    const auto row = events.opened ? events.opened : events.selected;
    if (!row) return {};
    return {desk::Select{{desk::Selected::suspect, state.shown[*row].suspect->registration_number},
                         events.opened.has_value()}};
}

}  // namespace xiaoan::checks
