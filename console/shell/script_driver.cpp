#include "console/shell/script_driver.hpp"

#include <imgui.h>

#include <array>
#include <thread>
#include <utility>

namespace xiaoan::shell {
namespace {

using Kind = Step::Kind;

constexpr auto patience = std::chrono::seconds(10);
constexpr auto rest = std::chrono::milliseconds(5);  // between two looks at what a background job may bring
constexpr int settle_frames = 3;
constexpr int drag_frames = 6;

void set_modifiers(ImGuiIO& io, Chord chord, bool down)
{
    for (const ImGuiKey mod : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super})
        if ((chord & mod) != 0) io.AddKeyEvent(mod, down);
}

}  // namespace

ScriptDriver::ScriptDriver(std::vector<Step> steps, ScriptHost host) : steps_(std::move(steps)), host_(std::move(host))
{
    frames_.emplace_back([](ImGuiIO& io) { io.AddFocusEvent(true); });
    settle(settle_frames);
}

void ScriptDriver::settle(int frames)
{
    for (int i = 0; i < frames; ++i) frames_.emplace_back([](ImGuiIO&) {});
}

void ScriptDriver::press(int button, int times)
{
    for (int i = 0; i < times; ++i) {
        frames_.emplace_back([button](ImGuiIO& io) { io.AddMouseButtonEvent(button, true); });
        frames_.emplace_back([button](ImGuiIO& io) { io.AddMouseButtonEvent(button, false); });
    }
    settle(settle_frames);
}

void ScriptDriver::press_keys(Chord chord)
{
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    frames_.emplace_back([chord, key](ImGuiIO& io) {
        set_modifiers(io, chord, true);
        io.AddKeyEvent(key, true);
    });
    frames_.emplace_back([chord, key](ImGuiIO& io) {
        io.AddKeyEvent(key, false);
        set_modifiers(io, chord, false);
    });
    settle(settle_frames);
}

void ScriptDriver::drag(Point from, Point to)
{
    frames_.emplace_back([from](ImGuiIO& io) { io.AddMousePosEvent(from.x, from.y); });
    settle(1);
    frames_.emplace_back([](ImGuiIO& io) { io.AddMouseButtonEvent(0, true); });
    for (int i = 1; i <= drag_frames; ++i) {
        const float share = static_cast<float>(i) / drag_frames;
        const Point at{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
        frames_.emplace_back([at](ImGuiIO& io) { io.AddMousePosEvent(at.x, at.y); });
    }
    frames_.emplace_back([](ImGuiIO& io) { io.AddMouseButtonEvent(0, false); });
    settle(settle_frames);
}

void ScriptDriver::fail(const Step& step, const std::string& why)
{
    failure_ = "line " + std::to_string(step.line) + ": " + why;
    ended_ = true;
}

/// True when there is nothing to wait for any more: it is as expected, or has failed.
bool ScriptDriver::judged(const Step& step, const Probe& probe)
{
    const bool wanted = step.kind == Kind::expect       ? probe.shows(step.text)
                        : step.kind == Kind::expect_not ? !probe.shows(step.text)
                                                        : step.text.empty() || probe.find(step.text).has_value();
    if (wanted) {
        waiting_ = false;
        return true;
    }
    const auto now = std::chrono::steady_clock::now();
    if (!std::exchange(waiting_, true)) waiting_since_ = now;
    if (now - waiting_since_ > patience) {
        fail(step, "\"" + step.text + (step.kind == Kind::expect_not ? "\" is still shown" : "\" is not shown"));
        return true;
    }
    std::this_thread::sleep_for(rest);
    return false;
}

void ScriptDriver::begin(const Step& step, const Probe& probe)
{
    Point at = step.at;
    bool placed = step.placed;
    if (const auto found = placed || step.text.empty() ? std::nullopt : probe.find(step.text)) {
        at = found->middle();
        placed = true;
    }
    const auto move_there = [&] {
        if (!placed) return;
        frames_.emplace_back([at](ImGuiIO& io) { io.AddMousePosEvent(at.x, at.y); });
        settle(1);
    };
    switch (step.kind) {
    case Kind::move:
        move_there();
        settle(1);
        break;
    case Kind::click:
        move_there();
        press(0, 1);
        break;
    case Kind::double_click:
        move_there();
        press(0, 2);
        break;
    case Kind::right_click:
        move_there();
        press(1, 1);
        break;
    case Kind::drag: drag(step.at, step.to); break;
    case Kind::wheel:
        frames_.emplace_back([amount = step.amount](ImGuiIO& io) { io.AddMouseWheelEvent(0, amount); });
        settle(settle_frames);
        break;
    case Kind::key: press_keys(step.chord); break;
    case Kind::type:
        frames_.emplace_back([text = step.text](ImGuiIO& io) { io.AddInputCharactersUTF8(text.c_str()); });
        settle(settle_frames);
        break;
    case Kind::wait: settle(static_cast<int>(step.amount)); break;
    case Kind::screenshot: host_.screenshot(step.text); break;
    case Kind::drop:
        host_.drop(step.text);
        settle(settle_frames);
        break;
    case Kind::resize:
        host_.resize(static_cast<int>(step.to.x), static_cast<int>(step.to.y));
        settle(2 * settle_frames);
        break;
    case Kind::labels:
        for (const Probe::Seen& seen : probe.seen())
            host_.print((seen.kind == Probe::Kind::item ? "item \"" : "text \"") + seen.label + "\" " +
                        std::to_string(static_cast<int>(seen.where.x0)) + " " +
                        std::to_string(static_cast<int>(seen.where.y0)));
        break;
    case Kind::quit: ended_ = true; break;
    case Kind::expect:
    case Kind::expect_not: break;
    }
}

void ScriptDriver::feed(ImGuiIO& io, const Probe& probe)
{
    while (frames_.empty() && !ended_) {
        if (next_ == steps_.size()) {
            ended_ = true;
            return;
        }
        const Step& step = steps_[next_];
        const bool looks = step.kind == Kind::expect || step.kind == Kind::expect_not || step.kind == Kind::move ||
                           step.kind == Kind::click || step.kind == Kind::double_click ||
                           step.kind == Kind::right_click;
        if (looks && !judged(step, probe)) return;  // one more frame, then look again
        if (ended_) return;
        ++next_;
        begin(step, probe);
    }
    if (frames_.empty()) return;
    frames_.front()(io);
    frames_.pop_front();
}

}  // namespace xiaoan::shell
