#include "console/overview/overview_panel.hpp"

#include "console/desk/severity.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/press.hpp"
#include "console/water/season_calendar.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace xiaoan::overview {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;
using supervision::NextStep;

constexpr float margin_px = 18, tile_px = 74, gap_px = 12, line_px = 27, head_px = 30, two_columns_px = 980;
constexpr float scroll_bar_px = 12;  // where the columns need more width than there is
constexpr std::size_t most_findings = 8;

std::string number(std::size_t count)
{
    return language::grouped(count);
}

/// The filter that shows the buses of one row of the legend only, or all.
desk::BusFilter buses_of(std::optional<std::size_t> row, data::Adcode county)
{
    desk::BusFilter filter;
    filter.county = county;
    if (row)
        for (std::size_t i = 0; i < filter.states.size(); ++i) filter.states[i] = i == *row;
    return filter;
}

/// One drawing of the page: where the next part goes.
class Page {
public:
    Page(OverviewState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), of_(state.shown), where_(where)
    {
    }

    Requests draw()
    {
        const float left = where_.x0 + ui_.px(margin_px), right = where_.x1 - ui_.px(margin_px);
        float y = shell::region_origin().y + ui_.px(14);
        y = draw_title(left, right, y);
        y = draw_tiles(left, right, y);
        if (right - left < ui_.px(two_columns_px)) {
            for (const auto part :
                 {&Page::draw_counties, &Page::draw_ours, &Page::draw_theirs, &Page::draw_due, &Page::draw_day})
                y = (this->*part)(left, right, y) + ui_.px(18);
        } else {
            const float middle = std::round(left + (right - left) * 0.6F);
            float a = draw_counties(left, middle, y) + ui_.px(18);
            a = draw_due(left, middle, a);
            float b = draw_ours(middle + ui_.px(28), right, y) + ui_.px(18);
            b = draw_theirs(middle + ui_.px(28), right, b) + ui_.px(18);
            y = std::max(a, b) + ui_.px(18);
            y = draw_day(left, right, y);
        }
        shell::region_end(y + ui_.px(20));
        return std::move(asked_);
    }

private:
    void ask(desk::Request wish) { asked_.push_back(std::move(wish)); }

    /// The buses in one state, on their page.
    void show_buses(std::optional<std::size_t> row, data::Adcode county)
    {
        ask(desk::SetFilter{buses_of(row, county)});
        ask(desk::ShowPage{desk::Page::buses});
    }

    float draw_title(float left, float right, float y)
    {
        std::string place = frame_.filter.county.given()
                                ? rules::county_name(frame_.snapshot(), frame_.filter.county, frame_.language)
                                : std::string{frame_.tr("overview.all_counties")};
        const float height = shell::text_height(ui_, FontRole::title);
        const float end = shell::draw_text(ui_, {left, y}, {.font = FontRole::title, .color = ui_.theme.ink},
                                           frame_.tr("overview.title"));
        const std::string line = frame_.tr("overview.line", {data::iso(frame_.derived.as_of), std::move(place),
                                                             number(frame_.derived.judgement.looked_at),
                                                             number(frame_.derived.cases.size())});
        const std::string season = season_line();
        const float width = shell::text_width(ui_, FontRole::label, season) + ui_.px(12);
        if (shell::text_button(ui_, "season", season, shell::rect_at(right - width, y + ui_.px(2), width, ui_.px(26)),
                               FontRole::label))
            ask(desk::ShowPage{desk::Page::water_season});
        shell::draw_text_fitted(ui_, Rect{end + ui_.px(14), y, right - width - ui_.px(12), y + height}, Align::left,
                                {.font = FontRole::label, .color = ui_.theme.muted}, line);
        return y + height + ui_.px(12);
    }

    /// 封冻期第 27 天，共 50 天: leads to the page of the season.
    [[nodiscard]] std::string season_line() const
    {
        const auto season =
            water::seasons_from(frame_.derived.as_of, water::habits_of(frame_.derived.dossiers.judging().settings))
                .front();
        const auto days = [](std::chrono::days count) { return std::to_string(count.count() + 1); };
        const std::string word{water::season_words[static_cast<std::size_t>(season.name)]};
        return frame_.tr("season.where", {std::string{frame_.tr("season." + word)},
                                          days(frame_.derived.as_of - season.from), days(season.to - season.from)});
    }

    struct Tile {
        std::string_view key;
        std::size_t count;
        std::optional<shell::Severity> severity;
        desk::Requests asks;
        std::string note{};
    };

    float draw_tiles(float left, float right, float y)
    {
        const auto county = frame_.filter.county;
        const auto buses = [&](std::size_t row) {
            return desk::Requests{desk::SetFilter{buses_of(row, county)}, desk::ShowPage{desk::Page::buses}};
        };
        const std::array<Tile, 7> tiles{
            Tile{"overview.tile.stop", of_.all.buses[0], shell::Severity::stop, buses(0)},
            Tile{"overview.tile.rectify", of_.all.buses[1], shell::Severity::rectify, buses(1)},
            Tile{"overview.tile.notice", of_.all.buses[2], shell::Severity::notice, buses(2)},
            Tile{"overview.tile.suspects",
                 of_.all.suspects,
                 shell::Severity::rectify,
                 {desk::ShowPage{desk::Page::suspects}}},
            Tile{"overview.tile.bureau",
                 of_.all.bureau,
                 {},
                 {desk::ShowCases{"bureau", ""}},
                 frame_.tr("overview.tile.of", {number(of_.all.cases)})},
            Tile{"overview.tile.overdue", of_.all.overdue, {}, {desk::ShowCases{"overdue", ""}}},
            Tile{"overview.tile.tasks",
                 of_.all.tasks_overdue + of_.all.assignments_overdue,
                 {},
                 {desk::ShowPage{desk::Page::tasks}}},
        };
        const float gap = ui_.px(gap_px);
        const std::size_t in_row = right - left >= ui_.px(770) ? tiles.size() : 4;
        const float width =
            std::floor((right - left - gap * static_cast<float>(in_row - 1)) / static_cast<float>(in_row));
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            const float x = left + static_cast<float>(i % in_row) * (width + gap);
            const float top = y + static_cast<float>(i / in_row) * (ui_.px(tile_px) + gap);
            draw_tile(tiles[i], shell::rect_at(x, top, width, ui_.px(tile_px)));
        }
        const auto rows = static_cast<float>((tiles.size() + in_row - 1) / in_row);
        return y + rows * (ui_.px(tile_px) + gap) + ui_.px(8);
    }

    void draw_tile(const Tile& tile, const Rect& where)
    {
        const std::string_view label = frame_.tr(tile.key);
        const auto press = shell::press_area(ui_, tile.key, label, where, {});
        shell::box(ui_, where, 8, press.hovered ? ui_.theme.hover : ui_.theme.field, ui_.theme.line);
        const Rect inside = where.inset(ui_.px(14), ui_.px(9));
        Rect lower = inside;
        lower.y0 = inside.y1 - ui_.px(20);
        float x = inside.x0;
        const bool calls = tile.count > 0;
        if (tile.severity) {
            shell::severity_shape(ui_, {x + ui_.px(7), inside.y0 + ui_.px(17)}, *tile.severity, 1.2F);
            x += ui_.px(24);
        }
        const shell::Color color = !calls                                   ? ui_.theme.muted
                                   : tile.severity == shell::Severity::stop ? ui_.theme.stop.text
                                                                            : ui_.theme.ink;
        const float end = shell::draw_text(ui_, {x, inside.y0 + ui_.px(1)}, {.font = FontRole::heading, .color = color},
                                           number(tile.count));
        if (!tile.note.empty())
            shell::draw_text_fitted(ui_,
                                    Rect{end + ui_.px(8), inside.y0 + ui_.px(8), inside.x1, inside.y0 + ui_.px(28)},
                                    Align::left, {.font = FontRole::small, .color = ui_.theme.muted}, tile.note);
        shell::draw_text_fitted(ui_, lower, Align::left, {.font = FontRole::label, .color = ui_.theme.second_ink},
                                label);
        if (press.pressed)
            for (const auto& wish : tile.asks) ask(wish);
    }

    float heading(std::string_view key, float left, float right, float y)
    {
        const Rect line{left, y, right, y + ui_.px(head_px)};
        shell::draw_text(ui_, line, Align::left, {.font = FontRole::body_bold, .color = ui_.theme.ink}, frame_.tr(key));
        shell::hairline(ui_, left, right, line.y1 - ui_.px.hair(), ui_.theme.line);
        return line.y1;
    }

    /// A line of words with a number at its end; true when pressed.
    bool line(std::string_view id, const std::string& words, const std::string& side, float left, float right, float y,
              std::optional<shell::Severity> severity = {}, bool strong = false, bool leads = true)
    {
        const Rect row{left, y, right, y + ui_.px(line_px)};
        shell::Press press;
        if (leads) press = shell::press_area(ui_, id, words, row, {.ring = shell::Ring::inside});
        if (press.hovered) shell::fill(ui_, row, ui_.theme.hover, 4);
        Rect text = row;
        if (severity) {
            shell::severity_shape(ui_, {row.x0 + ui_.px(7), row.middle().y}, *severity);
            text.x0 += ui_.px(20);
        }
        const float width = shell::text_width(ui_, FontRole::body_bold, side);
        shell::draw_text(ui_, row, Align::right,
                         {.font = FontRole::body_bold, .color = strong ? ui_.theme.stop.text : ui_.theme.ink}, side);
        text.x1 -= width + ui_.px(12);
        shell::draw_text_fitted(ui_, text, Align::left, {.color = press.hovered ? ui_.theme.accent : ui_.theme.ink},
                                words);
        return press.pressed;
    }

    float nothing(std::string_view key, float left, float right, float y)
    {
        return y + ui_.px(4) +
               shell::draw_paragraph(ui_, {left, y + ui_.px(4)}, right - left,
                                     {.font = FontRole::label, .color = ui_.theme.muted}, frame_.tr(key), 20);
    }

    float draw_counties(float left, float right, float y)
    {
        static constexpr std::array ids{"county", "stop", "rectify", "notice", "cases", "bureau", "overdue", "tasks"};
        static constexpr std::array<float, ids.size()> widths{88, 62, 70, 56, 68, 74, 82, 66};
        const float height = ui_.px(
            shell::table_head_px + shell::table_row_px * (static_cast<float>(of_.counties.size()) + 1) + scroll_bar_px);
        y = heading("overview.counties", left, right, y);
        std::vector<shell::TableColumn> columns;
        for (std::size_t i = 0; i < ids.size(); ++i)
            columns.push_back({.id = ids[i],
                               .head = std::string{frame_.tr(std::string{"overview.county."} + ids[i])},
                               .width = widths[i],
                               .grows = i == 0,
                               .sorts = false,
                               .align = i == 0 ? Align::left : Align::right});
        const auto line_at = [&](std::size_t row) -> const CountyLine& {
            return row < of_.counties.size() ? of_.counties[row] : of_.all;
        };
        shell::TableRows rows;
        rows.count = of_.counties.size() + 1;
        rows.text = [&](std::size_t row, std::size_t column) { return county_cell(line_at(row), column); };
        rows.draw = [&](const shell::TableCell& cell) {
            const CountyLine& of = line_at(cell.row);
            const bool calls = (cell.column == 1 && of.buses[0] > 0) || (cell.column == 6 && of.overdue > 0);
            if (!calls) return false;
            shell::draw_text(ui_, cell.where, Align::right, {.font = FontRole::body_bold, .color = ui_.theme.stop.text},
                             county_cell(of, cell.column));
            return true;
        };
        for (std::size_t i = 0; i < of_.counties.size(); ++i)
            if (frame_.filter.county.given() && of_.counties[i].county == frame_.filter.county) rows.selected = i;
        rows.faded = frame_.stale;
        const auto events = shell::table(ui_, "counties", {left, y, right, y + height}, columns, state_.counties, rows);
        if (events.selected || events.opened) {
            const auto row = events.opened.value_or(events.selected.value_or(0));
            auto filter = frame_.filter;
            filter.county = row < of_.counties.size() ? of_.counties[row].county : data::Adcode{};
            ask(desk::SetFilter{filter});
            if (events.opened) ask(desk::ShowPage{desk::Page::buses});
        }
        return y + height;
    }

    [[nodiscard]] std::string county_cell(const CountyLine& of, std::size_t column) const
    {
        const auto count = [](std::size_t value) { return value == 0 ? std::string{"–"} : number(value); };
        switch (column) {
        case 0:
            return &of == &of_.all ? std::string{frame_.tr("overview.sum")}
                                   : rules::county_name(frame_.snapshot(), of.county, frame_.language);
        case 1:
        case 2:
        case 3: return count(of.buses[column - 1]);
        case 4: return count(of.cases);
        case 5: return count(of.bureau);
        case 6: return count(of.overdue);
        default: return count(of.tasks_overdue + of.assignments_overdue);
        }
    }

    /// What the bureau has to do with its cases.
    float draw_ours(float left, float right, float y)
    {
        y = heading("overview.ours", left, right, y);
        bool any = false;
        for (const WaitingLine& each : of_.waiting) {
            if (each.next == NextStep::wait) continue;
            any = true;
            const std::string words{frame_.tr("case_next." + std::string{data::word(each.next)})};
            const std::string side = frame_.tr("overview.cases", {number(each.count)});
            if (line("ours " + words, words, side, left, right, y, {}, each.next <= NextStep::urge))
                ask(desk::ShowCases{"bureau", ""});
            y += ui_.px(line_px);
        }
        if (of_.handovers_waiting > 0) {
            any = true;
            if (line("handovers", std::string{frame_.tr("overview.handovers")}, number(of_.handovers_waiting), left,
                     right, y))
                ask(desk::ShowPage{desk::Page::joint});
            y += ui_.px(line_px);
        }
        if (of_.waters_with_gaps > 0) {
            any = true;
            if (line("water gaps", std::string{frame_.tr("overview.water_gaps")},
                     frame_.tr("overview.waters", {number(of_.waters_with_gaps)}), left, right, y))
                ask(desk::ShowPage{desk::Page::waters});
            y += ui_.px(line_px);
        }
        return any ? y : nothing("overview.ours.none", left, right, y);
    }

    /// Whom the bureau waits for.
    float draw_theirs(float left, float right, float y)
    {
        y = heading("overview.theirs", left, right, y);
        bool any = false;
        for (const WaitingLine& each : of_.waiting) {
            if (each.next != NextStep::wait) continue;
            any = true;
            const std::string words{frame_.tr("department." + each.department)};
            const std::string side =
                each.overdue > 0 ? frame_.tr("overview.cases_overdue", {number(each.count), number(each.overdue)})
                                 : frame_.tr("overview.cases", {number(each.count)});
            if (line("theirs " + each.department, words, side, left, right, y, {}, each.overdue > 0))
                ask(desk::ShowCases{"department", each.department});
            y += ui_.px(line_px);
        }
        return any ? y : nothing("overview.theirs.none", left, right, y);
    }

    float draw_due(float left, float right, float y)
    {
        static constexpr std::array ids{"permits", "plates", "inspections", "insurances", "cases", "assignments"};
        y = heading("overview.due", left, right, y);
        const float column = ui_.px(96);
        const auto heads = {std::pair{frame_.tr("overview.in_7"), right - column},
                            std::pair{frame_.tr("overview.in_30"), right}};
        for (const auto& [words, x1] : heads)
            shell::draw_text(ui_, Rect{x1 - column, y, x1, y + ui_.px(line_px)}, Align::right,
                             {.font = FontRole::label, .color = ui_.theme.muted}, words);
        y += ui_.px(line_px);
        for (const DueLine& each : of_.due) {
            const Rect row{left, y, right, y + ui_.px(line_px)};
            const std::string key = std::string{"overview.due."} + ids[static_cast<std::size_t>(each.kind)];
            const auto press = shell::press_area(ui_, key, frame_.tr(key), row, {.ring = shell::Ring::inside});
            if (press.hovered) shell::fill(ui_, row, ui_.theme.hover, 4);
            shell::draw_text(ui_, row, Align::left, {.color = ui_.theme.ink}, frame_.tr(key));
            for (const auto& [count, x1] : {std::pair{each.in_7, right - column}, std::pair{each.in_30, right}})
                shell::draw_text(ui_, Rect{x1 - column, row.y0, x1, row.y1}, Align::right,
                                 {.font = count > 0 ? FontRole::body_bold : FontRole::body,
                                  .color = count > 0 ? ui_.theme.ink : ui_.theme.placeholder},
                                 count > 0 ? number(count) : "–");
            if (press.pressed) show_due(each.kind);
            y = row.y1;
        }
        return y;
    }

    void show_due(DueKind kind)
    {
        if (kind == DueKind::cases) return ask(desk::ShowCases{"living", ""});
        if (kind == DueKind::assignments) return ask(desk::ShowPage{desk::Page::joint});
        show_buses(2, frame_.filter.county);
    }

    /// What the last day brought: findings, cases' steps, files.
    float draw_day(float left, float right, float y)
    {
        y = heading("overview.day", left, right, y);
        std::string text = frame_.tr("overview.day.findings", {number(of_.appeared.size()), number(of_.gone.size())});
        for (std::size_t i = 1; i < of_.steps.size(); ++i) {
            if (of_.steps[i] == 0) continue;
            const std::string word{data::word(static_cast<data::CaseStep>(i))};
            text +=
                frame_.tr("overview.day.step", {std::string{frame_.tr("case_event." + word)}, number(of_.steps[i])});
        }
        if (of_.imports > 0) text += frame_.tr("overview.day.imports", {number(of_.imports)});
        y += ui_.px(5) + shell::draw_paragraph(ui_, {left, y + ui_.px(5)}, right - left,
                                               {.font = FontRole::label, .color = ui_.theme.second_ink}, text, 20);
        const std::size_t shown = std::min(of_.appeared.size(), most_findings);
        for (std::size_t i = 0; i < shown; ++i) {
            const rules::Finding& finding = of_.appeared[i];
            const data::Bus& bus = frame_.derived.dossiers.bus(frame_.derived.dossiers.find(finding.bus));
            const std::string id = rules::rule_id(finding);
            const std::string words = language::shown_registration_number(bus.registration_number) + "  " +
                                      rules::county_name(frame_.snapshot(), bus.county, frame_.language) + "  " +
                                      std::string{frame_.tr("rule." + id + ".title")};
            if (line("new " + id + bus.registration_number, words, {}, left, right, y,
                     desk::shown_severity(finding.severity))) {
                ask(desk::ShowPage{desk::Page::buses});
                ask(desk::Select{{desk::Selected::bus, bus.registration_number}, true});
            }
            y += ui_.px(line_px);
        }
        if (of_.appeared.size() > shown)
            y +=
                shell::draw_paragraph(ui_, {left, y}, right - left, {.font = FontRole::label, .color = ui_.theme.muted},
                                      frame_.tr("overview.day.more", {number(of_.appeared.size() - shown)}), 22);
        return y;
    }

    OverviewState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    const Overview& of_;
    Rect where_;
    Requests asked_;
};

}  // namespace

Requests draw_overview_panel(OverviewState& state, const Frame& frame, const SinceYesterday& since, const Rect& where)
{
    const OverviewState::Basis wanted{frame.derived.snapshot, frame.derived.as_of, frame.filter.county};
    if (state.basis != wanted) {
        state.shown = overview(frame.derived, since, wanted.county);
        state.basis = wanted;
    }
    return Page(state, frame, where).draw();
}

}  // namespace xiaoan::overview
