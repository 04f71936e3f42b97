#include "console/shell/input_method.hpp"

#include <GLFW/glfw3.h>
#include <X11/Xlib.h>
#include <dlfcn.h>
#include <imgui.h>

#include <array>
#include <atomic>
#include <clocale>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <string_view>

// GLFW 3.3 hands every key to the program even while the input method composes, so Backspace would delete committed
// text and Enter would start shortcuts; and it never says where the caret is (glfw pull requests 1972 and 2130). Both
// symbols below stand before Xlib's own, because the executable defines them and GLFW 3.3 links Xlib directly. GLFW 3.4
// looks Xlib up by itself: there they are simply never called.
namespace {

/// Written by Xlib's callers on the main thread only; Xlib offers no place to hang it on.
std::atomic<XIC>& input_context() noexcept
{
    static std::atomic<XIC> context = nullptr;
    return context;
}

template <typename Function>
[[nodiscard]] Function behind(const char* name) noexcept
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

Bool XFilterEvent(XEvent* event, Window window);
XIC XCreateIC(XIM method, ...);

/// Keys that the input method took become no event at all.
Bool XFilterEvent(XEvent* event, Window window)
{
    static const auto real = behind<Bool (*)(XEvent*, Window)>("XFilterEvent");
    const bool key = event->type == KeyPress || event->type == KeyRelease;
    const Bool filtered = real != nullptr ? real(event, window) : False;
    if (filtered != False && key) event->type = 0;
    return filtered;
}

/// Passes the call on and keeps the context.
XIC XCreateIC(XIM method, ...)
{
    static const auto real = behind<XIC (*)(XIM, ...)>("XCreateIC");
    constexpr std::size_t most_pairs = 8;
    std::array<const char*, most_pairs> names{};
    std::array<void*, most_pairs> values{};
    va_list arguments;
    va_start(arguments, method);
    for (std::size_t i = 0; i < most_pairs; ++i) {
        names[i] = va_arg(arguments, const char*);
        if (names[i] == nullptr) break;
        values[i] = va_arg(arguments, void*);
    }
    va_end(arguments);
    if (real == nullptr) return nullptr;
    // A null name ends the list wherever it stands.
    XIC context = real(method, names[0], values[0], names[1], values[1], names[2], values[2], names[3], values[3],
                       names[4], values[4], names[5], values[5], names[6], values[6], names[7], values[7], nullptr);
    input_context() = context;
    return context;
}

}  // extern "C"

namespace xiaoan::shell {
namespace {

void place_candidates(ImGuiViewport*, ImGuiPlatformImeData* data)
{
    XIC context = input_context();
    if (context == nullptr || !data->WantVisible) return;
    XPoint spot{static_cast<short>(data->InputPos.x), static_cast<short>(data->InputPos.y + data->InputLineHeight)};
    XVaNestedList list = XVaCreateNestedList(0, XNSpotLocation, &spot, nullptr);
    XSetICValues(context, XNPreeditAttributes, list, nullptr);
    XFree(list);
}

[[nodiscard]] bool is_set(const char* name)
{
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread starts
    return value != nullptr && *value != '\0';
}

}  // namespace

void prepare_input_method()
{
    std::setlocale(LC_ALL, "");                            // NOLINT(concurrency-mt-unsafe): before any thread starts
    const char* type = std::setlocale(LC_CTYPE, nullptr);  // NOLINT(concurrency-mt-unsafe)
    if (type == nullptr || std::strcmp(type, "C") == 0 || std::strcmp(type, "POSIX") == 0)
        std::setlocale(LC_CTYPE, "C.UTF-8");  // NOLINT(concurrency-mt-unsafe)
    std::setlocale(LC_NUMERIC, "C");          // NOLINT(concurrency-mt-unsafe)
    if (is_set("XMODIFIERS")) return;
    const std::string_view wanted = input_method_name();
    if (wanted == "ibus") setenv("XMODIFIERS", "@im=ibus", 0);              // NOLINT(concurrency-mt-unsafe)
    if (wanted.starts_with("fcitx")) setenv("XMODIFIERS", "@im=fcitx", 0);  // NOLINT(concurrency-mt-unsafe)
}

void watch_input_method(GLFWwindow*)
{
    ImGui::GetIO().SetPlatformImeDataFn = place_candidates;
}

const char* input_method_name()
{
    const char* modifiers = std::getenv("XMODIFIERS");  // NOLINT(concurrency-mt-unsafe)
    if (modifiers != nullptr && std::strncmp(modifiers, "@im=", 4) == 0) return modifiers + 4;
    for (const char* variable : {"GTK_IM_MODULE", "QT_IM_MODULE"})
        if (is_set(variable)) return std::getenv(variable);  // NOLINT(concurrency-mt-unsafe)
    return "";
}

}  // namespace xiaoan::shell
