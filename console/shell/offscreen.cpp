#include "console/shell/offscreen.hpp"

#include "console/shell/fault.hpp"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <array>
#include <optional>

namespace xiaoan::shell {
namespace {

constexpr float frame_s = 1.0F / 60;

[[nodiscard]] EGLDisplay open_display()
{
    // The name without EXT aborts in epoxy before a display exists.
    const EGLDisplay display = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE)
        throw ShellFault("EGL offers no display without a window system; is libegl-mesa0 installed?");
    return display;
}

[[nodiscard]] EGLContext open_context(EGLDisplay display)
{
    constexpr std::array<EGLint, 3> config_asked{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    constexpr std::array<EGLint, 7> context_asked{
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    eglBindAPI(EGL_OPENGL_API);
    eglChooseConfig(display, config_asked.data(), &config, 1, &found);
    const EGLContext context =
        eglCreateContext(display, found > 0 ? config : EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, context_asked.data());
    if (context == EGL_NO_CONTEXT || eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_FALSE)
        throw ShellFault("OpenGL 3.3 without a window is not available");
    return context;
}

}  // namespace

/// In this order: what is made last ends first, while the context still lives.
struct Offscreen::Driver {
    explicit Driver(const OffscreenOptions& asked) : options(asked), display(open_display())
    {
        try {
            context = open_context(display);
            glGenTextures(1, &texture);
            glBindTexture(GL_TEXTURE_2D, texture);
            glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, asked.width_px, asked.height_px, 0, GL_BGRA, GL_UNSIGNED_BYTE,
                         nullptr);
            glGenFramebuffers(1, &framebuffer);
            glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
            glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
            if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
                throw ShellFault("the graphics driver cannot draw into a picture of this size");
            canvas.emplace(asked.theme, asked.scale);
        } catch (...) {
            end();
            throw;
        }
    }
    ~Driver() { end(); }
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;

    void end() noexcept
    {
        canvas.reset();
        if (framebuffer != 0) glDeleteFramebuffers(1, &framebuffer);
        if (texture != 0) glDeleteTextures(1, &texture);
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
        // No eglTerminate(): the display is the process's one and only, and another picture may be drawing on it.
    }

    OffscreenOptions options;
    EGLDisplay display;
    EGLContext context = EGL_NO_CONTEXT;
    GLuint texture = 0;
    GLuint framebuffer = 0;
    std::optional<Canvas> canvas;
};

Offscreen::Offscreen(const OffscreenOptions& options) : driver_(std::make_unique<Driver>(options)) {}

Offscreen::~Offscreen() = default;

Canvas& Offscreen::canvas() noexcept
{
    return *driver_->canvas;
}

void Offscreen::frame(const Draw& draw, const std::function<void()>& before, Probe* probe)
{
    const auto feed = [&] {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {static_cast<float>(driver_->options.width_px),
                          static_cast<float>(driver_->options.height_px)};
        io.DeltaTime = frame_s;
    };
    if (before) before();
    canvas().build(feed, draw, probe);
    glBindFramebuffer(GL_FRAMEBUFFER, driver_->framebuffer);
    canvas().paint();
}

Picture Offscreen::picture()
{
    glBindFramebuffer(GL_FRAMEBUFFER, driver_->framebuffer);
    return read_picture(driver_->options.width_px, driver_->options.height_px);
}

Picture Offscreen::draw(const Draw& draw, int frames)
{
    for (int i = 0; i < frames; ++i) frame(draw);
    return picture();
}

}  // namespace xiaoan::shell
