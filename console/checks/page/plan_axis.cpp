// The time axis of a plan: a row a team, a block a stand.
#include "console/checks/page/plan_panel.hpp"
#include "console/shell/ink.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/chart.hpp"
#include "console/shell/widgets/press.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace xiaoan::checks {

namespace {

using desk::Frame;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float hours_px = 20, row_px = 26, team_px = 64, least_hour_px = 34;

std::size_t teams_of(const PlannedCheck& planned)
{
    std::size_t teams = planned.wish.teams;
    for (const PlannedStand& stand : planned.plan.stands) teams = std::max(teams, stand.team);
    return teams;
}

/// Where minutes of the day lie.
struct Axis {
    float x0, x1;
    int from, to;
    [[nodiscard]] float at(int minute) const
    {
        const float share = static_cast<float>(minute - from) / static_cast<float>(std::max(to - from, 1));
        return std::round(x0 + std::clamp(share, 0.0F, 1.0F) * (x1 - x0));
    }
};

void draw_hours(const Frame& frame, const Axis& axis, const Rect& where)
{
    const auto& ui = frame.ui;
    int step = 60;
    while (axis.at(axis.from + step) - axis.x0 < ui.px(least_hour_px) && step < 360) step += 60;
    for (int minute = (axis.from + 59) / 60 * 60; minute <= axis.to; minute += step) {
        const float x = axis.at(minute);
        shell::hairline_down(ui, x, where.y0 + ui.px(hours_px), where.y1, ui.theme.faint_line);
        const Rect box{x - ui.px(30), where.y0, x + ui.px(30), where.y0 + ui.px(hours_px)};
        shell::draw_text(ui, box, Align::centre, {.font = FontRole::small, .color = ui.theme.muted},
                         fmt::format("{:02}:00", minute / 60));
    }
}

bool draw_block(const PlannedCheck& planned, std::size_t index, bool chosen, const Frame& frame, const Rect& block)
{
    const auto& ui = frame.ui;
    const PlannedStand& stand = planned.plan.stands[index];
    const std::string label = stand_label(planned.plan, index);
    const std::string words =
        frame.tr("plan.block", {label, data::hh_mm(stand.from), data::hh_mm(stand.to),
                                place_text(stand.place, frame.language), std::to_string(stand.sees.size())});
    const auto press = shell::press_area(ui, "stand " + std::to_string(index), label, block,
                                         {.ring = shell::Ring::inside, .radius = 4, .reason = words});
    const shell::Color ground = team_color(stand.team);
    if (chosen) shell::fill(ui, block.inset(-ui.px(2)), ui.theme.ink, 5);
    shell::fill(ui, block, press.hovered ? shell::mixed(ground, ui.theme.panel, 0.15F) : ground, 4);
    const std::string text = fmt::format("{} · {}", label, stand.sees.size());
    const shell::TextLook look{.font = FontRole::small_bold, .color = shell::ink_on(ground)};
    const bool room = shell::text_width(ui, look.font, text) <= block.width() - ui.px(4);
    if (room || shell::text_width(ui, look.font, label) <= block.width())
        shell::draw_text(ui, block, Align::centre, look, room ? text : label);
    if (stand.late_min > 0) {
        const shell::Point corner{block.x0, block.y0};
        shell::severity_shape(ui, corner, shell::Severity::rectify);
    }
    return press.pressed;
}

}  // namespace

shell::Color team_color(std::size_t team)
{
    return shell::chart_colors[(team - 1) % shell::chart_colors.size()];
}

float axis_height_px(const PlannedCheck& planned)
{
    return hours_px + row_px * static_cast<float>(teams_of(planned)) + 6;
}

std::optional<std::size_t> draw_plan_axis(const PlannedCheck& planned, std::optional<std::size_t> chosen,
                                          const Frame& frame, const Rect& where)
{
    const auto& ui = frame.ui;
    const Axis axis{where.x0 + ui.px(team_px), where.x1 - ui.px(24), planned.wish.from.minutes,
                    planned.wish.to.minutes};
    draw_hours(frame, axis, {where.x0, where.y0, where.x1, where.y1 - ui.px(6)});
    const std::size_t teams = teams_of(planned);
    const auto row_of = [&](std::size_t team) {
        const float y = where.y0 + ui.px(hours_px) + ui.px(row_px) * static_cast<float>(team - 1);
        return Rect{where.x0, y, where.x1, y + ui.px(row_px)};
    };
    for (std::size_t team = 1; team <= teams; ++team) {
        const Rect row = row_of(team);
        shell::draw_text_fitted(ui, {row.x0, row.y0, axis.x0 - ui.px(8), row.y1}, Align::left,
                                {.font = FontRole::label, .color = ui.theme.second_ink},
                                frame.tr("plan.team", {std::to_string(team)}));
        shell::hairline(ui, axis.x0, axis.x1, row.y1 - ui.px.hair(), ui.theme.faint_line);
    }
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < planned.plan.stands.size(); ++i) {
        const PlannedStand& stand = planned.plan.stands[i];
        Rect block = row_of(stand.team).inset(0, ui.px(3));
        block.x0 = axis.at(stand.from.minutes);
        block.x1 = std::max(axis.at(stand.to.minutes) - ui.px(1), block.x0 + ui.px(6));
        if (draw_block(planned, i, chosen == i, frame, block)) pressed = i;
    }
    return pressed;
}

}  // namespace xiaoan::checks
