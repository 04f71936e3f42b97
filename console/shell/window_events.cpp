#include "console/shell/window_events.hpp"

#include <GLFW/glfw3.h>

#include <new>

namespace xiaoan::shell {
namespace {

[[nodiscard]] WindowEvents& of(GLFWwindow* window) noexcept
{
    return *static_cast<WindowEvents*>(glfwGetWindowUserPointer(window));
}

void take_drop(GLFWwindow* window, int count, const char** paths) noexcept
{
    of(window).any = true;
    try {
        for (int i = 0; i < count; ++i) of(window).dropped.emplace_back(paths[i]);
    } catch (...) {
        // Nothing may be thrown through GLFW; without memory the drop is lost, not the window.
        of(window).dropped.clear();
    }
}

}  // namespace

void report_events(GLFWwindow* window, WindowEvents& events)
{
    glfwSetWindowUserPointer(window, &events);
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { of(w).any = true; });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int) { of(w).any = true; });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { of(w).any = true; });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { of(w).any = true; });
    glfwSetKeyCallback(window, [](GLFWwindow* w, int, int, int, int) { of(w).any = true; });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned) { of(w).any = true; });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int) { of(w).any = true; });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { of(w).any = true; });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).any = true; });
    glfwSetWindowIconifyCallback(window, [](GLFWwindow* w, int) { of(w).any = true; });
    glfwSetDropCallback(window, take_drop);
    glfwSetWindowContentScaleCallback(window,
                                      [](GLFWwindow* w, float, float) { of(w).any = of(w).scale_changed = true; });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* w) {
        of(w).any = of(w).close_asked = true;
        glfwSetWindowShouldClose(w, GLFW_FALSE);  // the loop decides
    });
}

}  // namespace xiaoan::shell
