// What the window system reported since the last frame; the callbacks only write it down.
#pragma once

#include <filesystem>
#include <vector>

struct GLFWwindow;

namespace xiaoan::shell {

struct WindowEvents {
    bool any = false;
    bool scale_changed = false;
    bool close_asked = false;
    std::vector<std::filesystem::path> dropped;
};

/// Makes the window report into `events`, which must live as long as the window. Callbacks that the toolkit sets later
/// call these first.
void report_events(GLFWwindow* window, WindowEvents& events);

}  // namespace xiaoan::shell
