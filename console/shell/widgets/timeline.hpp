// The dossier's timeline: one bar a document against today.
#pragma once

#include "console/shell/ui.hpp"
#include "console/shell/widgets/calendar.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::shell {

/// A row; without a beginning and an end there is only the track (no plate at all).
struct TimelineRow {
    std::string label;
    std::optional<Day> from = {};  ///< empty with a `to`: since before the window
    std::optional<Day> to = {};    ///< the last day it holds; empty with a `from`: no end
    Severity state = Severity::in_order;
    std::string value = {};  ///< at the right: an end date, days left, none
    bool strong = false;     ///< value bold in the colour of the state
};

struct TimelineLook {
    Day today;
    Day first;  ///< left end of all tracks
    Day last;   ///< right end
    std::string_view today_word;
};

/// Where a day lies between the ends, 0 to 1, held there.
[[nodiscard]] float timeline_share(Day first, Day last, Day day) noexcept;

/// Draws all rows 25 design pixels apart, room above for the word; gives the height.
float timeline(const Ui& ui, Point at, float width, std::span<const TimelineRow> rows, const TimelineLook& look);

}  // namespace xiaoan::shell
