#include "console/shell/style.hpp"

#include <imgui.h>
#include <imgui_internal.h>

namespace xiaoan::shell {
namespace {

[[nodiscard]] ImVec4 as_vec(Color color, float share = 1)
{
    ImVec4 value = ImGui::ColorConvertU32ToFloat4(color);
    value.w *= share;
    return value;
}

void set_colors(ImGuiStyle& style, const Theme& theme)
{
    ImVec4* of = style.Colors;
    const ImVec4 none(0, 0, 0, 0);
    for (int i = 0; i < ImGuiCol_COUNT; ++i) of[i] = none;  // what is not named here is drawn by our own widgets
    of[ImGuiCol_Text] = as_vec(theme.ink);
    of[ImGuiCol_TextDisabled] = as_vec(theme.placeholder);
    of[ImGuiCol_TextSelectedBg] = as_vec(theme.accent, 0.28F);
    of[ImGuiCol_ScrollbarGrab] = as_vec(theme.muted, 0.35F);
    of[ImGuiCol_ScrollbarGrabHovered] = as_vec(theme.muted, 0.55F);
    of[ImGuiCol_ScrollbarGrabActive] = as_vec(theme.muted, 0.75F);
    of[ImGuiCol_SeparatorHovered] = as_vec(theme.accent);
    of[ImGuiCol_SeparatorActive] = as_vec(theme.accent);
    of[ImGuiCol_ModalWindowDimBg] = as_vec(theme.shadow, theme.kind == ThemeKind::dark ? 0.5F : 0.26F);
    of[ImGuiCol_NavHighlight] = none;  // our own ring
}

}  // namespace

void apply_style(const Theme& theme, Scale px)
{
    ImGuiStyle style;
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.WindowMinSize = {1, 1};
    style.ChildBorderSize = 0;
    style.ChildRounding = 0;
    style.PopupBorderSize = 0;
    style.PopupRounding = px(8);
    style.FramePadding = {px(12), px(6)};
    style.FrameRounding = px(6);
    style.FrameBorderSize = 0;
    style.ItemSpacing = {0, 0};
    style.ItemInnerSpacing = {0, 0};
    style.CellPadding = {0, 0};
    style.TouchExtraPadding = {0, 0};
    style.IndentSpacing = 0;
    style.ScrollbarSize = px(10);
    style.ScrollbarRounding = px(5);
    style.GrabRounding = px(5);
    style.GrabMinSize = px(28);
    style.DisabledAlpha = 0.45F;
    style.DisplaySafeAreaPadding = {px(3), px(3)};
    style.AntiAliasedLinesUseTex = true;
    style.CircleTessellationMaxError = 0.2F;
    style.CurveTessellationTol = 1.0F;
    set_colors(style, theme);
    ImGui::GetStyle() = style;
}

void apply_settings(ImGuiContext& context)
{
    ImGuiIO& io = context.IO;
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.ConfigInputTrickleEventQueue = true;
    context.ConfigNavWindowingKeyNext = 0;
    context.ConfigNavWindowingKeyPrev = 0;
}

}  // namespace xiaoan::shell
