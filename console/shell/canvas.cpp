#include "console/shell/canvas.hpp"

#include "console/shell/fault.hpp"
#include "console/shell/style.hpp"

#include <epoxy/gl.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

namespace xiaoan::shell {
namespace {

constexpr int most_attempts = 3;  // draft, with what the first frame needs, with what only shows then
constexpr double caret_step_s = 0.2;

}  // namespace

void Canvas::ContextEnd::operator()(ImGuiContext* context) const noexcept
{
    ImGui::DestroyContext(context);
}

Canvas::Canvas(ThemeKind theme, float scale)
    : context_(ImGui::CreateContext()), fonts_(find_font_files()), theme_(theme), scale_{scale}
{
    apply_settings(*context_);
    if (!ImGui_ImplOpenGL3_Init("#version 330 core")) throw ShellFault("OpenGL 3.3 is not available");
    // Lets the back end make its own small texture once and drop it: the fonts have an 8-bit one of their own.
    ImGui::GetIO().Fonts->AddFontDefault();
    if (!ImGui_ImplOpenGL3_CreateDeviceObjects()) throw ShellFault("the graphics driver refuses the toolkit's shaders");
    ImGui_ImplOpenGL3_DestroyFontsTexture();
}

Canvas::~Canvas()
{
    ImGui_ImplOpenGL3_Shutdown();
}

void Canvas::set_theme(ThemeKind kind)
{
    style_due_ = style_due_ || kind != theme_;
    theme_ = kind;
}

void Canvas::set_scale(float scale)
{
    scale_.factor = scale;
}

void Canvas::prepare()
{
    if (baked_scale_ != scale_.factor || fonts_.rebuild_due()) {
        style_due_ = style_due_ || baked_scale_ != scale_.factor;
        fonts_.build(scale_.factor);
        baked_scale_ = scale_.factor;
    }
    if (style_due_) apply_style(theme(theme_), scale_);
    style_due_ = false;
}

void Canvas::build(const std::function<void()>& feed, const Draw& draw, Probe* probe)
{
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        prepare();
        pulse_.reset();
        if (probe != nullptr) probe->begin_frame();
        ImGui_ImplOpenGL3_NewFrame();
        feed();
        ImGui::NewFrame();
        const ImVec2 size = ImGui::GetIO().DisplaySize;
        try {
            draw(Ui{theme(theme_), fonts_, scale_, pulse_, probe, {size.x, size.y}});
        } catch (...) {
            ImGui::ErrorCheckEndFrameRecover(nullptr);
            ImGui::EndFrame();
            throw;
        }
        ImGui::Render();
        if (!fonts_.rebuild_due()) break;
    }
    if (ImGui::GetIO().WantTextInput) pulse_.frame_within(caret_step_s);
    if (context_->DimBgRatio > 0 && context_->DimBgRatio < 1) pulse_.frame_within(0);
}

void Canvas::paint()
{
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const ImVec4 ground = ImGui::ColorConvertU32ToFloat4(theme(theme_).panel);
    glViewport(0, 0, static_cast<GLsizei>(size.x), static_cast<GLsizei>(size.y));
    glDisable(GL_SCISSOR_TEST);
    glClearColor(ground.x, ground.y, ground.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace xiaoan::shell
