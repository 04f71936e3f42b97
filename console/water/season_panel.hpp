// The page of the season: where the year stands, what comes and what it asks for; and what became of the waters since
// an earlier day.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/table.hpp"
#include "console/shell/widgets/date_field.hpp"
#include "console/water/ranked_waters.hpp"
#include "console/water/season_view.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace xiaoan::water {

/// Kept by the window from frame to frame.
struct SeasonState {
    std::optional<data::Date> since;  // the day compared with; empty: the last day of the season before
    shell::DateFieldState field;
    std::shared_ptr<const ComparedWaters> compared;  // delivered last
    bool refused = false;                            // there was no register on the day asked for
    std::optional<Turn> turn;                        // only these
    bool still_lacking = false;                      // only waters that lacked something then and still do
    shell::TableState table;

    // What was asked for last.
    std::shared_ptr<const data::Snapshot> asked_of;
    data::Date asked_as_of{};
    desk::CompareWaters asked;

    // The words and rows, kept until what they depend on changes.
    std::shared_ptr<const data::Snapshot> view_of;
    data::Date view_as_of{};
    language::Language view_language{};
    std::optional<SeasonView> view;
};

/// Draws into `where` of the current region, which scrolls.
[[nodiscard]] desk::Requests draw_season_panel(SeasonState& state, const desk::Frame& frame, const shell::Rect& where);

/// A comparison that was asked for; or that there is none, because the register was not there yet.
void take(SeasonState& state, std::shared_ptr<const ComparedWaters> compared);
void take_refusal(SeasonState& state);

}  // namespace xiaoan::water
