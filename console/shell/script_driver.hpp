// Plays a script into the toolkit between frames, and judges what the frames show.
#pragma once

#include "console/shell/probe.hpp"
#include "console/shell/script.hpp"

#include <chrono>
#include <deque>
#include <functional>
#include <string>
#include <vector>

struct ImGuiIO;

namespace xiaoan::shell {

/// What a step asks of the window beyond input.
struct ScriptHost {
    std::function<void(const std::filesystem::path&)> screenshot;  ///< of the frame drawn last
    std::function<void(const std::filesystem::path&)> drop;
    std::function<void(int width, int height)> resize;
    std::function<void(const std::string&)> print;
};

class ScriptDriver {
public:
    ScriptDriver(std::vector<Step> steps, ScriptHost host);

    /// Call before each frame: feeds the input of that frame. `probe` holds what the frame before has shown.
    void feed(ImGuiIO& io, const Probe& probe);
    /// All steps are done, a quit was reached, or a step failed.
    [[nodiscard]] bool ended() const noexcept { return ended_; }
    /// Empty if all went well so far.
    [[nodiscard]] const std::string& failure() const noexcept { return failure_; }

private:
    using Frame = std::function<void(ImGuiIO&)>;

    void begin(const Step& step, const Probe& probe);
    void press(int button, int times);
    void press_keys(Chord chord);
    void drag(Point from, Point to);
    void settle(int frames);
    [[nodiscard]] bool judged(const Step& step, const Probe& probe);
    void fail(const Step& step, const std::string& why);

    std::vector<Step> steps_;
    ScriptHost host_;
    std::size_t next_ = 0;
    std::deque<Frame> frames_;  ///< input of the coming frames
    std::chrono::steady_clock::time_point waiting_since_;
    bool waiting_ = false;
    bool ended_ = false;
    std::string failure_;
};

}  // namespace xiaoan::shell
