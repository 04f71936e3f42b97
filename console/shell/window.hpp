// The real window: OpenGL 3.3, an event loop that sleeps while nothing happens, dropped files, scale, and scripts.
#pragma once

#include "console/shell/canvas.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::shell {

struct WindowOptions {
    std::string title = "校安台";
    int width = 1600;  ///< design pixels; made smaller to fit the screen
    int height = 900;
    bool maximized = false;
    float zoom = 1;                   ///< the user's own factor on top of the display's
    std::optional<float> scale = {};  ///< instead of the display's factor and the zoom
    ThemeKind theme = ThemeKind::light;
    std::filesystem::path script = {};  ///< played instead of mouse and keyboard; see script.hpp
};

/// Times are of whole frames, building, painting and swapping.
struct FrameStats {
    long count = 0;
    double longest_s = 0;
    double total_s = 0;
    double last_s = 0;
};

class Window {
public:
    /// Throws ShellFault if there is no display, no OpenGL 3.3 or no font; ScriptError if the script cannot be read.
    explicit Window(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Shows frames until the window is closed or the script quits. What `draw` throws comes out here.
    void run(const Draw& draw);
    /// Ends run() after this frame.
    void close();
    /// Called before the window closes by its frame or the desktop; false keeps it open (unsaved work asks first).
    void on_close(std::function<bool()> may_close);
    /// Files dropped onto the window, handed over before the next frame.
    void on_drop(std::function<void(const std::vector<std::filesystem::path>&)> take);

    /// Wakes the loop for three frames; from any thread, never throws. Also before run(), and after the window's end
    /// only through a copy of waker().
    void wake() noexcept;
    /// The same as a value that job threads may keep; does nothing once the window is gone.
    [[nodiscard]] std::function<void()> waker() const;

    void set_title(const std::string& title);
    void set_theme(ThemeKind kind);
    /// 0.75 to 2.5; kept within. No effect while a scale is forced.
    void set_zoom(float zoom);
    [[nodiscard]] float zoom() const noexcept;
    [[nodiscard]] Canvas& canvas() noexcept;
    /// Writes the next frame to a PNG file before it is shown.
    void save_next_frame(std::filesystem::path path);

    [[nodiscard]] const FrameStats& stats() const noexcept;
    /// Why the script failed; empty if it did not, or there was none.
    [[nodiscard]] const std::string& script_failure() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace xiaoan::shell
