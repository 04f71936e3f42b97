#include "console/permits/due_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/language/wording.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/press.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace xiaoan::permits {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float margin_px = 14, head_px = 42, week_px = 24, least_cell_px = 40, most_cell_px = 96, line_px = 16;
constexpr float least_table_px = 200, number_px = 20, side_by_side_px = 880;
constexpr std::size_t week_days = 7;

/// One drawing of the page.
class Drawing {
public:
    Drawing(DueState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where)
    {
    }

    Requests draw()
    {
        const float top = shell::region_origin().y;
        draw_head({where_.x0, top, where_.x1, top + ui_.px(head_px)});
        const float below = top + ui_.px(head_px);
        const bool side_by_side = where_.width() >= ui_.px(side_by_side_px);
        const float left = where_.x0 + ui_.px(margin_px);
        if (side_by_side) {
            const float middle = std::round(where_.x0 + where_.width() * 0.6F);
            const float room = where_.height() - ui_.px(head_px + 8);
            const float end = draw_calendar({left, below, middle, below + room});
            const float height = std::max(end - below, room);
            draw_table({middle + ui_.px(4), below - ui_.px(4), where_.x1, below + height});
            shell::region_end(below + height);
        } else {
            const float room = where_.height() - ui_.px(head_px + least_table_px + 10);
            const float y = draw_calendar({left, below, where_.x1 - ui_.px(margin_px), below + room}) + ui_.px(10);
            const float height = std::max(ui_.px(least_table_px), where_.height() - (y - top));
            draw_table({where_.x0, y, where_.x1, y + height});
            shell::region_end(y + height);
        }
        return std::move(asked_);
    }

private:
    void draw_head(const Rect& head)
    {
        float end = head.x1 - ui_.px(margin_px);
        const auto label = frame_.tr("list.workbook");
        const float width = shell::text_width(ui_, FontRole::label, label) + ui_.px(12);
        if (shell::text_button(ui_, "workbook", label,
                               shell::rect_at(end - width, head.y0 + ui_.px(8), width, ui_.px(26)), FontRole::label))
            asked_.push_back(desk::SaveWorkbook{desk::Page::due});
        end -= width + ui_.px(12);
        float x = head.x0 + ui_.px(margin_px);
        const auto chip = [&](std::string_view id, const std::string& words, bool on) {
            const float wide = shell::chip_width(ui_, words);
            if (x + wide > end) return false;
            const bool pressed = shell::chip(ui_, id, words, on, {x, head.y0 + ui_.px(10)});
            x += wide + ui_.px(8);
            return pressed;
        };
        const auto counted = [&](std::string_view key, std::size_t count) {
            return std::string{frame_.tr(key)} + " " + language::grouped(count);
        };
        if (chip("all", counted("due.all", state_.all), !state_.what)) state_.what.reset();
        for (std::size_t i = 0; i < due_whats; ++i) {
            if (state_.counts[i] == 0) continue;
            const auto what = static_cast<DueWhat>(i);
            const bool on = state_.what == what;
            if (chip(text_key(what), counted(text_key(what), state_.counts[i]), on))
                state_.what = on ? std::nullopt : std::optional{what};
        }
    }

    /// The weeks, as high as they have room; gives their lower end.
    float draw_calendar(const Rect& within)
    {
        static constexpr std::array names{"due.mon", "due.tue", "due.wed", "due.thu", "due.fri", "due.sat", "due.sun"};
        const float width = std::floor(within.width() / static_cast<float>(week_days));
        for (std::size_t i = 0; i < week_days; ++i)
            shell::draw_text(ui_,
                             shell::rect_at(within.x0 + width * static_cast<float>(i) + ui_.px(8), within.y0, width,
                                            ui_.px(week_px)),
                             Align::left, {.font = FontRole::small, .color = ui_.theme.muted}, frame_.tr(names[i]));
        const auto weeks = static_cast<float>(state_.days.size() / week_days);
        const float room = within.height() - ui_.px(week_px);
        const float height =
            std::floor(std::clamp(room / std::max(weeks, 1.0F), ui_.px(least_cell_px), ui_.px(most_cell_px)));
        const float y = within.y0 + ui_.px(week_px);
        for (std::size_t i = 0; i < state_.days.size(); ++i)
            draw_day(state_.days[i], shell::rect_at(within.x0 + width * static_cast<float>(i % week_days),
                                                    y + height * static_cast<float>(i / week_days), width, height));
        return y + height * weeks;
    }

    [[nodiscard]] std::string date_text(const DueDay& of) const
    {
        const std::chrono::year_month_day date{of.day};
        const auto day = static_cast<unsigned>(date.day());
        const bool names_month = day == 1 || of.day == state_.days.front().day || of.day == frame_.derived.as_of;
        return names_month ? fmt::format("{}-{}", static_cast<unsigned>(date.month()), day) : fmt::format("{}", day);
    }

    void draw_day(const DueDay& of, const Rect& where)
    {
        const shell::Theme& theme = ui_.theme;
        const Rect cell{where.x0, where.y0, where.x1 - ui_.px(2), where.y1 - ui_.px(2)};
        shell::Press press;
        if (of.shown)
            press = shell::press_area(ui_, data::iso(of.day), data::iso(of.day), cell, {.ring = shell::Ring::inside});
        const bool chosen = state_.day == of.day;
        const bool rests = of.works == std::optional{false};
        const shell::Color ground = chosen               ? theme.selection
                                    : press.hovered      ? theme.hover
                                    : !of.shown || rests ? theme.track
                                                         : theme.field;
        if (of.shown)
            shell::box(ui_, cell, 4, ground, chosen ? theme.accent : theme.line);
        else
            shell::fill(ui_, cell, theme.panel, 4);
        const bool today = of.day == frame_.derived.as_of;
        const Rect top{cell.x0 + ui_.px(8), cell.y0 + ui_.px(3), cell.x1 - ui_.px(8), cell.y0 + ui_.px(3 + number_px)};
        shell::draw_text(ui_, top, Align::left,
                         {.font = today ? FontRole::body_bold : FontRole::label,
                          .color = today       ? theme.accent
                                   : !of.shown ? theme.placeholder
                                               : theme.second_ink},
                         date_text(of));
        if (of.all > 0)
            shell::draw_text(ui_, top, Align::right, {.font = FontRole::body_bold, .color = theme.ink},
                             language::grouped(of.all));
        draw_counts(of, {cell.x0 + ui_.px(5), top.y1, cell.x1 - ui_.px(5), cell.y1 - ui_.px(3)});
        if (press.pressed) state_.day = chosen ? std::nullopt : std::optional{of.day};
    }

    /// As many kinds as there is room for, one a line.
    void draw_counts(const DueDay& of, const Rect& where)
    {
        float y = where.y0;
        for (std::size_t i = 0; i < due_whats; ++i) {
            if (of.counts[i] == 0) continue;
            if (y + ui_.px(line_px) > where.y1) return;
            const Rect line{where.x0, y, where.x1, y + ui_.px(line_px)};
            const std::string count = language::grouped(of.counts[i]);
            shell::draw_text(ui_, line, Align::right, {.font = FontRole::small, .color = ui_.theme.muted}, count);
            const float right = line.x1 - shell::text_width(ui_, FontRole::small, count) - ui_.px(4);
            shell::draw_text_fitted(ui_, Rect{line.x0, line.y0, right, line.y1}, Align::left,
                                    {.font = FontRole::small, .color = ui_.theme.second_ink},
                                    frame_.tr(std::string{text_key(static_cast<DueWhat>(i))} + ".short"));
            y += ui_.px(line_px);
        }
    }

    void draw_table(const Rect& where)
    {
        static constexpr std::array<float, due_columns> chinese{106, 88, 124, 128, 126, 180},
            english{106, 88, 166, 128, 126, 180};
        const auto& widths = frame_.language == language::Language::zh ? chinese : english;
        static constexpr std::array ranks{0, 2, 0, 0, 4, 3};
        const auto heads = due_heads(frame_.language);
        std::vector<desk::CandidateColumn> candidates;
        for (std::size_t i = 0; i < due_columns; ++i)
            candidates.push_back({{.id = std::to_string(i),
                                   .head = heads[i],
                                   .width = widths[i],
                                   .grows = i + 1 == due_columns,
                                   .sorts = false},
                                  i,
                                  ranks[i]});
        const auto shown = desk::fitting_columns(std::move(candidates), ui_, where.width());
        std::string empty;
        if (state_.rows.empty())
            empty =
                state_.day ? frame_.tr("due.none_on", {data::iso(*state_.day)}) : std::string{frame_.tr("due.none")};
        shell::TableRows rows;
        rows.count = state_.rows.size();
        rows.text = [&](std::size_t row, std::size_t column) {
            return due_row(frame_.derived, *state_.rows[row], frame_.language)[shown.of[column]];
        };
        rows.selected = state_.selected;
        rows.empty = empty;
        rows.faded = frame_.stale;
        const auto events = shell::table(ui_, "due", where, shown.heads, state_.table, rows);
        if (const auto row = events.opened ? events.opened : events.selected)
            asked_.push_back(desk::Select{selection_of(*state_.rows[*row]), events.opened.has_value()});
    }

    DueState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    Requests asked_;
};

void refresh(DueState& state, const Frame& frame, const DueEntries& entries)
{
    const data::Date as_of = frame.derived.as_of;
    if (state.day && (*state.day < as_of || *state.day > as_of + std::chrono::days{due_days})) state.day.reset();
    const DueState::Basis wanted{entries, {frame.filter.county, state.what, state.day}, as_of, frame.selection};
    if (state.basis == wanted) return;
    const auto of_county = filtered(*entries, {.county = frame.filter.county});
    state.counts = {};
    for (const DueEntry* each : of_county) ++state.counts[static_cast<std::size_t>(each->what)];
    state.all = of_county.size();
    const auto of_what = filtered(*entries, {.county = frame.filter.county, .what = state.what});
    state.days = due_calendar(of_what, as_of, frame.derived.dossiers.working_days());
    state.rows = filtered(*entries, wanted.filter);
    state.selected.reset();
    for (std::size_t i = 0; i < state.rows.size() && !state.selected; ++i)
        if (selection_of(*state.rows[i]) == frame.selection) state.selected = i;
    state.basis = wanted;
}

}  // namespace

Requests draw_due_panel(DueState& state, const Frame& frame, const DueEntries& entries, const Rect& where)
{
    refresh(state, frame, entries);
    return Drawing(state, frame, where).draw();
}

}  // namespace xiaoan::permits
