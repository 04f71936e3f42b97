// The page of joint checks: where and when teams should stand, asked for and looked at.
#pragma once

#include "console/checks/page/plan_form.hpp"
#include "console/checks/page/plan_rows.hpp"
#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/color.hpp"
#include "console/shell/table.hpp"
#include "console/shell/widgets/date_field.hpp"
#include "data/register/job_progress.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::checks {

/// Kept by the window from frame to frame.
struct PlanState {
    std::optional<PlanForm> form;  // empty: not begun, the register says what is usual
    data::Adcode form_county{};    // for which the usual teams were counted
    shell::DateFieldState date_field;
    std::shared_ptr<data::JobProgress> running;  // the search that is under way
    std::shared_ptr<const PlannedCheck> planned;
    bool map_wanted = false;  // in a window too low for map and page
    bool unmet_shown = false;
    shell::TableState stands_table, unmet_table;

    // The rows, kept until what they depend on changes.
    std::shared_ptr<const PlannedCheck> rows_of;
    language::Language language{};
    std::vector<StandRow> stands;
    std::vector<UnmetRow> unmet;
    std::string line;
    std::string no_school;  // of the plan's day; empty on a school day
};

/// What of the page is drawn: all, or (where the map takes the room) all but the tables.
[[nodiscard]] desk::Requests draw_plan_panel(PlanState& state, const desk::Frame& frame, const shell::Rect& where,
                                             bool low);

/// The place of a stand: its hours, where it is, and the buses it sees with what each is to be met for.
[[nodiscard]] desk::Requests draw_stand_dossier(PlanState& state, const desk::Frame& frame,
                                                const desk::DossierPlace& place);

/// The colour of a team, the same on map and axis; its number stands beside it everywhere.
[[nodiscard]] shell::Color team_color(std::size_t team);

/// The time axis: a row a team, a block a stand. Gives the stand that was pressed. `where` is as high as axis_height().
[[nodiscard]] std::optional<std::size_t> draw_plan_axis(const PlannedCheck& planned, std::optional<std::size_t> chosen,
                                                        const desk::Frame& frame, const shell::Rect& where);
/// In design pixels.
[[nodiscard]] float axis_height_px(const PlannedCheck& planned);

}  // namespace xiaoan::checks
