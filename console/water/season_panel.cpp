#include "console/water/season_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/tooltip.hpp"
#include "console/water/place_view.hpp"
#include "console/water/risk_words.hpp"
#include "console/water/water_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace xiaoan::water {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float margin_px = 18, head_px = 30, strip_px = 26, holidays_px = 12, two_columns_px = 760, gap_px = 28;
constexpr float date_px = 26, least_table_px = 240;
constexpr std::size_t dates_told = 9;

/// The day compared with unless another is chosen: the last of the season before.
data::Date since_of(const SeasonState& state, const Frame& frame)
{
    return state.since.value_or(seasons_from(frame.derived.as_of, habits_of(frame.derived)).front().from -
                                std::chrono::days{1});
}

void refresh(SeasonState& state, const Frame& frame)
{
    const auto& derived = frame.derived;
    if (state.view && state.view_of == derived.snapshot && state.view_as_of == derived.as_of &&
        state.view_language == frame.language)
        return;
    state.view = season_view(derived.as_of, habits_of(frame.derived),
                             rules::school_holidays_of(derived.dossiers.judging().settings),
                             derived.snapshot->region->holidays, frame.language);
    state.view_of = derived.snapshot;
    state.view_as_of = derived.as_of;
    state.view_language = frame.language;
}

bool is_current(const SeasonState& state, const Frame& frame)
{
    return state.compared != nullptr && state.compared->now->is_of(frame.snapshot(), frame.derived.as_of) &&
           state.compared->comparison.since == since_of(state, frame);
}

void ask(SeasonState& state, const Frame& frame, Requests& asked)
{
    if (frame.stale || is_current(state, frame)) return;
    const data::Date since = since_of(state, frame);
    const desk::CompareWaters wish{since, word(season_of(since, habits_of(frame.derived)))};
    if (state.asked_of == frame.derived.snapshot && state.asked_as_of == frame.derived.as_of && state.asked == wish)
        return;
    state.asked_of = frame.derived.snapshot;
    state.asked_as_of = frame.derived.as_of;
    state.asked = wish;
    state.refused = false;
    asked.push_back(wish);
}

std::string measures_in(std::span<const std::string_view> of, const Frame& frame)
{
    std::string text;
    for (const auto measure : of) {
        const std::string one{frame.tr(fmt::format("brief.measure.{}", measure))};
        text = text.empty() ? one : frame.tr("brief.list", {text, one});
    }
    return text;
}

/// One drawing of the page.
class Page {
public:
    Page(SeasonState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where), view_(*state.view)
    {
    }

    Requests draw()
    {
        const float left = where_.x0 + ui_.px(margin_px), right = where_.x1 - ui_.px(margin_px);
        float y = draw_title(left, right, shell::region_origin().y + ui_.px(14));
        y = draw_year(left, right, y) + ui_.px(14);
        if (right - left < ui_.px(two_columns_px)) {
            y = draw_asks(left, right, y) + ui_.px(10);
            y = draw_ahead(left, right, y);
        } else {
            const float middle = std::round(left + (right - left - ui_.px(gap_px)) * 0.58F);
            const float a = draw_asks(left, middle, y);
            y = std::max(a, draw_ahead(middle + ui_.px(gap_px), right, y));
        }
        y = draw_comparison(left, right, y + ui_.px(14));
        shell::region_end(y + ui_.px(16));
        return std::move(asked_);
    }

private:
    float draw_title(float left, float right, float y)
    {
        const float height = shell::text_height(ui_, FontRole::heading);
        const float end =
            shell::draw_text(ui_, {left, y}, {.font = FontRole::heading, .color = ui_.theme.ink}, view_.title);
        const Rect rest{end + ui_.px(16), y, right, y + height};
        shell::draw_text_fitted(ui_, rest, Align::left, {.color = ui_.theme.muted}, view_.next);
        return y + height + ui_.px(12);
    }

    /// The year from this season on: seasons as a band, school holidays under it, the day shown as a line.
    float draw_year(float left, float right, float y)
    {
        const float width = right - left;
        const Rect band{left, y, right, y + ui_.px(strip_px)};
        for (const YearPart& part : view_.parts) {
            Rect box{std::round(left + part.from * width), band.y0, std::round(left + part.to * width), band.y1};
            if (part.part == CalendarPart::season) {
                shell::fill(ui_, box.inset(ui_.px.hair(), 0), part.running ? ui_.theme.rail_on : ui_.theme.track, 3);
                shell::draw_text_fitted(ui_, box.inset(ui_.px(8), 0), Align::left,
                                        {.font = part.running ? FontRole::body_bold : FontRole::label,
                                         .color = part.running ? ui_.theme.rail_on_ink : ui_.theme.second_ink},
                                        part.name);
                continue;
            }
            box.y0 = band.y1 + ui_.px(3);
            box.y1 = box.y0 + ui_.px(holidays_px) / (part.part == CalendarPart::public_holiday ? 2.0F : 1.0F);
            box.x1 = std::max(box.x1, box.x0 + ui_.px(3));
            const bool school = part.part == CalendarPart::school_holiday;
            if (!school) box = box.moved(0, ui_.px(holidays_px + 2));
            shell::fill(ui_, box, school ? ui_.theme.notice.line : ui_.theme.placeholder, 2);
            shell::tooltip(ui_, box, part.name);
        }
        const float today = std::round(left + view_.today * width);
        const float end = band.y1 + ui_.px(2 * holidays_px);
        const float stub = ui_.px(5);  // not across the band, whose names it would strike out
        shell::fill(ui_, {today, band.y0 - stub, today + ui_.px(2), band.y0 + stub}, ui_.theme.stop.line);
        shell::fill(ui_, {today, band.y1 - stub, today + ui_.px(2), end}, ui_.theme.stop.line);
        const Rect legend{left, end, right, end + ui_.px(20)};
        float x = left;
        const auto sample = [&](shell::Color color, std::string_view label) {
            shell::fill(ui_, shell::rect_at(x, legend.middle().y - ui_.px(4), ui_.px(14), ui_.px(8)), color, 2);
            x = shell::draw_text(ui_, {x + ui_.px(20), legend.y0 + ui_.px(2)},
                                 {.font = FontRole::label, .color = ui_.theme.muted}, label) +
                ui_.px(18);
        };
        sample(ui_.theme.stop.line, frame_.tr("season.legend.day", {data::iso(frame_.derived.as_of)}));
        sample(ui_.theme.notice.line, frame_.tr("season.legend.school"));
        sample(ui_.theme.placeholder, frame_.tr("season.legend.public"));
        return legend.y1;
    }

    float heading(std::string_view text, float left, float right, float y)
    {
        const Rect line{left, y, right, y + ui_.px(head_px)};
        shell::draw_text(ui_, line, Align::left, {.font = FontRole::body_bold, .color = ui_.theme.ink}, text);
        shell::hairline(ui_, left, right, line.y1 - ui_.px.hair(), ui_.theme.line);
        return line.y1 + ui_.px(8);
    }

    float draw_asks(float left, float right, float y)
    {
        y = heading(frame_.tr("season.asks"), left, right, y);
        const float label = ui_.px(frame_.language == language::Language::zh ? 52 : 96);
        for (const Asked& each : view_.asks) {
            shell::draw_text(ui_, {left, y}, {.font = FontRole::body_bold, .color = ui_.theme.muted}, each.of_whom);
            y += shell::draw_paragraph(ui_, {left + label, y}, right - left - label, {.color = ui_.theme.ink},
                                       each.text, 22) +
                 ui_.px(8);
        }
        return y;
    }

    float draw_ahead(float left, float right, float y)
    {
        y = heading(frame_.tr("season.ahead"), left, right, y);
        const float from = ui_.px(frame_.language == language::Language::zh ? 150 : 166);
        for (std::size_t i = 0; i < std::min(view_.ahead.size(), dates_told); ++i) {
            const DateAhead& each = view_.ahead[i];
            const Rect line{left, y, right, y + ui_.px(date_px)};
            shell::draw_text(ui_, line, Align::left, {.font = FontRole::label, .color = ui_.theme.muted}, each.from);
            shell::draw_text(ui_, line, Align::right, {.font = FontRole::label, .color = ui_.theme.muted}, each.when);
            const float when = shell::text_width(ui_, FontRole::label, each.when);
            const bool season = each.part == CalendarPart::season;
            shell::draw_text_fitted(ui_, Rect{left + from, line.y0, right - when - ui_.px(10), line.y1}, Align::left,
                                    {.font = season ? FontRole::body_bold : FontRole::body, .color = ui_.theme.ink},
                                    each.what);
            y = line.y1;
        }
        return y;
    }

    float draw_comparison(float left, float right, float y)
    {
        y = heading(frame_.tr("season.since"), left, right, y);
        ask(state_, frame_, asked_);
        const bool current = is_current(state_, frame_);
        y = draw_choice(left, right, y);
        if (!current) {
            const auto text = state_.refused ? frame_.tr("season.no_register", {data::iso(since_of(state_, frame_))})
                                             : std::string{frame_.tr("season.comparing")};
            return y + shell::draw_paragraph(ui_, {left, y}, right - left, {.color = ui_.theme.muted}, text, 22);
        }
        y = draw_turns(left, right, y);
        const float height = std::max(ui_.px(least_table_px), where_.y1 - y - ui_.px(16));
        draw_table({left, y, right, y + height});
        return y + height;
    }

    bool chip(std::string_view id, const std::string& label, bool on, float right, float y)
    {
        const float width = shell::chip_width(ui_, label);
        if (x_ + width > right) return false;
        const bool pressed = shell::chip(ui_, id, label, on, {x_, y});
        x_ += width + ui_.px(8);
        return pressed;
    }

    /// The day compared with, typed or by name.
    float draw_choice(float left, float right, float y)
    {
        using std::chrono::days;
        const shell::DateFieldLook look{.label = frame_.tr("season.since_day"),
                                        .earlier = frame_.tr("bar.day_earlier"),
                                        .later = frame_.tr("bar.day_later")};
        const float width = shell::date_field_width(ui_, look);
        shell::Day day = since_of(state_, frame_);
        if (shell::date_field(ui_, "since", day, state_.field, shell::rect_at(left, y, width, ui_.px(32)), look))
            state_.since = std::min(day, frame_.derived.as_of);
        x_ = left + width + ui_.px(12);
        const float top = y + ui_.px(5);
        if (chip("season before", std::string{frame_.tr("season.before")}, !state_.since, right, top))
            state_.since.reset();
        const std::chrono::year_month_day now{frame_.derived.as_of};
        const std::chrono::year_month_day year_ago{now.year() - std::chrono::years{1}, now.month(), now.day()};
        const data::Date then = year_ago.ok() ? data::Date{year_ago} : data::Date{frame_.derived.as_of - days{366}};
        if (chip("year before", std::string{frame_.tr("season.year_before")}, state_.since == then, right, top))
            state_.since = then;
        return y + ui_.px(42);
    }

    /// How many are worse, new, better; each narrows the table.
    float draw_turns(float left, float right, float y)
    {
        const Comparison& of = state_.compared->comparison;
        x_ = left;
        for (std::size_t i = 0; i < turn_words.size(); ++i) {
            const auto turn = static_cast<Turn>(i);
            const bool on = state_.turn == turn;
            const std::string label = std::string{frame_.tr(fmt::format("brief.turn.{}", turn_words[i]))} + " " +
                                      language::grouped(of.count(turn));
            if (chip(turn_words[i], label, on, right, y)) state_.turn = on ? std::nullopt : std::optional{turn};
        }
        if (chip("still lacking", frame_.tr("season.still_lacking", {language::grouped(of.still_lacking())}),
                 state_.still_lacking, right, y))
            state_.still_lacking = !state_.still_lacking;
        return y + ui_.px(30);
    }

    [[nodiscard]] std::vector<const WaterTurn*> rows() const
    {
        std::vector<const WaterTurn*> rows;
        const auto county = frame_.filter.county;
        for (const WaterTurn& each : state_.compared->comparison.turns) {
            if (state_.turn && each.turn != *state_.turn) continue;
            if (state_.still_lacking && each.standing.empty()) continue;
            if (county.given() && each.water->county != county) continue;
            rows.push_back(&each);
        }
        return rows;
    }

    [[nodiscard]] std::string cell(const WaterTurn& turn, std::size_t column) const
    {
        const auto both = [](const WaterTurn& of, int Standing::* member) {
            const auto side = [&](const auto& at) { return at ? std::to_string((*at).*member) : std::string{"–"}; };
            return fmt::format("{} → {}", side(of.then), side(of.now));
        };
        switch (column) {
        case 0:
            return std::string{
                frame_.tr(fmt::format("brief.turn.{}", turn_words[static_cast<std::size_t>(turn.turn)]))};
        case 1: return water_name(*turn.water, frame_.language);
        case 2: return rules::county_name(frame_.snapshot(), turn.water->county, frame_.language);
        case 3: return both(turn, &Standing::base);
        case 4: return both(turn, &Standing::score);
        case 5: return measures_in(turn.closed, frame_);
        case 6: return measures_in(turn.opened, frame_);
        default: break;
        }
        return measures_in(turn.standing, frame_);
    }

    void draw_table(const Rect& where)
    {
        static constexpr std::array heads{"risks.turn",           "risks.name",   "risks.county", "risks.base_then_now",
                                          "risks.score_then_now", "risks.closed", "risks.opened", "risks.standing"};
        static constexpr std::array<float, heads.size()> widths{90, 180, 110, 100, 100, 170, 150, 190};
        static constexpr std::array ranks{0, 0, 2, 0, 1, 0, 0, 0};
        std::vector<desk::CandidateColumn> all;
        for (std::size_t i = 0; i < heads.size(); ++i)
            all.push_back({{.id = heads[i],
                            .head = std::string{frame_.tr(heads[i])},
                            .width = widths[i],
                            .grows = i == 1 || i == 7,
                            .sorts = false,
                            .align = i == 3 || i == 4 ? Align::right : Align::left},
                           i,
                           ranks[i]});
        const auto fitting = desk::fitting_columns(std::move(all), ui_, where.width());
        const auto shown = rows();
        const std::string empty{frame_.tr("season.none_shown")};
        shell::TableRows table;
        table.count = shown.size();
        for (std::size_t i = 0; i < shown.size() && frame_.selection.what == desk::Selected::water; ++i)
            if (shown[i]->water->code == frame_.selection.key) table.selected = i;
        table.text = [&](std::size_t row, std::size_t column) { return cell(*shown[row], fitting.of[column]); };
        table.empty = empty;
        const auto events = shell::table(ui_, "turns", where, fitting.heads, state_.table, table);
        if (const auto row = events.opened ? events.opened : events.selected)
            asked_.push_back(
                desk::Select{{desk::Selected::water, shown[*row]->water->code}, events.opened.has_value()});
    }

    SeasonState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    const SeasonView& view_;
    float x_ = 0;
    Requests asked_;
};

}  // namespace

Requests draw_season_panel(SeasonState& state, const Frame& frame, const Rect& where)
{
    refresh(state, frame);
    return Page(state, frame, where).draw();
}

void take(SeasonState& state, std::shared_ptr<const ComparedWaters> compared)
{
    state.compared = std::move(compared);
    state.refused = false;
}

void take_refusal(SeasonState& state)
{
    state.compared = nullptr;
    state.refused = true;
}

}  // namespace xiaoan::water
