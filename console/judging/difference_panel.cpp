#include "console/judging/difference_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/desk/severity.hpp"
#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "data/register/moment.hpp"

namespace xiaoan::judging {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float head_px = 42, margin_px = 14;
constexpr std::array<int, 3> usual_days{1, 7, 30};
constexpr std::array<std::string_view, 3> change_keys{"difference.fresh", "difference.gone", "difference.still"};

Against wanted_against(const DifferenceState& state, const Frame& frame)
{
    const data::Date day = frame.derived.as_of - std::chrono::days{state.days_back};
    // As it was known at the end of that day: the same as-of date there, so that both sides differ in one thing.
    if (state.as_known) return {frame.derived.as_of, data::moment_from_iso(data::iso(day))};
    return {day, std::nullopt};
}

/// The comparison belongs to what is shown.
bool is_current(const DifferenceState& state, const Frame& frame)
{
    return state.shown != nullptr && state.shown->now.get() == &frame.derived &&
           state.shown->against == wanted_against(state, frame);
}

void ask(DifferenceState& state, const Frame& frame, Requests& asked)
{
    if (frame.stale || is_current(state, frame)) return;
    const DifferenceState::Asked wish{frame.derived.snapshot, frame.derived.as_of, wanted_against(state, frame)};
    if (state.asked == wish) return;
    state.asked = wish;
    asked.push_back(desk::Compare{wish.against.as_of, wish.against.known_at});
}

void refresh(DifferenceState& state, const Frame& frame)
{
    if (state.shown == nullptr) return;
    const DifferenceState::Basis wanted{state.shown, {frame.filter.county, state.change, state.gaps}};
    const bool vehicle = frame.selection.what == desk::Selected::bus || frame.selection.what == desk::Selected::suspect;
    const std::string number = vehicle ? frame.selection.key : std::string{};
    if (state.basis == wanted && state.selected_vehicle == number) return;
    state.counts = compared_counts(*state.shown, wanted.filter.county);
    state.rows = compared(*state.shown, wanted.filter);
    state.selected.reset();
    for (std::size_t i = 0; i < state.rows.size() && !state.selected && !number.empty(); ++i)
        if (vehicle_of(*state.shown, state.change, state.rows[i]) == number) state.selected = i;
    state.selected_vehicle = number;
    state.basis = wanted;
}

/// One drawing of the head: where the next part goes.
class Head {
public:
    Head(DifferenceState& state, const Frame& frame, const Rect& where)
        : state_(state),
          frame_(frame),
          ui_(frame.ui),
          where_(where),
          x_(where.x0 + ui_.px(margin_px)),
          end_(where.x1 - ui_.px(margin_px))
    {
    }

    void draw(Requests& asked)
    {
        draw_right_end(asked);
        draw_day();
        for (const int days : usual_days) {
            const auto label = frame_.tr("difference.days_back", {std::to_string(days)});
            if (chip("back " + std::to_string(days), label, state_.days_back == days)) state_.days_back = days;
        }
        if (chip("known", std::string{frame_.tr("difference.as_known")}, state_.as_known))
            state_.as_known = !state_.as_known;
    }

    /// The lists by name and number.
    void draw_lists()
    {
        for (std::size_t i = 0; i < change_keys.size(); ++i) {
            const std::string label =
                std::string{frame_.tr(change_keys[i])} + " " + language::grouped(state_.counts[i]);
            const auto change = static_cast<Change>(i);
            if (chip(change_keys[i], label, state_.change == change && !state_.gaps)) {
                state_.change = change;
                state_.gaps = false;
            }
        }
        if (chip("gaps", std::string{frame_.tr("difference.gaps")}, state_.gaps)) state_.gaps = !state_.gaps;
    }

private:
    bool chip(std::string_view id, const std::string& label, bool on)
    {
        const float width = shell::chip_width(ui_, label);
        if (x_ + width > end_) return false;
        const bool pressed = shell::chip(ui_, id, label, on, {x_, where_.y0 + ui_.px(10)});
        x_ += width + ui_.px(8);
        return pressed;
    }

    void draw_right_end(Requests& asked)
    {
        const auto label = frame_.tr("list.workbook");
        const float width = shell::text_width(ui_, FontRole::label, label) + ui_.px(12);
        if (shell::text_button(ui_, "workbook", label,
                               shell::rect_at(end_ - width, where_.y0 + ui_.px(8), width, ui_.px(26)),
                               FontRole::label) &&
            state_.shown != nullptr)
            asked.push_back(desk::SaveWorkbook{desk::Page::difference});
        end_ -= width + ui_.px(12);
    }

    void draw_day()
    {
        shell::Day day = frame_.derived.as_of - std::chrono::days{state_.days_back};
        const shell::DateFieldLook look{.label = frame_.tr("difference.against"),
                                        .earlier = frame_.tr("bar.day_earlier"),
                                        .later = frame_.tr("bar.day_later")};
        const float width = shell::date_field_width(ui_, look);
        if (x_ + width > end_) return;
        if (shell::date_field(ui_, "day", day, state_.field,
                              shell::rect_at(x_, where_.y0 + ui_.px(5), width, ui_.px(shell::bar_height_px)), look))
            state_.days_back = static_cast<int>((frame_.derived.as_of - day).count());
        x_ += width + ui_.px(12);
    }

    DifferenceState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    float x_, end_;
};

void draw_table(DifferenceState& state, const Frame& frame, const Rect& where, Requests& asked)
{
    static constexpr std::array<float, compared_columns> widths{84, 122, 104, 220, 112, 96, 150};
    static constexpr std::array ranks{1, 0, 2, 0, 3, 0, 4};
    const auto& ui = frame.ui;
    const auto heads = compared_heads(frame.language);
    std::vector<desk::CandidateColumn> candidates;
    for (std::size_t i = 0; i < compared_columns; ++i)
        candidates.push_back({{.id = std::to_string(i),
                               .head = heads[i],
                               .width = widths[i],
                               .grows = i == 3,
                               .sorts = false,
                               .align = i == 5 ? Align::right : Align::left},
                              i,
                              ranks[i]});
    const auto shown = desk::fitting_columns(std::move(candidates), ui, where.width());
    const bool current = is_current(state, frame);
    const std::string against = data::iso(wanted_against(state, frame).as_of);
    std::string empty{frame.tr("difference.working")};
    if (state.shown != nullptr && current)
        empty = frame.tr(state.as_known ? "difference.none_known" : "difference.none", {against});
    shell::TableRows rows;
    rows.count = state.shown != nullptr ? state.rows.size() : 0;
    rows.text = [&](std::size_t row, std::size_t column) {
        return compared_row(*state.shown, state.change, state.rows[row], frame.language)[shown.of[column]];
    };
    rows.draw = [&](const shell::TableCell& cell) {
        if (shown.of[cell.column] != 0) return false;
        const rules::Severity severity = severity_of(state.rows[cell.row]);
        shell::severity_shape(ui, {cell.where.x0 + ui.px(6), cell.where.middle().y}, desk::shown_severity(severity));
        shell::draw_text_fitted(ui, Rect{cell.where.x0 + ui.px(18), cell.where.y0, cell.where.x1, cell.where.y1},
                                Align::left, {.color = ui.theme.ink},
                                frame.tr("severity." + std::string{data::word(severity)}));
        return true;
    };
    rows.selected = state.selected;
    rows.empty = empty;
    rows.faded = !current;
    const auto events = shell::table(ui, "difference", where, shown.heads, state.table, rows);
    const auto row = events.opened ? events.opened : events.selected;
    if (!row) return;
    const ComparedRow& chosen = state.rows[*row];
    const auto what = chosen.stranger != nullptr ? desk::Selected::suspect : desk::Selected::bus;
    asked.push_back(desk::Select{{what, vehicle_of(*state.shown, state.change, chosen)}, events.opened.has_value()});
}

}  // namespace

Requests draw_difference_panel(DifferenceState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const auto& ui = frame.ui;
    refresh(state, frame);
    const Rect first{where.x0, where.y0, where.x1, where.y0 + ui.px(head_px)};
    Head(state, frame, first).draw(asked);
    const Rect second = first.moved(0, ui.px(head_px - 6));
    Head(state, frame, second).draw_lists();
    ask(state, frame, asked);
    refresh(state, frame);  // as the chips stand now: a row drawn belongs to its list
    draw_table(state, frame, {where.x0, second.y1, where.x1, where.y1}, asked);
    return asked;
}

void take(DifferenceState& state, std::shared_ptr<const Comparison> found)
{
    state.shown = std::move(found);
}

void take_refusal(DifferenceState& state)
{
    state.as_known = false;
}

}  // namespace xiaoan::judging
