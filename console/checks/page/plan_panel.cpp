#include "console/checks/page/plan_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/progress.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::checks {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float margin_px = 14, head_px = 44, line_px = 34, no_school_px = 26, time_px = 66, teams_px = 46, gap_px = 8;

void refresh_form(PlanState& state, const Frame& frame)
{
    if (state.form && state.form_county == frame.filter.county) return;
    const PlanWish usual =
        usual_wish(frame.derived.dossiers, frame.derived.judgement.findings, frame.derived.as_of, frame.filter.county);
    if (!state.form)
        state.form = form_of(usual);
    else
        state.form->teams = std::to_string(usual.teams);
    state.form_county = frame.filter.county;
}

void refresh_rows(PlanState& state, const Frame& frame)
{
    if (state.rows_of == state.planned && state.language == frame.language) return;
    state.rows_of = state.planned;
    state.language = frame.language;
    state.stands = state.planned ? stand_rows(*state.planned, frame.language) : std::vector<StandRow>{};
    state.unmet = state.planned ? unmet_rows(*state.planned, frame.language) : std::vector<UnmetRow>{};
    state.line = state.planned ? plan_line(*state.planned, frame.language) : std::string{};
    state.no_school = state.planned ? rules::no_school_text(state.planned->dossiers->school_days(),
                                                            state.planned->wish.date, frame.language)
                                    : std::string{};
    if (state.unmet.empty()) state.unmet_shown = false;
}

/// One drawing of the page.
class Page {
public:
    Page(PlanState& state, const Frame& frame, const Rect& where, bool low)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where), low_(low)
    {
    }

    Requests draw()
    {
        draw_form({where_.x0, where_.y0, where_.x1, where_.y0 + ui_.px(head_px)});
        float y = where_.y0 + ui_.px(head_px);
        y = draw_line(y);
        y = draw_no_school(y);
        if (state_.planned == nullptr) {
            draw_empty(y);
            return std::move(asked_);
        }
        const float axis = ui_.px(axis_height_px(*state_.planned));
        if (const auto pressed = draw_plan_axis(*state_.planned, chosen(), frame_,
                                                {where_.x0 + ui_.px(margin_px), y, where_.x1, y + axis}))
            select(*pressed, true);
        y += axis;
        if (where_.y1 - y > ui_.px(shell::table_head_px + shell::table_row_px))
            draw_tables({where_.x0, y, where_.x1, where_.y1});
        return std::move(asked_);
    }

private:
    [[nodiscard]] std::optional<std::size_t> chosen() const
    {
        if (frame_.selection.what != desk::Selected::stand) return std::nullopt;
        return stand_of_key(state_.planned->plan, frame_.selection.key);
    }
    void select(std::size_t stand, bool zoom)
    {
        asked_.push_back(desk::Select{{desk::Selected::stand, std::to_string(stand)}, zoom});
        state_.stands_table.show_selected = true;
    }

    /// Words before a field; gives where the field begins.
    float label(float x, const Rect& line, std::string_view key)
    {
        const auto words = frame_.tr(key);
        shell::draw_text(ui_, Rect{x, line.y0, line.x1, line.y1}, Align::left,
                         {.font = FontRole::label, .color = ui_.theme.muted}, words);
        return x + shell::text_width(ui_, FontRole::label, words) + ui_.px(6);
    }
    float input(std::string_view id, std::string& text, float x, float width_px, const Rect& line, bool wrong)
    {
        const Rect field{x, line.y0, x + ui_.px(width_px), line.y1};
        entered_ |= shell::text_input(ui_, id, text, field, {.wrong = wrong}).entered;
        return field.x1;
    }

    void draw_form(const Rect& head)
    {
        PlanForm& form = *state_.form;
        const FormFault fault = fault_of(form);
        const Rect line{head.x0, head.y0 + ui_.px(6), head.x1, head.y0 + ui_.px(6 + shell::bar_height_px)};
        float x = head.x0 + ui_.px(margin_px);
        const shell::DateFieldLook look{.label = frame_.tr("plan.date"),
                                        .earlier = frame_.tr("bar.day_earlier"),
                                        .later = frame_.tr("bar.day_later")};
        const float wide = shell::date_field_width(ui_, look);
        (void)shell::date_field(ui_, "date", form.date, state_.date_field, {x, line.y0, x + wide, line.y1}, look);
        x = label(x + wide + ui_.px(12), line, "plan.from");
        x = input("from", form.from, x, time_px, line, fault.from);
        x = label(x + ui_.px(gap_px), line, "plan.to");
        x = input("to", form.to, x, time_px, line, fault.to);
        x = label(x + ui_.px(12), line, "plan.teams");
        x = input("teams", form.teams, x, teams_px, line, fault.teams) + ui_.px(12);
        const bool runs = state_.running != nullptr;
        const auto reason = !fault.why.empty() ? frame_.tr(fault.why)
                            : runs             ? frame_.tr("plan.runs")
                                               : std::string_view{};
        const shell::ButtonLook main{.primary = true, .enabled = reason.empty(), .reason = reason, .padding = 12};
        const auto words = frame_.tr("plan.do");
        const float button = shell::button_width(ui_, words, main);
        const bool pressed = shell::button(ui_, "plan", words, {x, line.y0, x + button, line.y1}, main);
        if ((pressed || entered_) && reason.empty()) {
            const PlanWish wish = wish_of(form);
            asked_.push_back(
                desk::CheckRequest{desk::PlanCheck{wish.teams, wish.date, wish.from, wish.to, frame_.filter.county}});
        }
        if (!low_) return;
        const auto map = frame_.tr("plan.map");
        const float right = head.x1 - ui_.px(margin_px) - shell::chip_width(ui_, map);
        if (right > x + button && shell::chip(ui_, "map", map, state_.map_wanted, {right, line.y0 + ui_.px(5)}))
            state_.map_wanted = !state_.map_wanted;
    }

    /// What the plan covers, or how far the search is; and what can be saved of it. Gives the lower end.
    float draw_line(float y)
    {
        const float left = where_.x0 + ui_.px(margin_px);
        float right = where_.x1 - ui_.px(margin_px);
        if (state_.running != nullptr) {
            const auto done = state_.running->done.load(), total = state_.running->total.load();
            const bool stopping = state_.running->stop_requested();
            const std::string number =
                total > 0 ? frame_.tr("plan.found", {language::grouped(done), language::grouped(total)})
                          : std::string{};
            if (shell::progress(ui_, "planning", {left, y, right, y + ui_.px(shell::progress_height_px)},
                                {.what = frame_.tr(stopping ? "plan.stopping" : "plan.searching"),
                                 .number = number,
                                 .share = -1,
                                 .stop = stopping ? std::string_view{} : frame_.tr("plan.stop")}))
                asked_.push_back(desk::CheckRequest{desk::StopPlanning{}});
            ui_.pulse.frame_within(0.1);
            return y + ui_.px(shell::progress_height_px);
        }
        if (state_.planned == nullptr) return y;
        const auto save = [&](std::string_view id, std::string_view key, const desk::CheckRequest& wish) {
            const auto words = frame_.tr(key);
            const float width = shell::text_width(ui_, FontRole::label, words) + ui_.px(12);
            right -= width;
            if (shell::text_button(ui_, id, words, shell::rect_at(right, y + ui_.px(4), width, ui_.px(26)),
                                   FontRole::label))
                asked_.push_back(wish);
        };
        using enum desk::SheetForm;
        save("telephone", "plan.save.telephone", desk::SaveCheckSheets{telephone});
        save("workbook", "plan.save.workbook", desk::SaveCheckSheets{workbook});
        save("paper", "plan.save.paper", desk::SaveCheckSheets{paper});
        if (state_.planned->searched) save("reset", "plan.reset", desk::ResetStands{});
        shell::draw_text_fitted(
            ui_, {left, y, right - ui_.px(12), y + ui_.px(line_px)}, Align::left,
            {.font = FontRole::body_bold, .color = frame_.stale || is_older() ? ui_.theme.muted : ui_.theme.ink},
            is_older() ? frame_.tr("plan.older", {state_.line}) : state_.line);
        return y + ui_.px(line_px);
    }

    /// That there is no school on the day of the plan, else on the day of the form. Gives the lower end.
    float draw_no_school(float y)
    {
        const std::string text =
            state_.planned != nullptr
                ? state_.no_school
                : rules::no_school_text(frame_.derived.dossiers.school_days(), state_.form->date, frame_.language);
        if (text.empty()) return y;
        const Rect line{where_.x0 + ui_.px(margin_px), y, where_.x1 - ui_.px(margin_px), y + ui_.px(no_school_px)};
        shell::draw_text_fitted(ui_, line, Align::left, {.color = ui_.theme.rectify.text},
                                frame_.tr("plan.no_school", {text}));
        return line.y1;
    }

    /// Made of an earlier state of the register.
    [[nodiscard]] bool is_older() const
    {
        return state_.planned->dossiers->snapshot().generation != frame_.snapshot().generation;
    }

    void draw_empty(float y)
    {
        if (state_.running != nullptr) return;
        shell::draw_paragraph(ui_, {where_.x0 + ui_.px(margin_px), y + ui_.px(8)},
                              where_.width() - ui_.px(2 * margin_px), {.color = ui_.theme.muted},
                              frame_.tr("plan.none"), 22);
    }

    void draw_tables(Rect where)
    {
        if (!state_.unmet.empty()) {
            float x = where.x0 + ui_.px(margin_px);
            const float y = where.y0 + ui_.px(4);
            const auto chip = [&](std::string_view id, std::string_view key, std::size_t count, bool on) {
                const std::string words = std::string{frame_.tr(key)} + " " + language::grouped(count);
                const bool pressed = shell::chip(ui_, id, words, on, {x, y});
                x += shell::chip_width(ui_, words) + ui_.px(8);
                return pressed;
            };
            if (chip("stands", "plan.stands", state_.stands.size(), !state_.unmet_shown)) state_.unmet_shown = false;
            if (chip("unmet", "plan.unmet", state_.unmet.size(), state_.unmet_shown)) state_.unmet_shown = true;
            where.y0 += ui_.px(shell::chip_height_px + 10);
        }
        if (state_.unmet_shown)
            draw_unmet(where);
        else
            draw_stands(where);
    }

    void draw_stands(const Rect& where)
    {
        const auto heads = stand_heads(frame_.language);
        static constexpr std::array widths{88.0F, 170.0F, 210.0F, 84.0F, 150.0F, 260.0F};
        static constexpr std::array ranks{0, 0, 0, 1, 3, 2};
        std::vector<desk::CandidateColumn> made;
        for (std::size_t i = 0; i < heads.size(); ++i)
            made.push_back({{.id = std::to_string(i),
                             .head = heads[i],
                             .width = widths[i],
                             .grows = i == 5 || i == 2,
                             .sorts = false,
                             .align = i == 3 ? Align::right : Align::left},
                            i,
                            ranks[i]});
        const auto fitting = desk::fitting_columns(std::move(made), ui_, where.width());
        shell::TableRows rows;
        rows.count = state_.stands.size();
        rows.text = [&](std::size_t row, std::size_t column) { return state_.stands[row][fitting.of[column]]; };
        rows.draw = [&](const shell::TableCell& cell) { return draw_cell(cell, fitting.of[cell.column]); };
        rows.selected = chosen();
        rows.empty = frame_.tr("plan.no_stands");
        rows.faded = frame_.stale || is_older();
        const auto events = shell::table(ui_, "stands", where, fitting.heads, state_.stands_table, rows);
        if (events.opened)
            select(*events.opened, true);
        else if (events.selected)
            select(*events.selected, false);
    }

    /// The team's colour behind the number, and late stands in the colour of what must be put right.
    bool draw_cell(const shell::TableCell& cell, std::size_t column)
    {
        const PlannedStand& stand = state_.planned->plan.stands[cell.row];
        if (column == 0) {
            const shell::Point dot{cell.where.x0 + ui_.px(5), cell.where.middle().y};
            ui_.list().AddCircleFilled({dot.x, dot.y}, ui_.px.exact(5), team_color(stand.team));
            shell::draw_text_fitted(ui_, {dot.x + ui_.px(12), cell.where.y0, cell.where.x1, cell.where.y1}, Align::left,
                                    {.color = ui_.theme.ink}, state_.stands[cell.row][0]);
            return true;
        }
        if (column != 1 || stand.late_min == 0) return false;
        shell::draw_text_fitted(ui_, cell.where, Align::left,
                                {.font = FontRole::body_bold, .color = ui_.theme.rectify.text},
                                state_.stands[cell.row][1]);
        return true;
    }

    void draw_unmet(const Rect& where)
    {
        const auto heads = unmet_heads(frame_.language);
        static constexpr std::array widths{150.0F, 260.0F, 260.0F};
        std::vector<shell::TableColumn> columns;
        for (std::size_t i = 0; i < heads.size(); ++i)
            columns.push_back(
                {.id = std::to_string(i), .head = heads[i], .width = widths[i], .grows = i > 0, .sorts = false});
        shell::TableRows rows;
        rows.count = state_.unmet.size();
        rows.text = [&](std::size_t row, std::size_t column) { return state_.unmet[row][column]; };
        if (frame_.selection.what == desk::Selected::bus) {
            const auto& unmet = state_.planned->plan.unmet;
            const auto of = std::ranges::find(unmet, frame_.selection.key, &UnmetBus::registration_number);
            if (of != unmet.end()) rows.selected = static_cast<std::size_t>(of - unmet.begin());
        }
        rows.faded = frame_.stale || is_older();
        const auto events = shell::table(ui_, "unmet", where, columns, state_.unmet_table, rows);
        if (const auto row = events.opened ? events.opened : events.selected)
            asked_.push_back(desk::Select{{desk::Selected::bus, state_.planned->plan.unmet[*row].registration_number},
                                          events.opened.has_value()});
    }

    PlanState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    bool low_;
    bool entered_ = false;
    Requests asked_;
};

}  // namespace

Requests draw_plan_panel(PlanState& state, const Frame& frame, const Rect& where, bool low)
{
    refresh_form(state, frame);
    refresh_rows(state, frame);
    return Page(state, frame, where, low).draw();
}

}  // namespace xiaoan::checks
