// Chinese input under X11: what GLFW 3.3 leaves undone.
#pragma once

struct GLFWwindow;

namespace xiaoan::shell {

/// Before glfwInit(): sets a locale in which the window system accepts Chinese, and names the input method that runs
/// where the environment does not. Numbers keep the point as decimal sign.
void prepare_input_method();

/// Tells the input method where the caret is, so that its list of candidates stands there.
void watch_input_method(GLFWwindow* window);

/// Name of the input method server that the environment names ("fcitx", "ibus"), "" if none: for the doctor's report.
[[nodiscard]] const char* input_method_name();

}  // namespace xiaoan::shell
