// The table of buses under the map: filters, sorting, the selection, and ways to take the list along.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/permits/bus_rows.hpp"
#include "console/shell/table.hpp"

#include <cstdint>
#include <vector>

namespace xiaoan::permits {

/// Kept by the window from frame to frame.
struct BusesPanelState {
    shell::TableState table;

    // The rows, kept until what they depend on changes.
    struct Basis {
        const desk::Derived* derived = nullptr;
        std::uint64_t generation = 0;
        data::Date as_of{};
        desk::BusFilter filter;
        BusOrder order;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    std::vector<std::uint32_t> rows;
    desk::LegendCounts counts;
};

/// Draws into `where` (physical pixels) of the current region.
[[nodiscard]] desk::Requests draw_buses_panel(BusesPanelState& state, const desk::Frame& frame,
                                              const shell::Rect& where);

/// The filter that shows one row of the legend alone, or everything where it was alone already.
[[nodiscard]] desk::BusFilter with_only(desk::BusFilter filter, std::size_t legend_row);

}  // namespace xiaoan::permits
