#include "console/app/rail.hpp"

#include "console/app/bus_tabs.hpp"
#include "console/app/check_tabs.hpp"
#include "console/app/water_tabs.hpp"
#include "console/checks/page/suspect_rows.hpp"
#include "console/language/wording.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/widgets/rail_item.hpp"
#include "console/supervision/joint.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace xiaoan::app {

namespace {

constexpr double near_m = 1000;  // a child walks there in a quarter of an hour
constexpr float edge_px = 12, tight_edge_px = 6;

/// One item of the rail.
struct Entry {
    desk::Page page;
    const char* key;
    std::size_t count = 0;
    shell::BadgeKind badge = shell::BadgeKind::plain;
};

/// What stands between two lines.
std::vector<std::vector<Entry>> groups_of(const RailCounts& counts)
{
    using enum desk::Page;
    using enum shell::BadgeKind;
    const bool late = counts.overdue_cases > 0;
    return {{{overview, "overview"},
             {buses, "buses", counts.stopped_buses, stop},
             {cases, "cases", late ? counts.overdue_cases : counts.cases_for_us, late ? stop : rectify},
             {checks, "checks", counts.suspects, rectify}},
            {{waters, "waters", counts.waters_in_reach, rectify}},
            {{tasks, "tasks", counts.tasks_overdue}, {joint, "joint", counts.joint_late, rectify}},
            {{records, "records"},
             {conflicts, "conflicts", counts.conflicts, rectify},
             {import, "import", counts.import_issues},
             {changes, "changes"},
             {settings, "settings"}}};
}

bool draw_entry(const Entry& entry, desk::Page shown, const desk::Frame& frame, const shell::Rect& where, bool narrow)
{
    const std::string count = entry.count == 0 ? std::string{} : language::grouped(entry.count);
    const std::string key = std::string{"rail."} + entry.key;
    return shell::rail_item(frame.ui, entry.key,
                            {.label = frame.tr(key),
                             .short_label = frame.tr(key + ".short"),
                             .count = count,
                             .badge = entry.badge,
                             .on = shown == entry.page ||
                                   (entry.page == desk::Page::buses && stands_with_buses(shown)) ||
                                   (entry.page == desk::Page::waters && stands_with_waters(shown)) ||
                                   (entry.page == desk::Page::checks && stands_with_checks(shown))},
                            where, narrow);
}

}  // namespace

RailCounts rail_counts(const desk::Derived& derived)
{
    RailCounts counts;
    counts.stopped_buses = derived.judgement.buses_in[static_cast<std::size_t>(rules::BusState::stop)];
    for (const auto& row : derived.cases) {
        if (has_ended(row.opened->state)) continue;
        ++counts.open_cases;
        if (row.overdue_days > 0) ++counts.overdue_cases;
        if (supervision::waiting_for(row.next) == supervision::Waiting::bureau) ++counts.cases_for_us;
    }
    counts.tasks_overdue = supervision::overdue_tasks(*derived.snapshot, derived.as_of);
    counts.joint_late = supervision::joint_counts(*derived.snapshot, derived.as_of).assignments_overdue;
    std::set<std::int64_t> waters;
    for (const auto& pair : derived.exposures.pairs)
        if (pair.distance_m <= near_m) waters.insert(pair.water->id.value);
    counts.waters_in_reach = waters.size();
    for (const auto& each : checks::shown_suspects(*derived.snapshot, *derived.suspects, {}, language::Language::zh))
        counts.suspects += each.cases.empty() ? 1U : 0U;
    return counts;
}

desk::Requests draw_rail(const RailCounts& counts, desk::Page page, const desk::Frame& frame,
                         const shell::Layout& layout)
{
    const auto& ui = frame.ui;
    const auto groups = groups_of(counts);
    std::size_t items = 0;
    for (const auto& group : groups) items += group.size();
    const float room = layout.rail.height() / ui.px.factor;
    const auto fitted = [&](float edge) {
        return shell::rail_pitch(layout.rail_narrow, items, groups.size() - 1, room - 2 * edge);
    };
    const bool tight = fitted(edge_px) != shell::rail_pitch(layout.rail_narrow, 0, 0, room);
    const shell::RailPitch pitch = fitted(tight ? tight_edge_px : edge_px);
    float y = shell::region_origin().y + ui.px(tight ? tight_edge_px : edge_px);
    desk::Requests asked;
    for (const auto& group : groups) {
        if (&group != &groups.front()) {
            shell::hairline(ui, layout.rail.x0 + ui.px(14), layout.rail.x1 - ui.px(14), y + ui.px(pitch.separator / 2),
                            ui.theme.line);
            y += ui.px(pitch.separator);
        }
        for (const Entry& entry : group) {
            const auto where = shell::rect_at(layout.rail.x0 + ui.px(pitch.side), y,
                                              layout.rail.width() - ui.px(2 * pitch.side), ui.px(pitch.item));
            if (draw_entry(entry, page, frame, where, layout.rail_narrow)) asked.push_back(desk::ShowPage{entry.page});
            y += ui.px(pitch.item + pitch.gap);
        }
    }
    shell::region_end(y);
    return asked;
}

}  // namespace xiaoan::app
