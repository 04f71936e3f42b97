#include "console/shell/widgets/chart.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace xiaoan::shell {
namespace {

constexpr float bar_px = 12, gap_px = 10, least_label_px = 70, mark_px = 3.5F, legend_px = 22, axis_px = 38,
                foot_px = 22;

void draw_mark(const Ui& ui, Point at, const Line& line)
{
    const float r = ui.px.exact(mark_px);
    if (line.square)
        ui.list().AddRectFilled({at.x - r, at.y - r}, {at.x + r, at.y + r}, line.color);
    else
        ui.list().AddCircleFilled({at.x, at.y}, r, line.color);
}

/// Marks and names in one row.
void draw_legend(const Ui& ui, const Rect& where, std::span<const Line> lines)
{
    float x = where.x0;
    for (const Line& line : lines) {
        draw_mark(ui, {x + ui.px(5), where.middle().y}, line);
        const std::string words = line.last.empty() ? line.label : line.label + "  " + line.last;
        x = draw_text(ui, {x + ui.px(14), where.y0 + ui.px(1)}, {.font = FontRole::label, .color = ui.theme.second_ink},
                      words) +
            ui.px(18);
    }
}

void draw_line(const Ui& ui, const Rect& plot, const Line& line)
{
    const auto steps = static_cast<float>(std::max<std::size_t>(line.shares.size(), 2) - 1);
    Point before{};
    bool joined = false;
    for (std::size_t i = 0; i < line.shares.size(); ++i) {
        if (!line.shares[i]) {
            joined = false;
            continue;
        }
        const Point at{std::round(plot.x0 + plot.width() * static_cast<float>(i) / steps),
                       std::round(plot.y1 - plot.height() * static_cast<float>(*line.shares[i]))};
        if (joined) ui.list().AddLine({before.x, before.y}, {at.x, at.y}, line.color, std::max(1.0F, ui.px.exact(2)));
        draw_mark(ui, at, line);
        before = at;
        joined = true;
    }
}

}  // namespace

float bars(const Ui& ui, Point at, float width, std::span<const Bar> of)
{
    float label = ui.px(least_label_px), value = 0;
    double most = 0;
    for (const Bar& bar : of) {
        label = std::max(label, std::min(text_width(ui, FontRole::label, bar.label) + ui.px(gap_px), width * 0.4F));
        value = std::max(value, text_width(ui, FontRole::label, bar.value));
        most = std::max(most, bar.amount);
    }
    const float left = at.x + label, right = at.x + width - value - ui.px(gap_px);
    float y = at.y;
    for (const Bar& bar : of) {
        const Rect row = rect_at(at.x, y, width, ui.px(bar_pitch_px));
        draw_text_fitted(ui, Rect{row.x0, row.y0, left - ui.px(6), row.y1}, Align::left,
                         {.font = FontRole::label, .color = ui.theme.ink}, bar.label);
        const float top = std::floor(row.middle().y - ui.px(bar_px) / 2);
        fill(ui, {left, top, right, top + ui.px(bar_px)}, ui.theme.track, 2);
        const double share = most > 0 ? bar.amount / most : 0;
        const float end = std::round(left + (right - left) * static_cast<float>(share));
        if (bar.amount > 0) fill(ui, {left, top, std::max(end, left + ui.px(2)), top + ui.px(bar_px)}, bar.color, 2);
        draw_text(ui, row, Align::right, {.font = FontRole::label, .color = ui.theme.ink}, bar.value);
        y = row.y1;
    }
    return y - at.y;
}

void line_chart(const Ui& ui, const Rect& where, std::span<const Line> lines, std::span<const std::string> steps)
{
    draw_legend(ui, {where.x0, where.y0, where.x1, where.y0 + ui.px(legend_px)}, lines);
    const Rect plot{where.x0 + ui.px(axis_px), where.y0 + ui.px(legend_px + 10), where.x1 - ui.px(12),
                    where.y1 - ui.px(foot_px)};
    for (const auto& [words, share] : {std::pair{"100 %", 1.0F}, std::pair{"50 %", 0.5F}, std::pair{"0 %", 0.0F}}) {
        const float y = std::round(plot.y1 - plot.height() * share);
        hairline(ui, plot.x0, plot.x1, y, share == 0 ? ui.theme.line : ui.theme.faint_line);
        draw_text(ui, Rect{where.x0, y - ui.px(9), plot.x0 - ui.px(6), y + ui.px(9)}, Align::right,
                  {.font = FontRole::small, .color = ui.theme.muted}, words);
    }
    for (const Line& line : lines) draw_line(ui, plot, line);
    if (steps.empty()) return;
    const std::size_t last = steps.size() - 1;
    for (const std::size_t i : {std::size_t{0}, last / 2, last}) {
        const float width = text_width(ui, FontRole::small, steps[i]);
        const float x =
            plot.x0 + plot.width() * static_cast<float>(i) / static_cast<float>(std::max<std::size_t>(last, 1));
        const float left = std::clamp(std::round(x - width / 2), where.x0, where.x1 - width);
        draw_text(ui, {left, plot.y1 + ui.px(4)}, {.font = FontRole::small, .color = ui.theme.muted}, steps[i]);
    }
}

}  // namespace xiaoan::shell
