#include "console/shell/window.hpp"

#include "console/shell/fault.hpp"
#include "console/shell/input_method.hpp"
#include "console/shell/script_driver.hpp"
#include "console/shell/window_events.hpp"

#include <GLFW/glfw3.h>
#include <epoxy/gl.h>
#include <imgui_impl_glfw.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <utility>

namespace xiaoan::shell {
namespace {

constexpr int frames_after_event = 3;  // press and release of one batch, menus and layouts settle over frames
constexpr double longest_wait_s = 3600;
constexpr float script_frame_s = 1.0F / 60;
constexpr float least_zoom = 0.75F;
constexpr float most_zoom = 2.5F;
constexpr int least_width_px = 800;
constexpr int least_height_px = 450;

[[noreturn]] void no_window(const char* what)
{
    const char* why = nullptr;
    glfwGetError(&why);
    throw ShellFault(std::string(what) + (why != nullptr ? ": " + std::string(why) : std::string()));
}

struct Library {
    Library()
    {
        prepare_input_method();
        if (glfwInit() == GLFW_FALSE) no_window("no window can be opened");
    }
    ~Library() { glfwTerminate(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

struct WindowEnd {
    void operator()(GLFWwindow* window) const noexcept { glfwDestroyWindow(window); }
};
using Handle = std::unique_ptr<GLFWwindow, WindowEnd>;

[[nodiscard]] float display_scale()
{
    float x = 1;
    float y = 1;
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor(); monitor != nullptr) glfwGetMonitorContentScale(monitor, &x, &y);
    return x > 0 ? x : 1;
}

[[nodiscard]] Handle open_window(const WindowOptions& options, float scale)
{
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_MAXIMIZED, options.maximized ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "xiaoan");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "xiaoan");
    int width = static_cast<int>(static_cast<float>(options.width) * scale);
    int height = static_cast<int>(static_cast<float>(options.height) * scale);
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor(); monitor != nullptr) {
        int x = 0;
        int y = 0;
        int free_width = 0;
        int free_height = 0;
        glfwGetMonitorWorkarea(monitor, &x, &y, &free_width, &free_height);
        if (free_width > 0) width = std::min(width, free_width);
        if (free_height > 0) height = std::min(height, free_height);
    }
    Handle window(glfwCreateWindow(width, height, options.title.c_str(), nullptr, nullptr));
    if (!window) no_window("no window with OpenGL 3.3 can be opened");
    glfwSetWindowSizeLimits(window.get(), std::min(least_width_px, width), std::min(least_height_px, height),
                            GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(window.get());
    glfwSwapInterval(1);
    return window;
}

/// Shared with job threads, so that a late delivery never meets a window that has ended.
struct Bell {
    std::mutex guard;
    bool open = true;
    std::atomic<bool> rung = false;

    void ring() noexcept
    {
        rung = true;
        const std::scoped_lock lock(guard);
        if (open) glfwPostEmptyEvent();
    }
};

}  // namespace

struct Window::State {
    explicit State(const WindowOptions& asked)
        : options(asked),
          handle(open_window(asked, factor(display_scale()))),
          canvas(asked.theme, factor(display_scale()))
    {
        report_events(handle.get(), events);
        const bool scripted = !asked.script.empty();
        // A script is the only hand on the input: events of the desktop would disturb it.
        ImGui_ImplGlfw_InitForOpenGL(handle.get(), !scripted);
        if (scripted) {
            driver.emplace(read_script_file(asked.script), host());
            ImGui::GetIO().ConfigInputTextCursorBlink = false;
        } else {
            watch_input_method(handle.get());
        }
    }
    ~State()
    {
        {
            const std::scoped_lock lock(bell->guard);
            bell->open = false;
        }
        ImGui_ImplGlfw_Shutdown();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    [[nodiscard]] float factor(float display) const { return options.scale.value_or(display * options.zoom); }
    [[nodiscard]] ScriptHost host();
    [[nodiscard]] Point size() const;
    void wait();
    void take_events();
    void frame(const Draw& draw);
    void feed() const;
    void save(const std::filesystem::path& path);

    WindowOptions options;
    Library library;
    Handle handle;
    Canvas canvas;
    WindowEvents events;
    Probe probe;
    std::optional<ScriptDriver> driver;
    std::string script_failure;
    std::shared_ptr<Bell> bell = std::make_shared<Bell>();
    std::function<bool()> may_close;
    std::function<void(const std::vector<std::filesystem::path>&)> take_drop;
    std::filesystem::path save_next;
    FrameStats stats;
    double next_frame_s = 0;  ///< on GLFW's clock
    int frames_due = frames_after_event;
    bool closing = false;
};

ScriptHost Window::State::host()
{
    return {.screenshot = [this](const std::filesystem::path& path) { save(path); },
            .drop = [this](const std::filesystem::path& path) { events.dropped.push_back(path); },
            .resize = [this](int width, int height) { glfwSetWindowSize(handle.get(), width, height); },
            .print = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }};
}

Point Window::State::size() const
{
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(handle.get(), &width, &height);
    return {static_cast<float>(width), static_cast<float>(height)};
}

void Window::State::wait()
{
    if (frames_due > 0 || driver) {
        glfwPollEvents();
    } else {
        glfwWaitEventsTimeout(std::clamp(next_frame_s - glfwGetTime(), 0.001, longest_wait_s));
    }
    if (std::exchange(events.any, false) || bell->rung.exchange(false) || driver) frames_due = frames_after_event;
    if (frames_due == 0 && glfwGetTime() >= next_frame_s) frames_due = 1;
}

void Window::State::take_events()
{
    if (std::exchange(events.scale_changed, false) && !options.scale) canvas.set_scale(factor(display_scale()));
    if (const auto dropped = std::exchange(events.dropped, {}); !dropped.empty() && take_drop) take_drop(dropped);
    if (std::exchange(events.close_asked, false) && (!may_close || may_close())) closing = true;
}

void Window::State::feed() const
{
    if (!driver) {
        ImGui_ImplGlfw_NewFrame();
        return;
    }
    const Point now = size();
    ImGui::GetIO().DisplaySize = {now.x, now.y};
    ImGui::GetIO().DeltaTime = script_frame_s;
}

/// Painted once more: after a swap the back buffer is undefined, and pictures of the front come out black on some
/// drivers.
void Window::State::save(const std::filesystem::path& path)
{
    const Point now = size();
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    canvas.paint();
    write_png(read_picture(static_cast<int>(now.x), static_cast<int>(now.y)), path);
}

void Window::State::frame(const Draw& draw)
{
    const Point now = size();
    if (now.x < 1 || now.y < 1) return;
    const double began = glfwGetTime();
    if (driver) driver->feed(ImGui::GetIO(), probe);
    canvas.build([this] { feed(); }, draw, driver ? &probe : nullptr);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    canvas.paint();
    if (!save_next.empty()) save(std::exchange(save_next, {}));
    glfwSwapBuffers(handle.get());
    next_frame_s = glfwGetTime() + std::min(canvas.next_frame_within_s(), longest_wait_s);
    stats.last_s = glfwGetTime() - began;
    stats.longest_s = std::max(stats.longest_s, stats.last_s);
    stats.total_s += stats.last_s;
    ++stats.count;
}

Window::Window(const WindowOptions& options) : state_(std::make_unique<State>(options)) {}

Window::~Window() = default;

void Window::run(const Draw& draw)
{
    State& state = *state_;
    while (!state.closing) {
        state.wait();
        state.take_events();
        if (glfwGetWindowAttrib(state.handle.get(), GLFW_ICONIFIED) == GLFW_TRUE) state.frames_due = 0;
        if (state.frames_due == 0 || state.closing) continue;
        --state.frames_due;
        state.frame(draw);
        if (state.driver && state.driver->ended()) state.closing = true;
    }
    if (state.driver) state.script_failure = state.driver->failure();
    state.closing = false;
}

void Window::close()
{
    state_->closing = true;
}

void Window::on_close(std::function<bool()> may_close)
{
    state_->may_close = std::move(may_close);
}

void Window::on_drop(std::function<void(const std::vector<std::filesystem::path>&)> take)
{
    state_->take_drop = std::move(take);
}

void Window::wake() noexcept
{
    state_->bell->ring();
}

std::function<void()> Window::waker() const
{
    return [bell = state_->bell] { bell->ring(); };
}

void Window::set_title(const std::string& title)
{
    glfwSetWindowTitle(state_->handle.get(), title.c_str());
}

void Window::set_theme(ThemeKind kind)
{
    state_->canvas.set_theme(kind);
    wake();
}

void Window::set_zoom(float zoom)
{
    state_->options.zoom = std::clamp(zoom, least_zoom, most_zoom);
    state_->canvas.set_scale(state_->factor(display_scale()));
    wake();
}

float Window::zoom() const noexcept
{
    return state_->options.zoom;
}

Canvas& Window::canvas() noexcept
{
    return state_->canvas;
}

void Window::save_next_frame(std::filesystem::path path)
{
    state_->save_next = std::move(path);
    wake();
}

const FrameStats& Window::stats() const noexcept
{
    return state_->stats;
}

const std::string& Window::script_failure() const noexcept
{
    return state_->script_failure;
}

}  // namespace xiaoan::shell
