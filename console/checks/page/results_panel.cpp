#include "console/checks/page/results_panel.hpp"

#include "console/language/wording.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/choice.hpp"
#include "console/shell/widgets/field.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::checks {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float margin_px = 14, field_px = 30, pitch_px = 38, gap_px = 10, chip_pitch_px = 28, least_table_px = 190;

void begin(ResultsState& state, const Frame& frame)
{
    if (state.day) return;
    state.day = frame.derived.as_of;
    state.to = frame.derived.as_of;
    state.focus_vehicle = true;
}

void refresh(ResultsState& state, const Frame& frame)
{
    if (!state.from && state.all != nullptr) {
        state.from = *state.to;
        for (const data::CheckedVehicle& each : *state.all) state.from = std::min(*state.from, each.held_on);
    }
    const ResultsState::Basis wanted{state.all, frame.derived.snapshot, *state.day,    state.from.value_or(*state.to),
                                     *state.to, frame.filter.county,    frame.language};
    if (state.all == nullptr || state.basis == wanted) return;
    state.basis = wanted;
    const auto& snapshot = *wanted.snapshot;
    const auto of_day =
        check_list(*state.all, snapshot, {.from = wanted.day, .to = wanted.day, .county = wanted.county});
    state.rows = result_rows(of_day, snapshot, wanted.language);
    const auto listed =
        check_list(*state.all, snapshot, {.from = wanted.from, .to = wanted.to, .county = wanted.county});
    state.numbers = campaign_numbers(campaign(listed, snapshot, wanted.from, wanted.to), wanted.language);
}

/// One drawing of the page: where the next part goes.
class Page {
public:
    Page(ResultsState& state, const Frame& frame, const Rect& where)
        : state_(state),
          frame_(frame),
          ui_(frame.ui),
          left_(where.x0 + ui_.px(margin_px)),
          right_(where.x1 - ui_.px(margin_px)),
          where_(where),
          y_(shell::region_origin().y + ui_.px(8))
    {
    }

    Requests draw()
    {
        const float top = shell::region_origin().y;
        draw_check();
        draw_codes();
        draw_measures();
        draw_record();
        draw_said();
        draw_campaign();
        const float height = std::max(ui_.px(least_table_px), where_.height() - (y_ - top));
        draw_table({where_.x0, y_, where_.x1, y_ + height});
        shell::region_end(y_ + height);
        return std::move(asked_);
    }

private:
    [[nodiscard]] Rect line() const { return {left_, y_, right_, y_ + ui_.px(field_px)}; }
    void next() { y_ += ui_.px(pitch_px); }

    /// Words before a field; gives where the field begins. Where the line is full, in the next one.
    float label(float x, std::string_view key, float field_width)
    {
        const auto words = frame_.tr(key);
        const float width = shell::text_width(ui_, FontRole::label, words) + ui_.px(6);
        if (x > left_ && x + width + field_width > right_) {
            next();
            x = left_;
        }
        shell::draw_text(ui_, Rect{x, y_, right_, line().y1}, Align::left,
                         {.font = FontRole::label, .color = ui_.theme.muted}, words);
        return x + width;
    }
    float input(std::string_view key, std::string& text, float x, float width_px, bool wrong = false,
                bool take_focus = false, std::string_view hint = {})
    {
        const float width = ui_.px(width_px);
        x = label(x, key, width);
        const Rect field{x, y_, std::min(x + width, right_), line().y1};
        entered_ |=
            shell::text_input(ui_, key, text, field, {.hint = hint, .take_focus = take_focus, .wrong = wrong}).entered;
        return field.x1 + ui_.px(gap_px);
    }
    float date(std::string_view key, data::Date& day, shell::DateFieldState& field, float x)
    {
        const shell::DateFieldLook look{
            .label = frame_.tr(key), .earlier = frame_.tr("bar.day_earlier"), .later = frame_.tr("bar.day_later")};
        const float width = shell::date_field_width(ui_, look);
        if (x > left_ && x + width > right_) {
            next();
            x = left_;
        }
        (void)shell::date_field(ui_, key, day, field, {x, y_, x + width, line().y1}, look);
        return x + width + ui_.px(gap_px);
    }

    /// Who was looked at, when and where.
    void draw_check()
    {
        ResultForm& form = state_.form;
        float x = date("result.day", *state_.day, state_.day_field, left_);
        x = input("result.team", form.team, x, 44, form.team.empty());
        x = input("suspects.number", form.vehicle, x, 128, false, std::exchange(state_.focus_vehicle, false));
        const std::array segments{shell::Segment{frame_.tr("result.met_yes"), form.met},
                                  shell::Segment{frame_.tr("result.met_no"), !form.met}};
        const float wide = ui_.px(132);
        if (x + wide > right_) {
            next();
            x = left_;
        }
        if (const auto picked = shell::segments(ui_, "met", segments, {x, y_, x + wide, line().y1}))
            form.met = *picked == 0;
        x += wide + ui_.px(gap_px);
        x = input("result.time", form.time, x, 62, !form.time.empty() && fault_of(form) == "result.fault.time");
        x = input("result.counted", form.counted, x, 52);
        x = input("result.pupils", form.pupils, x, 52);
        (void)input("checks.place", form.place, x, 200);
        next();
    }

    /// The choices of a list as numbered chips; a press on one writes or takes out its number.
    void draw_chips(std::string_view list, std::string& text, std::string* other)
    {
        const auto of = choices(list);
        const auto chosen = picked(list, text).value_or(std::vector<std::size_t>{});
        const auto denied = other != nullptr ? picked(list, *other).value_or(std::vector<std::size_t>{}) : chosen;
        float x = left_;
        for (std::size_t i = 0; i < of.size(); ++i) {
            const bool on = std::ranges::binary_search(chosen, i);
            const bool not_so = other != nullptr && std::ranges::binary_search(denied, i);
            std::string words = std::to_string(i + 1) + " " + std::string{of[i].in(frame_.language)};
            if (not_so) words = "✕ " + words;
            const float width = shell::chip_width(ui_, words);
            if (x > left_ && x + width > right_) {
                x = left_;
                y_ += ui_.px(chip_pitch_px);
            }
            if (shell::chip(ui_, std::string{list} + std::to_string(i), words, on, {x, y_})) {
                std::string& of_press = other != nullptr && state_.clears ? *other : text;
                of_press = toggled(list, of_press, i);
            }
            x += width + ui_.px(6);
        }
        y_ += ui_.px(chip_pitch_px + 4);
    }

    void draw_codes()
    {
        ResultForm& form = state_.form;
        float x = input("result.found", form.found, left_, 150, !picked("codes", form.found), false,
                        frame_.tr("result.numbers"));
        x = input("result.cleared_codes", form.cleared, x, 120, !picked("codes", form.cleared), false,
                  frame_.tr("result.numbers"));
        const std::array segments{shell::Segment{frame_.tr("result.press_found"), !state_.clears},
                                  shell::Segment{frame_.tr("result.press_cleared"), state_.clears}};
        const float wide = ui_.px(frame_.language == language::Language::zh ? 212 : 228);
        if (x + wide <= right_)
            if (const auto picked = shell::segments(ui_, "press", segments, {x, y_, x + wide, line().y1}))
                state_.clears = *picked == 1;
        next();
        draw_chips("codes", form.found, &form.cleared);
    }

    void draw_measures()
    {
        ResultForm& form = state_.form;
        (void)input("result.measures", form.measures, left_, 150, !picked("measures", form.measures), false,
                    frame_.tr("result.numbers"));
        next();
        draw_chips("measures", form.measures, nullptr);
        float x =
            input("result.handed_to", form.handed_to, left_, 52, !picked("departments", form.handed_to), false, "1–5");
        std::string names;
        for (std::size_t i = 0; i < choices("departments").size(); ++i)
            names += (i == 0 ? "" : "  ") + std::to_string(i + 1) + " " +
                     std::string{choices("departments")[i].in(frame_.language)};
        const float width = std::min(shell::text_width(ui_, FontRole::label, names), right_ - x);
        shell::draw_text_fitted(ui_, Rect{x, y_, x + width, line().y1}, Align::left,
                                {.font = FontRole::label, .color = ui_.theme.muted}, names);
        x += width + ui_.px(gap_px);
        (void)input("result.document", form.document, x, 170);
        next();
    }

    void draw_record()
    {
        ResultForm& form = state_.form;
        const auto fault = fault_of(form);
        const auto reason = frame_.known_at    ? frame_.why_read_only()
                            : state_.recording ? frame_.tr("result.recording")
                            : fault.empty()    ? std::string_view{}
                                               : frame_.tr(fault);
        const shell::ButtonLook main{.primary = true, .enabled = reason.empty(), .key_hint = "Enter", .reason = reason};
        const auto words = frame_.tr("result.record");
        const float button = shell::button_width(ui_, words, main);
        const shell::ButtonLook plain{.enabled = !frame_.known_at, .reason = frame_.why_read_only(), .padding = 12};
        const auto read = frame_.tr("result.read_back");
        const float second = shell::button_width(ui_, read, plain);
        const float x = input("result.note", form.note, left_,
                              std::max(120.0F, (right_ - left_ - button - second) / ui_.px.factor - 140));
        const bool pressed = shell::button(ui_, "record", words, {x, y_, x + button, line().y1}, main);
        if ((pressed || entered_) && reason.empty()) {
            state_.recording = true;
            asked_.push_back(desk::CheckRequest{
                desk::RecordChecked{*state_.day, check_of(form, *state_.day), form.vehicle, answers_of(form)}});
        }
        const float at = right_ - second;
        if (at > x + button && shell::button(ui_, "read", read, {at, y_, right_, line().y1}, plain))
            asked_.push_back(desk::CheckRequest{desk::ChooseCheckFiles{}});
        next();
    }

    void draw_said()
    {
        constexpr std::size_t most = 6;
        for (std::size_t i = 0; i < state_.said.size() && i < most; ++i)
            y_ += shell::draw_paragraph(
                ui_, {left_, y_}, right_ - left_,
                {.font = FontRole::label, .color = state_.said_why_not ? ui_.theme.stop.text : ui_.theme.second_ink},
                state_.said[i], 20);
        if (!state_.said.empty()) y_ += ui_.px(4);
    }

    /// The numbers of a campaign side by side, with the days they are of.
    void draw_campaign()
    {
        shell::hairline(ui_, where_.x0, where_.x1, y_, ui_.theme.line);
        y_ += ui_.px(8);
        if (!state_.from || state_.all == nullptr) return;
        float x = left_;
        const auto title = frame_.tr("campaign.title");
        shell::draw_text(ui_, line(), Align::left, {.font = FontRole::body_bold, .color = ui_.theme.ink}, title);
        x += shell::text_width(ui_, FontRole::body_bold, title) + ui_.px(12);
        x = date("result.from", *state_.from, state_.from_field, x);
        x = date("result.to", *state_.to, state_.to_field, x);
        const auto save = frame_.tr("result.save_report");
        const float width = shell::text_width(ui_, FontRole::label, save) + ui_.px(12);
        if (x + width > right_) {
            next();
            x = left_;
        }
        if (shell::text_button(ui_, "report", save, {right_ - width, y_ + ui_.px(2), right_, line().y1 - ui_.px(2)},
                               FontRole::label))
            asked_.push_back(
                desk::CheckRequest{desk::SaveCampaign{*state_.from, *state_.to, frame_.filter.county, {}}});
        next();
        const float room = (right_ - left_) / static_cast<float>(std::max<std::size_t>(state_.numbers.size(), 1));
        const bool two_rows = room < ui_.px(92);
        const std::size_t in_row = two_rows ? (state_.numbers.size() + 1) / 2 : state_.numbers.size();
        const float cell = (right_ - left_) / static_cast<float>(std::max<std::size_t>(in_row, 1));
        for (std::size_t i = 0; i < state_.numbers.size(); ++i) {
            const float at = left_ + cell * static_cast<float>(i % in_row);
            if (i > 0 && i % in_row == 0) y_ += ui_.px(46);
            shell::draw_text_fitted(ui_, {at, y_, at + cell - ui_.px(8), y_ + ui_.px(22)}, Align::left,
                                    {.font = FontRole::title, .color = ui_.theme.ink}, state_.numbers[i].value);
            shell::draw_text_fitted(ui_, {at, y_ + ui_.px(22), at + cell - ui_.px(8), y_ + ui_.px(40)}, Align::left,
                                    {.font = FontRole::small, .color = ui_.theme.muted}, state_.numbers[i].label);
        }
        y_ += ui_.px(48);
    }

    void draw_table(const Rect& where)
    {
        const auto heads = result_heads(frame_.language);
        static constexpr std::array widths{128.0F, 130.0F, 110.0F, 80.0F, 80.0F, 240.0F};
        std::vector<shell::TableColumn> columns;
        for (std::size_t i = 0; i < heads.size(); ++i)
            columns.push_back({.id = std::to_string(i),
                               .head = heads[i],
                               .width = widths[i],
                               .grows = i + 1 == heads.size(),
                               .sorts = false});
        shell::TableRows rows;
        rows.count = state_.rows.size();
        rows.text = [&](std::size_t row, std::size_t column) { return state_.rows[row].cells[column]; };
        if (frame_.selection.what == desk::Selected::checked)
            for (std::size_t i = 0; i < state_.rows.size(); ++i)
                if (state_.rows[i].key == frame_.selection.key) rows.selected = i;
        const std::string empty = frame_.tr("result.none", {data::iso(*state_.day)});
        rows.empty = empty;
        rows.faded = frame_.stale || state_.generation != frame_.snapshot().generation;
        const auto events = shell::table(ui_, "results", where, columns, state_.table, rows);
        if (const auto row = events.opened ? events.opened : events.selected)
            asked_.push_back(desk::Select{{desk::Selected::checked, state_.rows[*row].key}, false});
    }

    ResultsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    float left_, right_;
    Rect where_;
    float y_;
    bool entered_ = false;
    Requests asked_;
};

}  // namespace

Requests draw_results_panel(ResultsState& state, const Frame& frame, const Rect& where)
{
    begin(state, frame);
    Requests asked;
    const std::uint64_t generation = frame.snapshot().generation;
    if ((state.all == nullptr || state.generation != generation) && state.asked_for != generation && !frame.stale) {
        state.asked_for = generation;
        asked.push_back(desk::CheckRequest{desk::ListChecks{}});
    }
    refresh(state, frame);
    for (auto& wish : Page(state, frame, where).draw()) asked.push_back(std::move(wish));
    return asked;
}

void take_checks(ResultsState& state, std::shared_ptr<const std::vector<data::CheckedVehicle>> all,
                 std::uint64_t generation)
{
    state.all = std::move(all);
    state.generation = generation;
}

void take_recorded(ResultsState& state, bool typed, std::vector<std::string> lines)
{
    state.said = std::move(lines);
    state.said_why_not = false;
    if (!typed) return;
    state.recording = false;
    state.form = next_form(state.form);
    state.focus_vehicle = true;
}

void take_refusal(ResultsState& state, std::string why)
{
    state.recording = false;
    state.said = {std::move(why)};
    state.said_why_not = true;
}

}  // namespace xiaoan::checks
