#include "console/enforcement/cases_panel.hpp"
#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/press.hpp"

#include <cmath>

namespace xiaoan::enforcement {

namespace {

using desk::Frame;
using shell::Align;
using shell::FontRole;
using shell::Rect;

/// One day: its number over how many cases fall due; days without work are paler. True when pressed.
bool draw_day(const CasesState& state, const Frame& frame, const supervision::DueDay& day, const Rect& cell)
{
    const auto& ui = frame.ui;
    const std::chrono::year_month_day civil{day.date};
    const auto number = static_cast<unsigned>(civil.day());
    const bool chosen = state.due == day.date, off = day.works == false;
    const std::string date = data::iso(day.date);
    const std::string reason = frame.tr("cases.calendar.day", {date, language::grouped(day.due)});
    const auto press =
        shell::press_area(ui, date, date, cell, {.ring = shell::Ring::inside, .radius = 4, .reason = reason});
    if (chosen || press.hovered) shell::fill(ui, cell, chosen ? ui.theme.selection : ui.theme.hover, 4);
    Rect upper = cell, lower = cell;
    upper.y1 = lower.y0 = std::round(cell.y0 + cell.height() * 0.46F);
    const bool first = number == 1 || day.date == frame.derived.as_of;
    const std::string head = first ? std::to_string(static_cast<unsigned>(civil.month())) + "-" + std::to_string(number)
                                   : std::to_string(number);
    shell::draw_text(
        ui, upper, Align::centre,
        {.font = first ? FontRole::small_bold : FontRole::small, .color = off ? ui.theme.placeholder : ui.theme.muted},
        head);
    if (day.due > 0)
        shell::draw_text(ui, lower, Align::centre, {.font = FontRole::body_bold, .color = ui.theme.ink},
                         language::grouped(day.due));
    else
        shell::draw_text(ui, lower, Align::centre, {.font = FontRole::small, .color = ui.theme.placeholder}, "·");
    return press.pressed;
}

}  // namespace

std::optional<data::Date> draw_deadline_strip(const CasesState& state, const Frame& frame, const Rect& where)
{
    const auto& ui = frame.ui;
    const auto title = frame.tr("cases.calendar");
    const float label = shell::text_width(ui, FontRole::small, title) + ui.px(12);
    shell::draw_text(ui, Rect{where.x0, where.y0, where.x0 + label, where.y1}, Align::left,
                     {.font = FontRole::small, .color = ui.theme.muted}, title);
    const float least = ui.px(30);
    const float room = where.width() - label;
    const auto fitting = std::min(state.calendar.size(), static_cast<std::size_t>(std::max(0.0F, room / least)));
    if (fitting == 0) return std::nullopt;
    const float width = std::min(room / static_cast<float>(fitting), ui.px(44));
    std::optional<data::Date> pressed;
    for (std::size_t i = 0; i < fitting; ++i) {
        const auto& day = state.calendar[i];
        const float x0 = std::round(where.x0 + label + width * static_cast<float>(i));
        const float x1 = std::round(where.x0 + label + width * static_cast<float>(i + 1));
        // A line before each Monday: a week begins there.
        if (i > 0 && std::chrono::weekday{day.date} == std::chrono::Monday)
            shell::hairline_down(ui, x0, where.y0 + ui.px(8), where.y1 - ui.px(8), ui.theme.line);
        if (draw_day(state, frame, day, {x0 + ui.px(1), where.y0 + ui.px(3), x1 - ui.px(1), where.y1 - ui.px(3)}))
            pressed = day.date;
    }
    return pressed;
}

}  // namespace xiaoan::enforcement
