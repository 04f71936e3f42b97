// The rail at the left: one item a job, with the number of things there that need a person today.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/layout.hpp"

#include <cstddef>

namespace xiaoan::app {

/// Counted once a content, not once a frame.
struct RailCounts {
    std::size_t stopped_buses = 0;
    std::size_t open_cases = 0;
    std::size_t overdue_cases = 0;
    std::size_t cases_for_us = 0;  // the bureau has to act
    std::size_t tasks_overdue = 0;
    std::size_t joint_late = 0;       // assignments overdue
    std::size_t waters_in_reach = 0;  // of a school, within a kilometre
    std::size_t import_issues = 0;    // of the last import
    std::size_t conflicts = 0;        // that nobody has settled
    std::size_t suspects = 0;         // that no case is open on
};
[[nodiscard]] RailCounts rail_counts(const desk::Derived& derived);

[[nodiscard]] desk::Requests draw_rail(const RailCounts& counts, desk::Page page, const desk::Frame& frame,
                                       const shell::Layout& layout);

}  // namespace xiaoan::app
