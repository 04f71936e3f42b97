#include "console/desk/dossier.hpp"

#include <utility>
#include <vector>

namespace xiaoan::desk {

namespace {

using shell::Rect;

constexpr float margin_px = 18, edge_px = 12, gap_px = 8;

/// A key told in small letters beside its label is told by the tooltip instead, and the margins are narrower.
std::vector<DossierButton> tighter(std::span<const DossierButton> buttons)
{
    std::vector<DossierButton> all(buttons.begin(), buttons.end());
    for (DossierButton& each : all) {
        each.look.padding = 11;
        if (const auto key = std::exchange(each.look.key_hint, {}); each.look.reason.empty()) each.look.reason = key;
    }
    return all;
}

/// Where each button lies, row under row, from the upper left corner (0, 0) of their region.
std::vector<Rect> button_places(const shell::Ui& ui, float width, std::span<const DossierButton> buttons)
{
    std::vector<Rect> places;
    const float left = ui.px(margin_px), right = width - ui.px(margin_px);
    float x = left, y = ui.px(edge_px);
    for (const DossierButton& each : buttons) {
        const float own = shell::button_width(ui, each.label, each.look);
        if (x > left && x + own > right) {
            x = left;
            y += ui.px(shell::button_height_px + gap_px);
        }
        places.push_back(shell::rect_at(x, y, own, ui.px(shell::button_height_px)));
        x += own + ui.px(gap_px);
    }
    return places;
}

}  // namespace

Requests draw_dossier(const Frame& frame, const DossierPlace& place, const std::function<void(DossierColumn&)>& content,
                      std::span<const DossierButton> buttons)
{
    const shell::Ui& ui = frame.ui;
    auto places = button_places(ui, place.where.width(), buttons);
    std::vector<DossierButton> tight;
    if (!places.empty() && places.back().y0 > places.front().y0) {
        tight = tighter(buttons);
        buttons = tight;
        places = button_places(ui, place.where.width(), buttons);
    }
    Rect upper = place.where, lower = place.where;
    upper.y1 = lower.y0 = place.where.y1 - (places.empty() ? 0 : places.back().y1 + ui.px(edge_px));
    const auto edge = [&](const Rect& part) {
        if (!place.over) shell::hairline_down(ui, part.x0, part.y0, part.y1, ui.theme.line);
    };
    shell::region(ui, "dossier", upper, {.scrolls = true, .floats = place.over}, [&] {
        edge(upper);
        DossierColumn column(frame, upper);
        content(column);
        column.end();
    });
    Requests asked;
    shell::region(ui, "dossier.actions", lower, {.floats = place.over}, [&] {
        shell::hairline(ui, lower.x0, lower.x1, lower.y0, ui.theme.line);
        edge(lower);
        for (std::size_t i = 0; i < buttons.size(); ++i)
            if (shell::button(ui, buttons[i].id, buttons[i].label, places[i].moved(lower.x0, lower.y0),
                              buttons[i].look))
                asked.push_back(buttons[i].asks);
    });
    return asked;
}

}  // namespace xiaoan::desk
