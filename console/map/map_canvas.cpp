#include "console/map/map_canvas.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace xiaoan::map {

namespace {

/// Size of the map's symbols against those in text.
constexpr float on_map = 1.3F;

struct LabelLook {
    shell::FontRole font;
    float spacing = 0;
    bool italic = false;
};

LabelLook look_of(LabelKind kind)
{
    switch (kind) {
    case LabelKind::county: return {shell::FontRole::county, 5};
    case LabelKind::town: return {shell::FontRole::label};
    case LabelKind::water: return {shell::FontRole::label, 0, true};
    case LabelKind::school: return {shell::FontRole::small};
    case LabelKind::chosen: return {shell::FontRole::label_bold};
    case LabelKind::chosen_water: return {shell::FontRole::label_bold, 0, true};
    case LabelKind::distance: return {shell::FontRole::label};
    }
    return {shell::FontRole::label};
}

Colour colour_of(LabelKind kind, const MapColours& colours)
{
    switch (kind) {
    case LabelKind::county: return colours.county_name;
    case LabelKind::town: return colours.town_name;
    case LabelKind::water: return colours.water_name;
    case LabelKind::school:
    case LabelKind::chosen: return colours.school_name;
    case LabelKind::chosen_water:
    case LabelKind::distance: return colours.distance;
    }
    return colours.town_name;
}

class Painter {
public:
    Painter(const shell::Ui& ui, shell::Point at, const Drawing& drawing, const MapColours& colours)
        : ui_(ui), list_(ui.list()), at_(at), drawing_(drawing), colours_(colours)
    {
    }

    void routes()
    {
        for (const DrawnRoute& route : drawing_.routes) {
            points_.clear();
            for (std::uint32_t i = 0; i < route.count; ++i)
                points_.push_back(on_screen(drawing_.points[route.first + i]));
            const StateColours& colours = colours_.of(route.state);
            const bool calm = drawing_.detail.crowd != Detail::Crowd::few && !route.chosen && !route.hovered;
            if (route.chosen || !calm) line(route.width_px + ui_.px.exact(3.4F), colours_.halo);
            if (route.hovered && !route.chosen) line(route.width_px + ui_.px.exact(2), colours.text.with_alpha(90));
            if (!(colours.edge == colours.line) && !calm) line(route.width_px + ui_.px.exact(1.4F), colours.edge);
            const bool pale = calm && route.state > rules::BusState::rectify;
            line(route.width_px, pale ? colours.line.with_alpha(200) : colours.line);
        }
    }

    void chosen_shore()
    {
        for (const auto& shore : drawing_.chosen_shape) {
            points_.clear();
            for (const Px& p : shore) points_.push_back(on_screen(p));
            line(ui_.px.exact(5), colours_.halo);
            line(ui_.px.exact(2.2F), colours_.near_water);
        }
    }

    /// Dashes 5 on, 4 off, along the line.
    void distances()
    {
        const float dash = ui_.px.exact(5);
        const float period = ui_.px.exact(9);
        for (const DrawnDistance& distance : drawing_.distances) {
            const ImVec2 a = on_screen(distance.from);
            const ImVec2 b = on_screen(distance.to);
            const float length = std::hypot(b.x - a.x, b.y - a.y);
            for (float from = 0; from < length; from += period) {
                const float to = std::min(from + dash, length);
                points_ = {{a.x + (b.x - a.x) * from / length, a.y + (b.y - a.y) * from / length},
                           {a.x + (b.x - a.x) * to / length, a.y + (b.y - a.y) * to / length}};
                line(ui_.px.exact(3.6F), colours_.halo);
                line(ui_.px.exact(1.8F), colours_.distance);
            }
            list_.AddCircleFilled(b, ui_.px.exact(3.4F), packed(colours_.halo));
            list_.AddCircleFilled(b, ui_.px.exact(2.2F), packed(colours_.distance));
        }
    }

    void stops()
    {
        for (const DrawnStop& stop : drawing_.stops) {
            const ImVec2 at = on_screen(stop.at);
            const StateColours& colours = colours_.of(stop.state);
            list_.AddCircleFilled(at, stop.radius_px, packed(colours.edge));
            list_.AddCircleFilled(at, stop.radius_px * 0.62F, packed(colours_.stop_fill));
        }
    }

    void schools()
    {
        for (const DrawnSchool& school : drawing_.schools) {
            const ImVec2 at = on_screen(school.at);
            const float half = std::round(school.side_px) / 2;
            const ImVec2 low{std::round(at.x - half), std::round(at.y - half)};
            const ImVec2 high{low.x + 2 * half, low.y + 2 * half};
            const float rim = ui_.px.exact(school.chosen || school.hovered ? 2 : 1.2F);
            const Colour edge = school.chosen || school.hovered ? colours_.chosen : colours_.halo;
            const float radius = half * 0.34F;
            list_.AddRectFilled({low.x - rim, low.y - rim}, {high.x + rim, high.y + rim}, packed(edge), radius + rim);
            list_.AddRectFilled(low, high, packed(colours_.school), radius);
        }
    }

    void waters()
    {
        for (const DrawnWater& water : drawing_.waters) {
            const ImVec2 at = on_screen(water.at);
            const float radius = ui_.px.exact(water.chosen || water.hovered ? 10 : 8.5F);
            list_.AddCircleFilled(at, radius + ui_.px.exact(1),
                                  packed(water.chosen ? colours_.chosen : colours_.near_water.with_alpha(90)));
            list_.AddCircleFilled(at, radius, packed(colours_.halo));
            shell::wave(ui_, {at.x, at.y}, packed(water.in_reach ? colours_.near_water : colours_.water_name),
                        water.chosen ? 1.0F : 0.85F);
        }
    }

    void marks()
    {
        for (const DrawnMark& mark : drawing_.marks) {
            const ImVec2 at = on_screen(mark.at);
            const shell::Point middle{at.x, at.y};
            const float size = on_map * mark.size * (mark.hovered ? 1.15F : 1);
            if (mark.chosen) {
                list_.AddCircleFilled(at, ui_.px.exact(13), packed(colours_.halo.with_alpha(220)));
                list_.AddCircle(at, ui_.px.exact(13), packed(colours_.chosen), 0, ui_.px.exact(2));
            }
            halo(middle, mark.state, size);
            state_symbol(ui_, middle, mark.state, colours_, size);
            if (mark.count > 1 && mark.state < rules::BusState::in_order) {
                const shell::TextLook look{.font = shell::FontRole::small_bold,
                                           .color = packed(colours_.of(mark.state).text),
                                           .halo = packed(colours_.halo)};
                const float x = middle.x + ui_.px.exact(7.6F * size);
                const float y = middle.y - shell::text_height(ui_, look.font) / 2;
                shell::draw_text(ui_, {x, y}, look, fmt::format("{}", mark.count));
            }
        }
    }

private:
    [[nodiscard]] ImVec2 on_screen(Px p) const { return {at_.x + p.x, at_.y + p.y}; }

    /// Of whole pixels: the toolkit then draws a line with a third of the triangles, from its texture.
    void line(float width, Colour colour)
    {
        list_.AddPolyline(points_.data(), static_cast<int>(points_.size()), packed(colour), 0, std::round(width));
    }

    /// The same shape a little larger, in the colour of the ground.
    void halo(shell::Point middle, rules::BusState state, float size)
    {
        const shell::Color color = packed(colours_.halo);
        const float grown = size + 0.3F;
        switch (state) {
        case rules::BusState::stop:
            shell::severity_shape(ui_, {middle.x, middle.y + ui_.px.exact(0.2F)}, shell::Severity::stop, color, grown);
            break;
        case rules::BusState::rectify:
            shell::severity_shape(ui_, middle, shell::Severity::rectify, color, grown);
            break;
        default: shell::severity_shape(ui_, middle, shell::Severity::notice, color, size + 0.15F); break;
        }
    }

    const shell::Ui& ui_;
    ImDrawList& list_;
    shell::Point at_;
    const Drawing& drawing_;
    const MapColours& colours_;
    std::vector<ImVec2> points_;
};

}  // namespace

const MapColours& colours_for(const shell::Theme& theme)
{
    return theme.kind == shell::ThemeKind::dark ? dark_colours() : light_colours();
}

void state_symbol(const shell::Ui& ui, shell::Point middle, rules::BusState state, const MapColours& colours,
                  float size)
{
    const shell::Color color = packed(colours.of(state).symbol);
    switch (state) {
    case rules::BusState::stop: shell::severity_shape(ui, middle, shell::Severity::stop, color, size); break;
    case rules::BusState::rectify: shell::severity_shape(ui, middle, shell::Severity::rectify, color, size); break;
    case rules::BusState::notice: shell::severity_shape(ui, middle, shell::Severity::notice, color, size); break;
    case rules::BusState::in_order: shell::severity_shape(ui, middle, shell::Severity::in_order, color, size); break;
    case rules::BusState::not_in_service:
        shell::severity_shape(ui, middle, shell::Severity::notice, color, size * 0.55F);
        break;
    }
}

void draw_things(const shell::Ui& ui, shell::Point at, const Drawing& drawing, const MapColours& colours)
{
    Painter painter(ui, at, drawing, colours);
    painter.chosen_shore();
    painter.routes();
    painter.distances();
    painter.stops();
    painter.waters();
    painter.schools();
    painter.marks();
}

void draw_proposed(const shell::Ui& ui, shell::Point at, std::span<const DrawnProposed> waters,
                   const MapColours& colours)
{
    ImDrawList& list = ui.list();
    const Colour line = colours.distance;
    std::vector<ImVec2> points;
    for (const DrawnProposed& water : waters) {
        for (const auto& shore : water.lines) {
            points.clear();
            for (const Px& p : shore) points.push_back({at.x + p.x, at.y + p.y});
            const auto stroke = [&](float width, Colour colour) {
                list.AddPolyline(points.data(), static_cast<int>(points.size()), packed(colour), ImDrawFlags_None,
                                 width);
            };
            stroke(ui.px.exact(water.chosen ? 5 : 3), colours.halo);
            stroke(ui.px.exact(water.chosen ? 2.4F : 1.4F), line);
        }
        const ImVec2 middle{at.x + water.at.x, at.y + water.at.y};
        const float radius = ui.px.exact(water.chosen ? 10 : 7);
        list.AddCircleFilled(middle, radius, packed(water.chosen ? colours.chosen : colours.halo));
        list.AddCircle(middle, radius, packed(line), 0, ui.px.exact(1.6F));
        shell::wave(ui, {middle.x, middle.y}, packed(water.chosen ? colours.halo : line), water.chosen ? 1.0F : 0.7F);
    }
}

void draw_labels(const shell::Ui& ui, shell::Point at, const Labels& labels, const MapView& view,
                 const MapColours& colours)
{
    const ScreenPosition moved = view.screen_from_map(labels.view.map_from_screen({0, 0}));
    const float x = std::round(at.x + static_cast<float>(moved.x));
    const float y = std::round(at.y + static_cast<float>(moved.y));
    for (const Px& town : labels.towns) {
        ui.list().AddCircleFilled({x + town.x, y + town.y}, ui.px.exact(4.2F), packed(colours.halo));
        ui.list().AddCircle({x + town.x, y + town.y}, ui.px.exact(2.8F), packed(colours.town_name), 0,
                            ui.px.exact(1.5F));
    }
    for (const Label& label : labels.labels) {
        const LabelLook look = look_of(label.kind);
        shell::draw_text(ui, {x + label.box.x0, y + label.box.y0},
                         {.font = look.font,
                          .color = packed(colour_of(label.kind, colours)),
                          .spacing = look.spacing,
                          .halo = packed(colours.halo),
                          .italic = look.italic},
                         label.text);
    }
}

MeasureLabel measure_with(const shell::Ui& ui)
{
    return [&ui](std::string_view text, LabelKind kind) {
        const LabelLook look = look_of(kind);
        return LabelSize{shell::text_width(ui, look.font, text, look.spacing), shell::text_height(ui, look.font)};
    };
}

}  // namespace xiaoan::map
