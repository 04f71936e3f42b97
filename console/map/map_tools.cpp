#include "console/map/map_tools.hpp"

#include "console/language/wording.hpp"
#include "console/map/map_canvas.hpp"
#include "console/map/scale_bar.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/menu.hpp"
#include "console/shell/widgets/popup.hpp"
#include "console/shell/widgets/press.hpp"
#include "console/shell/widgets/tooltip.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace xiaoan::map {

namespace {

using language::tr;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float corner_px = 16;
constexpr float button_px = 32;
constexpr float button_pitch_px = 39;
constexpr float row_px = 23;
constexpr float legend_padding_px = 9;
constexpr float line_px = 18;
constexpr float whole_legend_from_px = 320;  // height of the map
constexpr float strip_px = 30;

struct LegendRow {
    rules::BusState state;
    std::string_view word;
    std::string_view detail;
};
constexpr std::array legend_rows{
    LegendRow{rules::BusState::stop, "severity.stop", "map.legend.stop"},
    LegendRow{rules::BusState::rectify, "severity.rectify", "map.legend.rectify"},
    LegendRow{rules::BusState::notice, "severity.notice", "map.legend.notice"},
    LegendRow{rules::BusState::in_order, "state.in_order", ""},
};

std::size_t without_place(const LegendCounts& counts)
{
    std::size_t sum = 0;
    for (const LegendRow& row : legend_rows) sum += counts.without_place[static_cast<std::size_t>(row.state)];
    return sum;
}

float legend_width(const shell::Ui& ui, const MapPanelState& state, const MapFrame& frame)
{
    float widest = shell::text_width(ui, FontRole::label, tr(frame.language, "map.legend.waters"));
    for (const LegendRow& row : legend_rows) {
        float width = shell::text_width(ui, FontRole::label, tr(frame.language, row.word));
        if (!row.detail.empty())
            width += ui.px(13) + shell::text_width(ui, FontRole::label, tr(frame.language, row.detail));
        widest = std::max(widest, width);
    }
    const std::size_t most = *std::ranges::max_element(state.counts.buses);
    return ui.px(40) + widest + ui.px(16) + shell::text_width(ui, FontRole::label, language::grouped(most)) + ui.px(14);
}

/// One part of the strip: a symbol and a count.
float strip_part_width(const shell::Ui& ui, std::size_t count)
{
    return ui.px(34) + shell::text_width(ui, FontRole::label, language::grouped(count));
}

float strip_width(const shell::Ui& ui, const MapPanelState& state)
{
    float width = ui.px(12) + strip_part_width(ui, state.counts.waters_in_reach);
    for (const LegendRow& row : legend_rows)
        width += strip_part_width(ui, state.counts.buses[static_cast<std::size_t>(row.state)]);
    return width;
}

bool all_shown(const SceneFilter& filter)
{
    for (const LegendRow& row : legend_rows)
        if (!filter.states[static_cast<std::size_t>(row.state)]) return false;
    return true;
}

/// One row; true where it was pressed.
bool legend_row(const shell::Ui& ui, const MapFrame& frame, const Rect& row, std::string_view id, std::string_view word,
                std::string_view detail, std::size_t count, bool on, bool lit)
{
    const std::string_view label = tr(frame.language, word);
    const auto press =
        shell::press_area(ui, id, label, row,
                          {.ring = shell::Ring::inside, .radius = 4, .reason = tr(frame.language, "map.legend.only")});
    if (press.hovered || lit) shell::fill(ui, row, lit ? ui.theme.selection : ui.theme.hover, 4);
    const float dim = on ? 1.0F : 0.42F;
    float x = row.x0 + ui.px(30);
    const Rect text{x, row.y0, row.x1, row.y1};
    shell::draw_text(ui, text, Align::left, {.font = FontRole::label, .color = shell::with_alpha(ui.theme.ink, dim)},
                     label);
    if (!detail.empty()) {
        x += shell::text_width(ui, FontRole::label, label) + ui.px(13);
        shell::draw_text(ui, Rect{x, row.y0, row.x1, row.y1}, Align::left,
                         {.font = FontRole::label, .color = shell::with_alpha(ui.theme.muted, dim)},
                         tr(frame.language, detail));
    }
    shell::draw_text(ui, Rect{row.x0, row.y0, row.x1 - ui.px(6), row.y1}, Align::right,
                     {.font = FontRole::label, .color = shell::with_alpha(ui.theme.second_ink, dim)},
                     language::grouped(count));
    return press.pressed;
}

}  // namespace

ToolPlaces tool_places(const shell::Ui& ui, const Rect& open, const MapPanelState& state, const MapFrame& frame)
{
    ToolPlaces places;
    const Rect& map = open;
    const float corner = ui.px(corner_px);
    places.legend_low = map.height() < ui.px(whole_legend_from_px);
    const float top = places.legend_low ? ui.px(10) : corner;
    places.buttons = shell::rect_at(map.x1 - corner - ui.px(button_px), map.y0 + top, ui.px(button_px),
                                    3 * ui.px(button_pitch_px) + ui.px(button_px));
    const std::size_t rows = legend_rows.size() + 1;
    const float extra = without_place(state.counts) > 0 ? ui.px(row_px) : 0;
    const float height = static_cast<float>(rows) * ui.px(row_px) + 2 * ui.px(legend_padding_px) + extra;
    places.legend_low = map.height() < ui.px(whole_legend_from_px);
    places.legend =
        places.legend_low
            ? shell::rect_at(map.x0 + ui.px(10), map.y1 - ui.px(10 + strip_px), strip_width(ui, state), ui.px(strip_px))
            : shell::rect_at(map.x0 + corner, map.y1 - corner - height, legend_width(ui, state, frame), height);
    const float line = ui.px(line_px);
    const float low = map.y1 - ui.px(4);
    // On a low map the buttons reach down to where these would stand.
    const float right = places.legend_low ? places.buttons.x0 : map.x1;
    places.attribution = {places.legend.x1 + ui.px(24), low - line, right - ui.px(10), low};
    places.scale_bar = {right - corner - ui.px(130), places.attribution.y0 - ui.px(26), right - corner,
                        places.attribution.y0 - ui.px(6)};
    if (places.scale_bar.x0 < places.legend.x1) places.scale_bar = places.attribution = {};  // what lies over takes all
    if (frame.demonstration) {
        const float width =
            shell::text_width(ui, FontRole::small_bold, tr(frame.language, "map.demonstration")) + ui.px(20);
        places.mark = shell::rect_at(map.x0 + corner, map.y0 + corner, width, ui.px(24));
    }
    return places;
}

std::optional<Tool> draw_buttons(const shell::Ui& ui, const ToolPlaces& places, MapPanelState& state,
                                 const MapFrame& frame)
{
    const auto at = [&](int index) {
        return shell::rect_at(places.buttons.x0, places.buttons.y0 + static_cast<float>(index) * ui.px(button_pitch_px),
                              ui.px(button_px), ui.px(button_px));
    };
    std::optional<Tool> pressed;
    const auto words = [&](std::string_view key) { return tr(frame.language, key); };
    if (shell::icon_button(ui, "##map.in", shell::Icon::plus, words("map.zoom_in"), at(0))) pressed = Tool::zoom_in;
    if (shell::icon_button(ui, "##map.out", shell::Icon::minus, words("map.zoom_out"), at(1))) pressed = Tool::zoom_out;
    if (shell::icon_button(ui, "##map.home", shell::Icon::home, words("map.home"), at(2))) pressed = Tool::home;
    if (shell::icon_button(ui, "##map.layers", shell::Icon::menu, words("map.layers"), at(3)))
        shell::open_menu("##map.layers.menu");
    const std::array rows{
        shell::MenuRow{.label = std::string(words("map.layer.names")), .chosen = state.show_names},
        shell::MenuRow{.label = std::string(words("map.layer.schools")), .chosen = state.show_schools},
        shell::MenuRow{.label = std::string(words("map.layer.waters")), .chosen = state.show_waters},
    };
    if (const auto row = shell::menu(ui, "##map.layers.menu", at(3), rows)) {
        bool* const switches[] = {&state.show_names, &state.show_schools, &state.show_waters};
        *switches[*row] = !*switches[*row];
    }
    return pressed;
}

namespace {

/// The legend as one line: what a symbol means is said when the pointer rests on it.
void draw_strip(const shell::Ui& ui, const ToolPlaces& places, MapPanelState& state, const MapFrame& frame,
                MapEvents& events)
{
    const MapColours& colours = colours_for(ui.theme);
    const bool all = all_shown(*frame.filter);
    float x = places.legend.x0 + ui.px(6);
    const auto part = [&](std::string_view word, std::size_t count, bool on, bool lit) {
        const Rect where =
            Rect{x, places.legend.y0, x + strip_part_width(ui, count), places.legend.y1}.inset(0, ui.px(3));
        x = where.x1;
        const std::string_view label = tr(frame.language, word);
        const auto press =
            shell::press_area(ui, word, label, where, {.ring = shell::Ring::inside, .radius = 4, .reason = label});
        if (press.hovered || lit) shell::fill(ui, where, lit ? ui.theme.selection : ui.theme.hover, 4);
        const shell::Color ink = shell::with_alpha(ui.theme.second_ink, on ? 1.0F : 0.42F);
        shell::draw_text(ui, Rect{where.x0, where.y0, where.x1 - ui.px(6), where.y1}, Align::right,
                         {.font = FontRole::label, .color = ink}, language::grouped(count));
        return std::pair{press.pressed, shell::Point{where.x0 + ui.px(14), where.middle().y}};
    };
    for (const LegendRow& each : legend_rows) {
        const auto index = static_cast<std::size_t>(each.state);
        const bool on = frame.filter->states[index];
        const auto [pressed, middle] = part(each.word, state.counts.buses[index], on, on && !all);
        if (pressed) events.legend_state = each.state;
        state_symbol(ui, middle, each.state, colours, 1);
    }
    const auto [pressed, middle] = part("map.legend.waters", state.counts.waters_in_reach, state.show_waters, false);
    if (pressed) state.show_waters = !state.show_waters;
    shell::wave(ui, middle, packed(colours.near_water));
}

}  // namespace

void draw_legend(const shell::Ui& ui, const ToolPlaces& places, MapPanelState& state, const MapFrame& frame,
                 MapEvents& events)
{
    const MapColours& colours = colours_for(ui.theme);
    shell::floating_panel(ui, places.legend);
    if (places.legend_low) {
        draw_strip(ui, places, state, frame, events);
        return;
    }
    const float inset = ui.px(8);
    float y = places.legend.y0 + ui.px(legend_padding_px);
    const bool all = all_shown(*frame.filter);
    const auto next_row = [&] {
        const Rect row{places.legend.x0 + inset, y, places.legend.x1 - inset, y + ui.px(row_px)};
        y = row.y1;
        return row;
    };
    for (const LegendRow& each : legend_rows) {
        const Rect row = next_row();
        const auto index = static_cast<std::size_t>(each.state);
        const bool on = frame.filter->states[index];
        if (legend_row(ui, frame, row, each.word, each.word, each.detail, state.counts.buses[index], on, on && !all))
            events.legend_state = each.state;
        state_symbol(ui, {row.x0 + ui.px(16), row.middle().y}, each.state, colours, 1);
    }
    const Rect row = next_row();
    if (legend_row(ui, frame, row, "map.legend.waters", "map.legend.waters", "", state.counts.waters_in_reach,
                   state.show_waters, false))
        state.show_waters = !state.show_waters;
    shell::wave(ui, {row.x0 + ui.px(16), row.middle().y}, packed(colours.near_water));
    if (const std::size_t count = without_place(state.counts); count > 0) {
        const std::string text = tr(frame.language, "map.legend.without_place", {language::grouped(count)});
        const Rect line = next_row();
        shell::draw_text_fitted(ui, {line.x0 + ui.px(9), line.y0, line.x1 - ui.px(6), line.y1}, Align::left,
                                {.font = FontRole::small, .color = ui.theme.muted}, text);
    }
}

void draw_scale_bar(const shell::Ui& ui, const ToolPlaces& places, const MapView& view)
{
    const ScaleBar bar = scale_bar(view.ground_m_per_px(), ui.px.exact(120));
    const auto width = std::round(static_cast<float>(bar.width_px));
    const float hair = ui.px.hair();
    const Rect& where = places.scale_bar;
    const float x0 = where.x1 - width;
    const float foot = where.y1 - hair;
    const MapColours& colours = colours_for(ui.theme);
    const shell::Color ink = ui.theme.second_ink;
    const Rect lines[] = {{x0, foot, where.x1, foot + hair},
                          {x0, where.y1 - ui.px(14), x0 + hair, where.y1},
                          {where.x1 - hair, where.y1 - ui.px(14), where.x1, where.y1}};
    for (const Rect& each : lines) shell::fill(ui, each.inset(-hair), packed(colours.halo.with_alpha(150)));
    for (const Rect& each : lines) shell::fill(ui, each, ink);
    shell::draw_text(ui, {x0, where.y1 - ui.px(20), where.x1, where.y1 - hair}, Align::centre,
                     {.font = FontRole::small, .color = ink, .halo = packed(colours.halo.with_alpha(150))}, bar.text);
}

void draw_attribution(const shell::Ui& ui, const ToolPlaces& places, const MapFrame& frame)
{
    if (frame.demonstration) {
        shell::fill(ui, places.mark, ui.theme.rectify.badge, 12);
        shell::draw_text(ui, places.mark, Align::centre,
                         {.font = FontRole::small_bold, .color = ui.theme.rectify.badge_text},
                         tr(frame.language, "map.demonstration"));
    }
    if (frame.base == nullptr || places.attribution.empty()) return;
    const bool english = frame.language == language::Language::en;
    const std::string& words = english ? frame.base->attribution_en : frame.base->attribution_zh;
    const float width = shell::text_width(ui, FontRole::small, words);
    const Rect& box = places.attribution;
    const shell::TextLook look{.font = FontRole::small,
                               .color = ui.theme.muted,
                               .halo = packed(colours_for(ui.theme).outside.with_alpha(140))};
    if (width <= box.width())
        shell::draw_text(ui, box, Align::right, look, words);
    else
        shell::draw_text_fitted(ui, box, Align::left, look, words);
}

}  // namespace xiaoan::map
