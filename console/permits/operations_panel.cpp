#include "console/permits/operations_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace xiaoan::permits {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float margin_px = 18, head_px = 30, two_columns_px = 760, chart_px = 190, gap_px = 28, scroll_bar_px = 12;

std::string number(std::int64_t count)
{
    return language::grouped(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
}

/// One drawing of the page: where the next part goes.
class Page {
public:
    Page(OperationsState& state, const Frame& frame, const Rect& where)
        : state_(state),
          frame_(frame),
          ui_(frame.ui),
          where_(where),
          now_(operations_in(state.counted->over_time.back(), frame.filter.county))
    {
    }

    Requests draw()
    {
        const float left = where_.x0 + ui_.px(margin_px), right = where_.x1 - ui_.px(margin_px);
        float y = draw_title(left, right, shell::region_origin().y + ui_.px(14));
        if (now_.buses() == 0 && now_.pupils_needing == 0) {
            y += shell::draw_paragraph(ui_, {left, y}, right - left, {.color = ui_.theme.muted},
                                       frame_.tr("operations.none"), 22);
            y += ui_.px(12);
        } else if (right - left < ui_.px(two_columns_px)) {
            y = draw_kinds(left, right, y) + ui_.px(14);
            y = draw_seats(left, right, y) + ui_.px(14);
            y = draw_over_time(left, right, y) + ui_.px(14);
        } else {
            const float middle = std::round((left + right - ui_.px(gap_px)) / 2);
            float a = draw_kinds(left, middle, y) + ui_.px(14);
            a = draw_seats(left, middle, a);
            const float b = draw_over_time(middle + ui_.px(gap_px), right, y);
            y = std::max(a, b) + ui_.px(14);
        }
        y = draw_table(left, right, y);
        shell::region_end(y + ui_.px(16));
        return std::move(asked_);
    }

private:
    float draw_title(float left, float right, float y)
    {
        const auto label = frame_.tr("list.workbook");
        const float width = shell::text_width(ui_, FontRole::label, label) + ui_.px(12);
        if (shell::text_button(ui_, "workbook", label, shell::rect_at(right - width, y, width, ui_.px(26)),
                               FontRole::label))
            asked_.push_back(desk::SaveWorkbook{desk::Page::operations});
        const auto county = frame_.filter.county;
        const std::string place = county.given() ? rules::county_name(frame_.snapshot(), county, frame_.language)
                                                 : std::string{frame_.tr("operations.city")};
        const std::string line =
            frame_.tr("operations.line", {place, data::iso(frame_.derived.as_of), number_of(now_.buses()),
                                          number_of(now_.buses_without_riders), number_of(now_.schools_without_need)});
        return y + ui_.px(4) +
               shell::draw_paragraph(ui_, {left, y + ui_.px(2)}, right - left - width - ui_.px(20),
                                     {.font = FontRole::label, .color = ui_.theme.muted}, line, 20) +
               ui_.px(12);
    }

    static std::string number_of(std::size_t count) { return language::grouped(count); }

    float heading(std::string_view key, float left, float right, float y)
    {
        const Rect line{left, y, right, y + ui_.px(head_px)};
        shell::draw_text(ui_, line, Align::left, {.font = FontRole::body_bold, .color = ui_.theme.ink}, frame_.tr(key));
        shell::hairline(ui_, left, right, line.y1 - ui_.px.hair(), ui_.theme.line);
        return line.y1 + ui_.px(6);
    }

    /// Buses by kind of operator, those run as a company in one colour.
    float draw_kinds(float left, float right, float y)
    {
        static constexpr std::array keys{"operations.unknown",
                                         "word.operator.kind.company",
                                         "word.operator.kind.public_bus",
                                         "word.operator.kind.school_bus_unit",
                                         "word.operator.kind.school",
                                         "word.operator.kind.individual"};
        y = heading("operations.by_kind", left, right, y);
        std::vector<shell::Bar> bars;
        for (std::size_t kind = 1; kind < operator_kinds; ++kind)
            bars.push_back(bar_of(keys[kind], now_.by_kind[kind], kind <= 3));
        if (now_.by_kind[0].buses > 0) bars.push_back(bar_of(keys[0], now_.by_kind[0], false));
        return y + shell::bars(ui_, {left, y}, right - left, bars);
    }

    [[nodiscard]] shell::Bar bar_of(std::string_view key, const RunBy& of, bool company) const
    {
        return {.label = std::string{frame_.tr(key)},
                .value = frame_.tr("operations.buses_riders", {number_of(of.buses), number(of.riders)}),
                .amount = static_cast<double>(of.buses),
                .color = shell::chart_colors[company ? 0 : 4]};
    }

    /// Who needs a ride, who has one, and the seats there are.
    float draw_seats(float left, float right, float y)
    {
        y = heading("operations.need", left, right, y);
        const auto bar = [&](std::string_view key, std::int64_t amount, std::size_t color) {
            return shell::Bar{.label = std::string{frame_.tr(key)},
                              .value = number(amount),
                              .amount = static_cast<double>(amount),
                              .color = shell::chart_colors[color]};
        };
        const std::array bars{bar("operations.needing", now_.pupils_needing, 3),
                              bar("operations.riders", now_.riders(), 1), bar("operations.seats", now_.seats, 2)};
        return y + shell::bars(ui_, {left, y}, right - left, bars);
    }

    float draw_over_time(float left, float right, float y)
    {
        y = heading("operations.over_time", left, right, y);
        shell::Line company{.label = std::string{frame_.tr("operations.company_run")}, .color = shell::chart_colors[0]};
        shell::Line purchased{
            .label = std::string{frame_.tr("operations.purchased")}, .color = shell::chart_colors[1], .square = true};
        std::vector<std::string> steps;
        for (const Operations& then : state_.counted->over_time) {
            const CountyOperations of = operations_in(then, frame_.filter.county);
            const auto share = [&](std::size_t part) {
                return of.buses() == 0 ? std::optional<double>{}
                                       : std::optional{static_cast<double>(part) / static_cast<double>(of.buses())};
            };
            company.shares.push_back(share(of.company_run()));
            purchased.shares.push_back(share(of.purchased));
            company.last = data::plain_text(data::Share{of.company_run(), of.buses()});
            purchased.last = data::plain_text(data::Share{of.purchased, of.buses()});
            steps.push_back(data::iso(then.as_of).substr(0, 7));
        }
        const std::array lines{std::move(company), std::move(purchased)};
        const Rect chart{left, y, right, y + ui_.px(chart_px)};
        shell::line_chart(ui_, chart, lines, steps);
        return chart.y1;
    }

    /// The same numbers by county; the chosen one stands out, a press narrows all pages to it.
    float draw_table(float left, float right, float y)
    {
        y = heading("operations.sheet.counties", left, right, y) - ui_.px(6);
        if (state_.table_of != state_.counted || state_.language != frame_.language) {
            state_.counties =
                operations_by_county(frame_.snapshot(), state_.counted->over_time.back(), frame_.language);
            state_.table_of = state_.counted;
            state_.language = frame_.language;
        }
        const data::PlainSheet& sheet = state_.counties;
        const auto& counties = state_.counted->over_time.back().counties;
        const auto fitting = fitting_columns(sheet, right - left);
        const float height =
            ui_.px(shell::table_head_px + shell::table_row_px * static_cast<float>(sheet.rows.size()) + scroll_bar_px);
        shell::TableRows rows;
        rows.count = sheet.rows.size();
        rows.text = [&](std::size_t row, std::size_t column) { return shown(sheet.rows[row][fitting.of[column]]); };
        rows.draw = [&](const shell::TableCell& cell) {
            if (cell.row + 1 < sheet.rows.size()) return false;  // the sum stands out
            shell::draw_text_fitted(ui_, cell.where, fitting.heads[cell.column].align,
                                    {.font = FontRole::body_bold, .color = ui_.theme.ink},
                                    shown(sheet.rows[cell.row][fitting.of[cell.column]]));
            return true;
        };
        for (std::size_t i = 0; i < counties.size(); ++i)
            if (frame_.filter.county.given() && counties[i].county == frame_.filter.county) rows.selected = i;
        rows.faded = frame_.stale;
        const auto events =
            shell::table(ui_, "operations", {left, y, right, y + height}, fitting.heads, state_.table, rows);
        if (const auto row = events.opened ? events.opened : events.selected) {
            auto filter = frame_.filter;
            filter.county = *row < counties.size() ? counties[*row].county : data::Adcode{};
            asked_.push_back(desk::SetFilter{filter});
        }
        return y + height;
    }

    /// Where there is no room for all, the numbers by kind of operator give way first: they stand in the bars.
    [[nodiscard]] desk::FittingColumns fitting_columns(const data::PlainSheet& sheet, float room) const
    {
        static constexpr std::array ranks{0, 0, 3, 4, 4, 5, 5, 6, 0, 0, 1, 1, 1};
        const float county = frame_.language == language::Language::zh ? 92 : 136;
        std::vector<desk::CandidateColumn> made;
        for (std::size_t i = 0; i < sheet.heads.size(); ++i) {
            float widest = shell::text_width(ui_, FontRole::label, sheet.heads[i]);
            for (const auto& row : sheet.rows)
                widest = std::max(widest, shell::text_width(ui_, FontRole::body_bold, shown(row[i])));
            made.push_back({{.id = std::to_string(i),
                             .head = sheet.heads[i],
                             .width = i == 0 ? county : std::max(62.0F, std::ceil(widest / ui_.px.factor) + 30),
                             .grows = i == 0,
                             .sorts = false,
                             .align = i == 0 ? Align::left : Align::right},
                            i,
                            ranks[i]});
        }
        return desk::fitting_columns(std::move(made), ui_, room);
    }

    /// Thousands grouped.
    static std::string shown(const data::PlainCell& cell)
    {
        const auto* whole = std::get_if<std::int64_t>(&cell);
        return whole != nullptr ? number(*whole) : data::plain_text(cell);
    }

    OperationsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    CountyOperations now_;
    Requests asked_;
};

}  // namespace

Requests draw_operations_panel(OperationsState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const bool current = state.counted != nullptr && state.counted->of.get() == &frame.derived;
    const bool was_asked = state.asked_for == frame.derived.snapshot && state.asked_as_of == frame.derived.as_of;
    if (!current && !was_asked && !frame.stale) {
        state.asked_for = frame.derived.snapshot;
        state.asked_as_of = frame.derived.as_of;
        asked.push_back(desk::CountOperations{});
    }
    if (state.counted == nullptr) {
        const auto at = shell::region_origin();
        shell::draw_text(frame.ui, {at.x + frame.ui.px(margin_px), at.y + frame.ui.px(14)},
                         {.color = frame.ui.theme.muted}, frame.tr("operations.counting"));
        shell::region_end(where.y1);
        return asked;
    }
    for (auto& wish : Page(state, frame, where).draw()) asked.push_back(std::move(wish));
    return asked;
}

std::vector<data::PlainSheet> operations_sheets(const OperationsState& state, data::Adcode county,
                                                language::Language language)
{
    if (state.counted == nullptr) return {};
    const auto& over_time = state.counted->over_time;
    return {operations_by_county(*state.counted->of->snapshot, over_time.back(), language),
            operations_by_month(over_time, county, language)};
}

}  // namespace xiaoan::permits
