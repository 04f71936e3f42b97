// Draws the console without any display, into a picture: EGL without a surface and a framebuffer object.
#pragma once

#include "console/shell/canvas.hpp"

#include <memory>

namespace xiaoan::shell {

struct OffscreenOptions {
    int width_px = 1600;
    int height_px = 900;
    float scale = 1;
    ThemeKind theme = ThemeKind::light;
};

class Offscreen {
public:
    /// Throws ShellFault if there is no EGL, no OpenGL 3.3 or no font.
    explicit Offscreen(const OffscreenOptions& options);
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    [[nodiscard]] Canvas& canvas() noexcept;
    /// Draws `frames` frames of 1/60 s (menus, tables and dialogs need some to settle) and reads the last one.
    [[nodiscard]] Picture draw(const Draw& draw, int frames = 8);
    /// One frame without reading it back; `before` may give the toolkit input (a pointer, keys).
    void frame(const Draw& draw, const std::function<void()>& before = {}, Probe* probe = nullptr);
    [[nodiscard]] Picture picture();

private:
    struct Driver;
    std::unique_ptr<Driver> driver_;
};

}  // namespace xiaoan::shell
