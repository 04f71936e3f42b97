// The page of the overview: what needs a person today, and where a press leads to it.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/overview/overview.hpp"
#include "console/shell/table.hpp"

#include <memory>

namespace xiaoan::overview {

/// Kept by the window from frame to frame.
struct OverviewState {
    shell::TableState counties;

    // What is shown, kept until what it depends on changes.
    struct Basis {
        std::shared_ptr<const data::Snapshot> snapshot;
        data::Date as_of{};
        data::Adcode county;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    Overview shown;
};

/// Draws into `where` of the current region, which scrolls. `since` belongs to what the frame shows.
[[nodiscard]] desk::Requests draw_overview_panel(OverviewState& state, const desk::Frame& frame,
                                                 const SinceYesterday& since, const shell::Rect& where);

}  // namespace xiaoan::overview
