// Says when the next frame is wanted although nothing happens: the caret, a tooltip's delay, a fading dim.
#pragma once

#include <algorithm>
#include <limits>

namespace xiaoan::shell {

/// One a window; asked during a frame, read after it.
class Pulse {
public:
    /// Wants a frame at the latest `seconds` from now; 0 wants the very next.
    void frame_within(double seconds) noexcept { within_s_ = std::min(within_s_, std::max(0.0, seconds)); }
    [[nodiscard]] double within_s() const noexcept { return within_s_; }
    void reset() noexcept { within_s_ = std::numeric_limits<double>::infinity(); }

private:
    double within_s_ = std::numeric_limits<double>::infinity();
};

}  // namespace xiaoan::shell
