// The strip of a run: time to the right, the way downwards, stops as lines; what is marked in the colours of severity.
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/press.hpp"
#include "console/shell/widgets/tooltip.hpp"
#include "console/tracks/tracks_panel.hpp"

#include <fmt/format.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace xiaoan::tracks {

namespace {

using conformance::RunStrip;
using conformance::StripFix;
using desk::Frame;
using shell::Align;
using shell::FontRole;
using shell::Point;
using shell::Rect;

constexpr float least_names_px = 60, most_names_px = 176, axis_px = 22, label_px = 17, least_step_px = 64, dash_px = 5;
constexpr std::int64_t margin_s = 60, round_s = 300;

/// Where moments and distances lie.
struct Plot {
    Rect box;
    std::int64_t from_s = 0, to_s = 1;
    double length_m = 1;

    [[nodiscard]] float x(double at_s) const
    {
        const double share = (at_s - static_cast<double>(from_s)) / static_cast<double>(to_s - from_s);
        return box.x0 + static_cast<float>(std::clamp(share, 0.0, 1.0)) * box.width();
    }
    [[nodiscard]] float y(double along_m) const
    {
        return box.y0 + static_cast<float>(std::clamp(along_m / length_m, 0.0, 1.0)) * box.height();
    }
    [[nodiscard]] Point at(const StripFix& fix) const { return {x(static_cast<double>(fix.at_s)), y(fix.along_m)}; }
    [[nodiscard]] double moment(float x_px) const
    {
        const double share = (x_px - box.x0) / std::max(1.0F, box.width());
        return static_cast<double>(from_s) + share * static_cast<double>(to_s - from_s);
    }
};

Plot plot_of(const RunStrip& strip, const shell::Ui& ui, const Rect& where)
{
    Plot plot;
    float names = ui.px(least_names_px);
    for (const conformance::StripStop& stop : strip.stops)
        if (stop.along_m) names = std::max(names, shell::text_width(ui, FontRole::small, stop.name) + ui.px(12));
    names = std::min(names, ui.px(most_names_px));
    plot.box = {where.x0 + names, where.y0 + ui.px(6), where.x1 - ui.px(8), where.y1 - ui.px(axis_px)};
    std::int64_t from = strip.departs_s, to = strip.arrives_s;
    if (!strip.fixes.empty()) {
        from = std::min(from, strip.fixes.front().at_s);
        to = std::max(to, strip.fixes.back().at_s);
    }
    plot.from_s = (from - margin_s) / round_s * round_s;
    plot.to_s = (to + margin_s + round_s - 1) / round_s * round_s;
    plot.length_m = std::max(strip.length_m, 1.0);
    return plot;
}

/// One drawing of a strip.
class Canvas {
public:
    Canvas(const RunStrip& strip, const Frame& frame, const Rect& where)
        : strip_(strip), frame_(frame), ui_(frame.ui), where_(where), plot_(plot_of(strip, frame.ui, where))
    {
    }

    std::optional<std::size_t> draw(std::optional<std::size_t> cursor)
    {
        shell::box(ui_, plot_.box, 2, ui_.theme.panel, ui_.theme.line);
        draw_hours();
        draw_stops();
        draw_timetable();
        draw_driven();
        cursor = follow(cursor);
        if (cursor) draw_cursor(*cursor);
        return cursor;
    }

private:
    void draw_hours()
    {
        static constexpr std::array steps{300, 600, 900, 1800, 3600};
        const auto wide = [&](int step) {
            return plot_.x(static_cast<double>(plot_.from_s + step)) - plot_.box.x0 >= ui_.px(least_step_px);
        };
        const auto fits = std::ranges::find_if(steps, wide);
        const int step = fits != steps.end() ? *fits : steps.back();
        for (std::int64_t at = (plot_.from_s + step - 1) / step * step; at <= plot_.to_s; at += step) {
            const float x = std::round(plot_.x(static_cast<double>(at)));
            if (at != plot_.from_s && at != plot_.to_s)
                shell::hairline_down(ui_, x, plot_.box.y0 + 1, plot_.box.y1 - 1, ui_.theme.faint_line);
            const float half = ui_.px(30);
            Rect label{x - half, plot_.box.y1 + ui_.px(3), x + half, where_.y1};
            if (label.x1 > where_.x1) label = label.moved(where_.x1 - label.x1, 0);
            shell::draw_text(ui_, label, label.x1 >= where_.x1 ? Align::right : Align::centre,
                             {.font = FontRole::small, .color = ui_.theme.muted}, clock(at));
        }
    }

    void draw_stops()
    {
        std::vector<const conformance::StripStop*> stops;
        std::vector<float> lines;
        for (const conformance::StripStop& stop : strip_.stops)
            if (stop.along_m && (lines.empty() || plot_.y(*stop.along_m) >= lines.back())) {
                stops.push_back(&stop);
                lines.push_back(std::round(plot_.y(*stop.along_m)));
            }
        const auto places = label_places(lines, ui_.px(label_px), where_.y0, plot_.box.y1 + ui_.px(6));
        for (std::size_t i = 0; i < stops.size(); ++i) {
            shell::hairline(ui_, plot_.box.x0, plot_.box.x1, lines[i], ui_.theme.line);
            if (!places[i]) continue;
            const Rect label{where_.x0, *places[i], plot_.box.x0 - ui_.px(10), *places[i] + ui_.px(label_px)};
            ui_.list().AddLine({label.x1 + ui_.px(2), label.middle().y}, {plot_.box.x0, lines[i]}, ui_.theme.line,
                               ui_.px.hair());
            shell::draw_text_fitted(ui_, label, Align::right, {.font = FontRole::small, .color = ui_.theme.second_ink},
                                    stops[i]->name);
        }
    }

    void dashes(Point a, Point b, shell::Color color, float width)
    {
        const float length = std::hypot(b.x - a.x, b.y - a.y), dash = ui_.px(dash_px);
        for (float at = 0; at < length; at += 2 * dash) {
            const float s = at / length, e = std::min(at + dash, length) / length;
            ui_.list().AddLine({a.x + s * (b.x - a.x), a.y + s * (b.y - a.y)},
                               {a.x + e * (b.x - a.x), a.y + e * (b.y - a.y)}, color, width);
        }
    }

    void draw_timetable()
    {
        std::optional<Point> before;
        for (const conformance::StripStop& stop : strip_.stops) {
            if (!stop.along_m || !stop.due_s) continue;
            const Point at{plot_.x(static_cast<double>(*stop.due_s)), plot_.y(*stop.along_m)};
            if (before) dashes(*before, at, ui_.theme.muted, ui_.px.exact(1.4F));
            before = at;
        }
        for (const conformance::StripStop& stop : strip_.stops) {
            if (!stop.along_m || !stop.due_s) continue;
            const ImVec2 at{plot_.x(static_cast<double>(*stop.due_s)), plot_.y(*stop.along_m)};
            ui_.list().AddCircleFilled(at, ui_.px.exact(3.5F), ui_.theme.panel);
            ui_.list().AddCircle(at, ui_.px.exact(3.5F), ui_.theme.muted, 0, ui_.px.exact(1.4F));
        }
    }

    void line(std::size_t first, std::size_t last, shell::Color color, float width)
    {
        std::vector<ImVec2> points;
        const auto flush = [&] {
            if (points.size() > 1)
                ui_.list().AddPolyline(points.data(), static_cast<int>(points.size()), color, 0, width);
            points.clear();
        };
        for (std::size_t i = first; i <= last; ++i) {
            if (i > first && !strip_.fixes[i].joined) flush();
            const Point at = plot_.at(strip_.fixes[i]);
            points.push_back({at.x, at.y});
        }
        flush();
    }

    void draw_driven()
    {
        if (strip_.fixes.empty()) return;
        ui_.list().PushClipRect(shell::low(plot_.box), shell::high(plot_.box), true);
        for (std::size_t i = 1; i < strip_.fixes.size(); ++i)
            if (!strip_.fixes[i].joined)
                dashes(plot_.at(strip_.fixes[i - 1]), plot_.at(strip_.fixes[i]), ui_.theme.placeholder,
                       ui_.px.exact(1));
        line(0, strip_.fixes.size() - 1, ui_.theme.ink, ui_.px.exact(2));
        for (const conformance::StripStretch& each : strip_.stretches)
            line(each.first, each.last, color_of(each, ui_.theme), ui_.px.exact(4.5F));
        ui_.list().PopClipRect();
        for (const conformance::StripStop& stop : strip_.stops)
            if (stop.along_m && stop.came_s)
                ui_.list().AddCircleFilled({plot_.x(static_cast<double>(*stop.came_s)), plot_.y(*stop.along_m)},
                                           ui_.px.exact(3.5F), ui_.theme.ink);
        for (const conformance::StripStand& stand : strip_.stands) {
            const Point at = plot_.at(strip_.fixes[stand.fix]);
            ui_.list().AddCircleFilled({at.x, at.y}, ui_.px.exact(8), ui_.theme.panel);
            shell::severity_shape(ui_, at, shell::Severity::notice, 1.2F);
            const Rect over{at.x - ui_.px(8), at.y - ui_.px(8), at.x + ui_.px(8), at.y + ui_.px(8)};
            if (over.holds({ImGui::GetMousePos().x, ImGui::GetMousePos().y}))
                shell::tooltip(ui_, over, stand_words(strip_, stand, frame_.language));
        }
    }

    /// The pointer's fix; with the keyboard on the strip the arrow keys move from fix to fix.
    std::optional<std::size_t> follow(std::optional<std::size_t> cursor)
    {
        const auto press = shell::press_area(ui_, "strip", frame_.tr("strip.plot"), plot_.box,
                                             {.ring = shell::Ring::inside, .radius = 2});
        const bool focused = ImGui::IsItemFocused();
        if (strip_.fixes.empty()) return std::nullopt;
        const ImVec2 moved = ImGui::GetIO().MouseDelta;
        if (press.hovered && (moved.x != 0 || moved.y != 0 || !focused || !cursor))
            return fix_at(strip_, plot_.moment(ImGui::GetMousePos().x));
        if (!focused) return std::nullopt;
        const auto last = strip_.fixes.size() - 1;
        std::size_t at = std::min(cursor.value_or(0), last);
        const ImGuiID own = ImGui::GetID("strip keys");
        for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_Home, ImGuiKey_End})
            ImGui::SetKeyOwner(key, own);
        const auto pressed = [&](ImGuiKey key) { return ImGui::IsKeyPressed(key, own, ImGuiInputFlags_Repeat); };
        if (pressed(ImGuiKey_LeftArrow) && at > 0) --at;
        if (pressed(ImGuiKey_RightArrow) && at < last) ++at;
        if (pressed(ImGuiKey_Home)) at = 0;
        if (pressed(ImGuiKey_End)) at = last;
        return at;
    }

    void draw_cursor(std::size_t fix)
    {
        const Point at = plot_.at(strip_.fixes[fix]);
        shell::hairline_down(ui_, std::round(at.x), plot_.box.y0, plot_.box.y1, ui_.theme.accent);
        shell::hairline(ui_, plot_.box.x0, plot_.box.x1, std::round(at.y), ui_.theme.accent);
        ui_.list().AddCircleFilled({at.x, at.y}, ui_.px.exact(5.5F), ui_.theme.panel);
        ui_.list().AddCircleFilled({at.x, at.y}, ui_.px.exact(4.5F), ui_.theme.accent);
        const std::string words = fix_words(strip_, fix, frame_.language);
        const float width = shell::text_width(ui_, FontRole::small_bold, words) + ui_.px(14);
        const float height = ui_.px(22);
        const bool left = at.x + ui_.px(10) + width > plot_.box.x1;
        const float x = std::clamp(left ? at.x - ui_.px(10) - width : at.x + ui_.px(10), plot_.box.x0,
                                   std::max(plot_.box.x0, plot_.box.x1 - width));
        const bool below = at.y - ui_.px(8) - height < plot_.box.y0;
        const float y = below ? at.y + ui_.px(8) : at.y - ui_.px(8) - height;
        const Rect label{std::round(x), std::round(y), std::round(x + width), std::round(y + height)};
        shell::fill(ui_, label, ui_.theme.tooltip, 4);
        shell::draw_text(ui_, label, Align::centre, {.font = FontRole::small_bold, .color = ui_.theme.on_tooltip},
                         words);
    }

    const RunStrip& strip_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    Plot plot_;
};

}  // namespace

std::optional<std::size_t> draw_strip(const RunStrip& strip, std::optional<std::size_t> cursor, const Frame& frame,
                                      const Rect& where)
{
    return Canvas(strip, frame, where).draw(cursor);
}

shell::Color color_of(const conformance::StripStretch& stretch, const shell::Theme& theme)
{
    if (stretch.mark == conformance::StripMark::too_fast) return theme.notice.line;
    return stretch.length_m > rules::off_route_stretch_m ? theme.rectify.line : theme.placeholder;
}

}  // namespace xiaoan::tracks
