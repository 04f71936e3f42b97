#include "console/shell/widgets/timeline.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::shell {
namespace {

constexpr float pitch_px = 25;
constexpr float head_px = 12;
constexpr float label_px = 78;
constexpr float most_label_share = 0.48F;  // of the width: bars need the rest
constexpr float value_gap_px = 14;
constexpr float track_px = 8;

}  // namespace

float timeline_share(Day first, Day last, Day day) noexcept
{
    const auto all = (last - first).count();
    if (all <= 0) return 0;
    return std::clamp(static_cast<float>((day - first).count()) / static_cast<float>(all), 0.0F, 1.0F);
}

float timeline(const Ui& ui, Point at, float width, std::span<const TimelineRow> rows, const TimelineLook& look)
{
    float label = ui.px(label_px);
    float value = text_width(ui, FontRole::small, "2027-08-30");
    for (const TimelineRow& row : rows) {
        label = std::max(label, std::min(text_width(ui, FontRole::label, row.label) + ui.px(10), width * most_label_share));
        value = std::max(value, text_width(ui, FontRole::small_bold, row.value));
    }
    const float x0 = at.x + label;
    const float x1 = at.x + width - value - ui.px(value_gap_px);
    const auto x_of = [&](Day day) { return std::round(x0 + (x1 - x0) * timeline_share(look.first, look.last, day)); };
    float y = at.y + ui.px(head_px);
    const float top = y;
    for (const TimelineRow& row : rows) {
        const Rect line = rect_at(at.x, y, width, ui.px(pitch_px));
        draw_text_fitted(ui, Rect{line.x0, line.y0, x0 - ui.px(6), line.y1}, Align::left,
                         {.font = FontRole::label, .color = ui.theme.ink}, row.label);
        const float track_y = std::floor(line.middle().y - ui.px(track_px) / 2);
        fill(ui, {x0, track_y, x1, track_y + ui.px(track_px)}, ui.theme.track, track_px / 2);
        if (row.from || row.to) {
            const float begin = row.from ? x_of(*row.from) : x0;
            const float end = std::max(row.to ? x_of(*row.to) : x1, begin + ui.px(track_px));
            fill(ui, {begin, track_y, end, track_y + ui.px(track_px)}, ui.theme.of(row.state).line, track_px / 2);
        }
        const TextLook text{.font = row.strong ? FontRole::small_bold : FontRole::small,
                            .color = row.strong ? ui.theme.of(row.state).text : ui.theme.muted};
        draw_text(ui, Rect{x1, line.y0, line.x1, line.y1}, Align::right, text, row.value);
        y += ui.px(pitch_px);
    }
    if (rows.empty()) return 0;
    const float stroke = std::max(1.0F, std::floor(ui.px.exact(1.5F)));
    const float today = x_of(look.today);
    ui.list().AddRectFilled({today - std::floor(stroke / 2), top}, {today - std::floor(stroke / 2) + stroke, y},
                            ui.theme.ink);
    const float word = text_width(ui, FontRole::small, look.today_word);
    const float word_x = std::clamp(std::round(today - word / 2), at.x, at.x + width - word);
    draw_text(ui, {word_x, top - text_height(ui, FontRole::small)}, {.font = FontRole::small, .color = ui.theme.ink},
              look.today_word);
    return y - at.y;
}

}  // namespace xiaoan::shell
