#include "console/shell/widgets/popup.hpp"

#include "console/shell/shapes.hpp"

namespace xiaoan::shell {
namespace {

void ground(const Ui& ui, const Rect& where, float radius, float depth)
{
    shadow(ui, where, radius, depth);
    box(ui, where, radius, ui.theme.panel, ui.theme.line);
}

}  // namespace

void popup_ground(const Ui& ui, float radius, float depth)
{
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    ui.list().PushClipRectFullScreen();  // the window's own clipping would cut the shadow off
    ground(ui, rect_at(at.x, at.y, size.x, size.y), radius, depth);
    ui.list().PopClipRect();
}

void floating_panel(const Ui& ui, const Rect& where, float radius)
{
    ground(ui, where, radius, 1);
}

}  // namespace xiaoan::shell
