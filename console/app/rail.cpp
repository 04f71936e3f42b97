#include "console/app/rail.hpp"

#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/widgets/rail_item.hpp"
#include "console/supervision/joint.hpp"

#include <algorithm>
#include <set>

namespace xiaoan::app {

namespace {

constexpr double near_m = 1000;  // a child walks there in a quarter of an hour

std::string number(std::size_t count)
{
    return count == 0 ? std::string{} : language::grouped(count);
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
    return counts;
}

desk::Requests draw_rail(const RailCounts& counts, desk::Page page, const desk::Frame& frame,
                         const shell::Layout& layout)
{
    desk::Requests asked;
    const auto& ui = frame.ui;
    const auto plain = shell::BadgeKind::plain;
    const shell::RailPitch pitch = shell::rail_pitch(layout.rail_narrow);
    float y = layout.rail.y0 + ui.px(12);
    const auto item = [&](desk::Page which, const char* key, std::size_t count, shell::BadgeKind badge) {
        const std::string count_text = number(count);
        const auto where = shell::rect_at(layout.rail.x0 + ui.px(pitch.side), y,
                                          layout.rail.width() - ui.px(2 * pitch.side), ui.px(pitch.item));
        const std::string key_text = std::string{"rail."} + key;
        if (shell::rail_item(ui, key,
                             {.label = frame.tr(key_text),
                              .short_label = frame.tr(key_text + ".short"),
                              .count = count_text,
                              .badge = badge,
                              .on = page == which},
                             where, layout.rail_narrow))
            asked.push_back(desk::ShowPage{which});
        y += ui.px(pitch.item + pitch.gap);
    };
    const auto separator = [&] {
        shell::hairline(ui, layout.rail.x0 + ui.px(14), layout.rail.x1 - ui.px(14), y + ui.px(pitch.separator / 2),
                        ui.theme.line);
        y += ui.px(pitch.separator);
    };
    item(desk::Page::overview, "overview", 0, plain);
    item(desk::Page::buses, "buses", counts.stopped_buses, shell::BadgeKind::stop);
    item(desk::Page::cases, "cases", counts.overdue_cases > 0 ? counts.overdue_cases : counts.cases_for_us,
         counts.overdue_cases > 0 ? shell::BadgeKind::stop : shell::BadgeKind::rectify);
    separator();
    item(desk::Page::waters, "waters", counts.waters_in_reach, shell::BadgeKind::rectify);
    separator();
    item(desk::Page::tasks, "tasks", counts.tasks_overdue, plain);
    item(desk::Page::joint, "joint", counts.joint_late, shell::BadgeKind::rectify);
    separator();
    item(desk::Page::records, "records", 0, plain);
    item(desk::Page::conflicts, "conflicts", counts.conflicts, shell::BadgeKind::rectify);
    item(desk::Page::import, "import", counts.import_issues, plain);
    item(desk::Page::changes, "changes", 0, plain);
    item(desk::Page::settings, "settings", 0, plain);
    return asked;
}

}  // namespace xiaoan::app
