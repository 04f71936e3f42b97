// What window and offscreen picture share: the toolkit's context with our fonts and style, and the course of one frame.
#pragma once

#include "console/shell/fonts.hpp"
#include "console/shell/picture.hpp"
#include "console/shell/ui.hpp"

#include <functional>
#include <memory>

namespace xiaoan::shell {

using Draw = std::function<void(const Ui&)>;

/// Lives as long as the OpenGL context (3.3 core) under it, which must be current for every call. One a process.
class Canvas {
public:
    /// Throws ShellFault if fonts or driver fail.
    Canvas(ThemeKind theme, float scale);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// Both take effect with the next frame.
    void set_theme(ThemeKind kind);
    void set_scale(float scale);
    [[nodiscard]] ThemeKind theme_kind() const noexcept { return theme_; }
    [[nodiscard]] float scale() const noexcept { return scale_.factor; }
    [[nodiscard]] Fonts& fonts() noexcept { return fonts_; }

    /// Builds one frame: `feed` gives the toolkit size, time and input, `draw` draws. Is done again at once where a
    /// character was missing in the fonts, so that no picture shows a hole.
    void build(const std::function<void()>& feed, const Draw& draw, Probe* probe);
    /// Paints the frame built last into the framebuffer that is bound now.
    void paint();
    /// When a further frame is wanted although nothing happens, in seconds; infinity if never.
    [[nodiscard]] double next_frame_within_s() const noexcept { return pulse_.within_s(); }

private:
    struct ContextEnd {
        void operator()(ImGuiContext* context) const noexcept;
    };

    void prepare();

    std::unique_ptr<ImGuiContext, ContextEnd> context_;
    Fonts fonts_;
    Pulse pulse_;
    ThemeKind theme_;
    Scale scale_;
    float baked_scale_ = 0;
    bool style_due_ = true;
};

}  // namespace xiaoan::shell
