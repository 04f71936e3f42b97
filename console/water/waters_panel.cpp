#include "console/water/waters_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/tooltip.hpp"
#include "console/water/equipment_marks.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::water {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;
using shell::TableCell;

constexpr float head_px = 42, search_px = 240;
constexpr std::array column_ids{"name",    "kind",      "county",    "school", "distance",
                                "schools", "equipment", "duty_unit", "patrol"};
constexpr std::array<float, 9> widths{150, 76, 146, 176, 98, 84, 114, 146, 122};
constexpr std::array<int, 9> ranks{0, 3, 2, 0, 0, 4, 0, 1, 1};  // what the dossier says as well is left out first

WaterColumn column_of(std::string_view id)
{
    for (std::size_t i = 0; i < column_ids.size(); ++i)
        if (column_ids[i] == id) return static_cast<WaterColumn>(i);
    return WaterColumn::distance;
}

void refresh(WatersState& state, const Frame& frame)
{
    const WaterOrder order{state.table.sort_id.empty() ? WaterColumn::distance : column_of(state.table.sort_id),
                           state.table.descending};
    const WatersState::Basis wanted{frame.derived.snapshot, {state.within_m, frame.filter.county, state.text}, order};
    if (state.basis == wanted) return;
    state.rows = water_rows(frame.derived.exposures, wanted.filter, wanted.order);
    state.basis = wanted;
}

/// What one row says, made for the rows that are seen.
class Words {
public:
    Words(const Frame& frame) : frame_(frame) {}

    [[nodiscard]] std::string text(const WaterRow& row, WaterColumn column) const
    {
        const data::Water& water = *row.water;
        switch (column) {
        case WaterColumn::name: return water_name(water, frame_.language);
        case WaterColumn::kind: return kind(water);
        case WaterColumn::county: {
            const auto county = rules::county_name(frame_.snapshot(), water.county, frame_.language);
            return water.township.empty() ? county : county + " " + water.township;
        }
        case WaterColumn::school: return row.nearest->name;
        case WaterColumn::distance: return distance_text(row.distance_m);
        case WaterColumn::schools: return language::grouped(row.schools);
        case WaterColumn::equipment: return equipment(water);
        case WaterColumn::duty_unit: return water.duty_unit.empty() ? unchecked() : water.duty_unit;
        case WaterColumn::patrol: break;
        }
        if (water.last_patrol_on.is_none()) return std::string{frame_.tr("value.none")};
        return water.last_patrol_on.has_date() ? data::iso(water.last_patrol_on.date()) : unchecked();
    }

    /// 警示牌：有　救生圈：无　…
    [[nodiscard]] std::string equipment(const data::Water& water) const
    {
        std::string text;
        const auto answers = equipment_of(water);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (i > 0) text += " · ";
            text += frame_.tr("waters.item", {std::string{frame_.tr("field.water." + std::string{equipment_fields[i]})},
                                              std::string{answer_word(answers[i], frame_.language)}});
        }
        return text;
    }

    [[nodiscard]] std::string unchecked() const { return std::string{frame_.tr("waters.unchecked")}; }

private:
    [[nodiscard]] std::string kind(const data::Water& water) const
    {
        const auto word = data::word(water.kind);
        return word.empty() ? unchecked() : std::string{frame_.tr("word.water.kind." + std::string{word})};
    }

    const Frame& frame_;
};

/// Gives the left end of the search field.
float draw_search(WatersState& state, const Frame& frame, const Rect& head)
{
    const auto& ui = frame.ui;
    // Title and chips need some 580; the rest is for the field.
    const float width = std::clamp(head.width() - ui.px(580), ui.px(150), ui.px(search_px));
    const Rect field{head.x1 - ui.px(14) - width, head.y0 + ui.px(6), head.x1 - ui.px(14), head.y0 + ui.px(36)};
    (void)shell::text_input(ui, "search", state.text, field,
                            {.hint = frame.tr("waters.search"), .icon = shell::Icon::search});
    return field.x0;
}

/// Whether the season's briefing is asked for.
bool draw_head(WatersState& state, const Frame& frame, const Rect& head)
{
    const auto& ui = frame.ui;
    float end = draw_search(state, frame, head) - ui.px(12);
    const auto brief = frame.tr("waters.brief");
    const float brief_width = shell::button_width(ui, brief);
    const bool asked = shell::button(
        ui, "brief", brief, shell::rect_at(end - brief_width, head.middle().y - ui.px(15), brief_width, ui.px(30)),
        {.reason = "Ctrl+P"});
    end -= brief_width + ui.px(12);
    float x = head.x0 + ui.px(14);
    const auto title = frame.tr("waters.title");
    shell::draw_text(ui, Rect{x, head.y0, head.x1, head.y1}, Align::left,
                     {.font = FontRole::body_bold, .color = ui.theme.ink}, title);
    x += shell::text_width(ui, FontRole::body_bold, title) + ui.px(12);
    for (std::size_t i = 0; i < ranges_m.size(); ++i) {
        const std::string label = frame.tr("waters.chip", {language::grouped(static_cast<std::size_t>(ranges_m[i])),
                                                           language::grouped(state.rows.counts[i])});
        if (x + shell::chip_width(ui, label) > end) break;
        if (shell::chip(ui, "range " + std::to_string(i), label, state.within_m == ranges_m[i],
                        {x, head.y0 + ui.px(10)}))
            state.within_m = ranges_m[i];
        x += shell::chip_width(ui, label) + ui.px(8);
    }
    // What nobody could measure is said, so that an empty range is not taken for an answer.
    const auto& all = frame.derived.exposures;
    if (all.schools_without_position + all.waters_without_place == 0) return asked;
    const std::string note = frame.tr("waters.left_out", {language::grouped(all.schools_without_position),
                                                          language::grouped(all.waters_without_place)});
    if (end - x > ui.px(140))
        shell::draw_text_fitted(ui, Rect{x + ui.px(6), head.y0, end, head.y1}, Align::left,
                                {.font = FontRole::label, .color = ui.theme.muted}, note);
    return asked;
}

bool draw_cell(const Frame& frame, const Words& words, const WaterRow& row, const TableCell& cell, WaterColumn column)
{
    const auto& ui = frame.ui;
    if (column == WaterColumn::equipment) {
        equipment_marks(ui, cell.where, equipment_of(*row.water));
        shell::tooltip(ui, cell.where, words.equipment(*row.water));
        return true;
    }
    const bool number = column == WaterColumn::distance || column == WaterColumn::schools;
    if (number) return false;
    const std::string text = words.text(row, column);
    if (text != words.unchecked()) return false;
    shell::draw_text(ui, cell.where, Align::left, {.color = ui.theme.placeholder}, text);
    return true;
}

desk::FittingColumns columns(const Frame& frame, float width)
{
    std::vector<desk::CandidateColumn> all;
    for (std::size_t i = 0; i < column_ids.size(); ++i) {
        const auto column = static_cast<WaterColumn>(i);
        const bool number = column == WaterColumn::distance || column == WaterColumn::schools;
        all.push_back({{.id = column_ids[i],
                        .head = std::string{frame.tr(std::string{"waters.column."} + column_ids[i])},
                        .width = widths[i],
                        .grows = column == WaterColumn::name || column == WaterColumn::school,
                        .align = number ? Align::right : Align::left},
                       i,
                       ranks[i]});
    }
    return desk::fitting_columns(std::move(all), frame.ui, width);
}

/// "0 of 214 waters", and what would show some.
std::string empty_text(const WatersState& state, const Frame& frame)
{
    const auto& all = frame.derived.exposures;
    if (all.waters + all.waters_without_place == 0) return std::string{frame.tr("waters.none_yet")};
    if (all.schools == 0) return std::string{frame.tr("waters.no_schools")};
    const bool filtered = !state.text.empty() || frame.filter.county.given();
    return frame.tr(filtered ? "waters.none_shown" : "waters.none_within",
                    {language::grouped(all.waters), language::grouped(static_cast<std::size_t>(state.within_m))});
}

}  // namespace

Requests draw_waters_panel(WatersState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const auto& ui = frame.ui;
    refresh(state, frame);
    const float below_head = where.y0 + ui.px(head_px);
    if (draw_head(state, frame, {where.x0, where.y0, where.x1, below_head}))
        asked.push_back(desk::briefing_of(frame.filter.county));
    const auto shown = columns(frame, where.width());
    const auto& of_rows = state.rows.rows;
    const Words words(frame);
    const std::string nothing = empty_text(state, frame);
    shell::TableRows rows;
    rows.count = of_rows.size();
    for (std::size_t i = 0; i < of_rows.size() && frame.selection.what == desk::Selected::water; ++i)
        if (of_rows[i].water->code == frame.selection.key) rows.selected = i;
    rows.text = [&](std::size_t row, std::size_t column) {
        return words.text(of_rows[row], static_cast<WaterColumn>(shown.of[column]));
    };
    rows.draw = [&](const TableCell& cell) {
        return draw_cell(frame, words, of_rows[cell.row], cell, static_cast<WaterColumn>(shown.of[cell.column]));
    };
    rows.menu = [&](std::size_t) {
        return std::vector<shell::MenuRow>{{.label = std::string{frame.tr("waters.menu.zoom")}},
                                           {.label = std::string{frame.tr("waters.menu.school")}},
                                           {.label = std::string{frame.tr("waters.menu.copy")}, .rule_above = true}};
    };
    rows.empty = nothing;
    rows.faded = frame.stale;
    const auto events =
        shell::table(ui, "waters", {where.x0, below_head, where.x1, where.y1}, shown.heads, state.table, rows);
    const auto select = [&](std::size_t row, bool zoom) {
        asked.push_back(desk::Select{{desk::Selected::water, of_rows[row].water->code}, zoom});
    };
    if (events.selected) select(*events.selected, false);
    if (events.opened) select(*events.opened, true);
    if (!events.menu_row) return asked;
    if (events.menu_entry == 0) select(*events.menu_row, true);
    if (events.menu_entry == 1)
        asked.push_back(desk::Select{{desk::Selected::school, of_rows[*events.menu_row].nearest->code}, true});
    if (events.menu_entry == 2) asked.push_back(desk::CopyText{shell::table_text(shown.heads, state.table, rows)});
    return asked;
}

}  // namespace xiaoan::water
