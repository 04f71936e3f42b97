#include "console/shell/widgets/progress.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::shell {
namespace {

constexpr float track_px = 6;
constexpr double turn_s = 1.6;
constexpr double step_s = 0.05;

}  // namespace

bool progress(const Ui& ui, std::string_view id, const Rect& where, const ProgressLook& look)
{
    bool stopped = false;
    float right = where.x1;
    if (!look.stop.empty()) {
        const ButtonLook plain{.padding = 12};
        const float width = button_width(ui, look.stop, plain);
        const float height = ui.px(28);
        stopped = button(ui, id, look.stop,
                         rect_at(where.x1 - width, std::floor(where.middle().y - height / 2), width, height), plain);
        right -= width + ui.px(14);
    }
    const float track = ui.px(track_px);
    const Rect words{where.x0, where.y0 + ui.px(4), right, where.y1 - track - ui.px(8)};
    const float number = text_width(ui, FontRole::label, look.number);
    draw_text(ui, words, Align::right, {.font = FontRole::label, .color = ui.theme.muted}, look.number);
    draw_text_fitted(ui, {words.x0, words.y0, words.x1 - number - ui.px(10), words.y1}, Align::left,
                     {.font = FontRole::label, .color = ui.theme.ink}, look.what);
    const Rect line{where.x0, where.y1 - track - ui.px(4), right, where.y1 - ui.px(4)};
    fill(ui, line, ui.theme.track, track_px / 2);
    Rect done = line;
    if (look.share >= 0) {
        done.x1 = std::max(line.x0 + track, std::round(line.x0 + line.width() * std::min(look.share, 1.0F)));
    } else {
        const auto phase = static_cast<float>(std::fmod(ImGui::GetTime(), turn_s) / turn_s);
        done.x0 = std::max(line.x0, line.x0 + line.width() * (phase * 1.3F - 0.3F));
        done.x1 = std::min(line.x1, line.x0 + line.width() * phase * 1.3F);
        ui.pulse.frame_within(step_s);
    }
    if (!done.empty()) fill(ui, done, ui.theme.accent, track_px / 2);
    return stopped;
}

}  // namespace xiaoan::shell
