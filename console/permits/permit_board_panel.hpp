// The board of permits: who holds each application, how long, how late; a card leads to its bus.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/permits/permit_board.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace xiaoan::permits {

using OpenClocks = std::shared_ptr<const std::vector<rules::OpenClock>>;

/// Kept by the window from frame to frame.
struct BoardState {
    std::optional<rules::Department> holder;
    bool only_late = false;

    // The board, kept until what it depends on changes.
    struct Basis {
        OpenClocks clocks;
        BoardFilter filter;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    Board board;
};

/// `clocks` are those of all counties on the date of the frame. Draws into `where` of the current region, which
/// scrolls.
[[nodiscard]] desk::Requests draw_permit_board(BoardState& state, const desk::Frame& frame, const OpenClocks& clocks,
                                               const shell::Rect& where);

}  // namespace xiaoan::permits
