#include "console/map/overlay_canvas.hpp"

#include "console/map/map_canvas.hpp"
#include "console/shell/ink.hpp"
#include "console/shell/text.hpp"

#include <vector>

namespace xiaoan::map {

namespace {

constexpr float line_px = 2.6F, chosen_line_px = 4, halo_px = 1.6F;

class Painter {
public:
    Painter(const shell::Ui& ui, shell::Point at, const MapView& view)
        : ui_(ui), at_(at), view_(view), halo_(packed(colours_for(ui.theme).halo))
    {
    }

    void line(const OverlayLine& of)
    {
        std::vector<ImVec2> points;
        for (const geo::MapPosition& point : of.points) points.push_back(on_screen(point));
        const auto count = static_cast<int>(points.size());
        const float width = ui_.px.exact(of.chosen ? chosen_line_px : line_px);
        ui_.list().AddPolyline(points.data(), count, halo_, 0, width + ui_.px.exact(2 * halo_px));
        ui_.list().AddPolyline(points.data(), count, of.color, 0, width);
    }

    void mark(const OverlayMark& of, const geo::MapPosition& at)
    {
        const ImVec2 middle = on_screen(at);
        const bool dot = of.label.empty();
        const float radius = ui_.px.exact((dot ? overlay_dot_px : overlay_mark_px) + (of.chosen ? 2 : 0));
        ui_.list().AddCircleFilled(middle, radius + ui_.px.exact(halo_px), halo_);
        if (of.chosen) ui_.list().AddCircleFilled(middle, radius + ui_.px.exact(1), ui_.theme.ink);
        ui_.list().AddCircleFilled(middle, radius - ui_.px.exact(of.chosen ? 1 : 0), of.ground);
        if (dot) return;
        shell::draw_text(ui_, {middle.x - radius, middle.y - radius, middle.x + radius, middle.y + radius},
                         shell::Align::centre, {.font = shell::FontRole::small_bold, .color = shell::ink_on(of.ground)},
                         of.label);
    }

private:
    [[nodiscard]] ImVec2 on_screen(const geo::MapPosition& at) const
    {
        const ScreenPosition place = view_.screen_from_map(at);
        return {at_.x + static_cast<float>(place.x), at_.y + static_cast<float>(place.y)};
    }

    const shell::Ui& ui_;
    shell::Point at_;
    const MapView& view_;
    shell::Color halo_;
};

}  // namespace

void draw_overlay(const shell::Ui& ui, shell::Point at, const Overlay& overlay, const MapView& view,
                  const std::optional<HeldMark>& held)
{
    Painter painter(ui, at, view);
    for (const bool chosen : {false, true})
        for (const OverlayLine& line : overlay.lines)
            if (line.chosen == chosen) painter.line(line);
    for (const bool chosen : {false, true})
        for (std::size_t i = 0; i < overlay.marks.size(); ++i)
            if (overlay.marks[i].chosen == chosen)
                painter.mark(overlay.marks[i], held && held->mark == i ? held->at : overlay.marks[i].at);
}

}  // namespace xiaoan::map
