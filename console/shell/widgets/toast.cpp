#include "console/shell/widgets/toast.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/press.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace xiaoan::shell {
namespace {

constexpr float height_px = 40;
constexpr float padding_px = 16;
constexpr float gap_px = 18;
constexpr float above_edge_px = 20;
constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                   ImGuiWindowFlags_NoFocusOnAppearing;

}  // namespace

void show_toast(ToastState& state, std::string text, std::string action, std::optional<Severity> severity)
{
    const double shown_s = action.empty() ? 6.0 : 10.0;
    state = {std::move(text), std::move(action), severity, ImGui::GetTime() + shown_s};
}

bool toast(const Ui& ui, ToastState& state, const Rect& over)
{
    const double left_s = state.until_s - ImGui::GetTime();
    if (state.text.empty() || left_s <= 0) {
        state.text.clear();
        return false;
    }
    ui.pulse.frame_within(left_s);
    const float shape = state.severity ? ui.px(20) : 0;
    const float action = state.action.empty() ? 0 : ui.px(gap_px) + text_width(ui, FontRole::body_bold, state.action);
    const float most = over.width() - 2 * ui.px(above_edge_px);
    const float width =
        std::min(2 * ui.px(padding_px) + shape + text_width(ui, FontRole::body, state.text) + action, most);
    const float height = ui.px(height_px);
    const Rect where =
        rect_at(std::round(over.middle().x - width / 2), over.y1 - height - ui.px(above_edge_px), width, height);
    ImGui::SetNextWindowPos(low(where));
    ImGui::SetNextWindowSize({where.width(), where.height()});
    bool pressed = false;
    if (ImGui::Begin("##toast", nullptr, flags)) {
        ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
        ui.list().PushClipRectFullScreen();
        shadow(ui, where, 8, 2);
        fill(ui, where, ui.theme.tooltip, 8);
        ui.list().PopClipRect();
        Rect inside = where.inset(ui.px(padding_px), 0);
        if (state.severity) {
            severity_shape(ui, {inside.x0 + ui.px(6), inside.middle().y}, *state.severity,
                           ui.theme.of(*state.severity).line);
            inside.x0 += shape;
        }
        if (!state.action.empty()) {
            const Rect at{inside.x1 - action + ui.px(gap_px), inside.y0 + ui.px(6), inside.x1, inside.y1 - ui.px(6)};
            const Press press = press_area(ui, "action", state.action, at, {.radius = 4});
            const Color green =
                mixed(ui.theme.accent, ui.theme.on_tooltip, ui.theme.kind == ThemeKind::light ? 0.55F : 0.0F);
            draw_text(ui, at, Align::left,
                      {.font = FontRole::body_bold, .color = press.hovered ? ui.theme.on_tooltip : green},
                      state.action);
            pressed = press.pressed;
            inside.x1 -= action;
        }
        draw_text_fitted(ui, inside, Align::left, {.color = ui.theme.on_tooltip}, state.text);
        if (ImGui::IsWindowHovered()) state.until_s = std::max(state.until_s, ImGui::GetTime() + 2.0);
    }
    ImGui::End();
    if (pressed) state.text.clear();
    return pressed;
}

}  // namespace xiaoan::shell
