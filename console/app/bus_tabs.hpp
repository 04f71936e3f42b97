// What belongs to the buses beside their list: a strip of tabs over the page.
#pragma once

#include "console/app/content.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"

#include <cstddef>
#include <memory>

namespace xiaoan::app {

/// Whether the tabs stand over this page, which the rail shows under the buses.
[[nodiscard]] bool stands_with_buses(desk::Page page);

/// Kept by the window: what the tabs count, of the county that is shown.
struct BusTabs {
    std::shared_ptr<const Content> of;
    data::Adcode county{};
    std::size_t late_clocks = 0;
    std::size_t due_in_week = 0;
};

[[nodiscard]] desk::Requests draw_bus_tabs(BusTabs& state, const desk::Frame& frame,
                                           const std::shared_ptr<const Content>& content, desk::Page page,
                                           const shell::Rect& where);

}  // namespace xiaoan::app
