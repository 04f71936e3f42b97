// The calendar of the coming thirty days: what lapses or falls due on each, and the list of a day's entries.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/permits/due_days.hpp"
#include "console/shell/table.hpp"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace xiaoan::permits {

using DueEntries = std::shared_ptr<const std::vector<DueEntry>>;

/// Kept by the window from frame to frame.
struct DueState {
    std::optional<DueWhat> what;
    std::optional<data::Date> day;  // whose entries are listed; empty: all
    shell::TableState table;

    // Calendar and list, kept until what they depend on changes.
    struct Basis {
        DueEntries entries;
        DueFilter filter;
        data::Date as_of{};
        desk::Selection selection;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    std::array<std::size_t, due_whats> counts{};  // of the county
    std::size_t all = 0;
    std::vector<DueDay> days;
    std::vector<const DueEntry*> rows;
    std::optional<std::size_t> selected;  // the first row of what is selected
};

/// `entries` are those of all counties on the date of the frame. Draws into `where` of the current region, which
/// scrolls.
[[nodiscard]] desk::Requests draw_due_panel(DueState& state, const desk::Frame& frame, const DueEntries& entries,
                                            const shell::Rect& where);

}  // namespace xiaoan::permits
