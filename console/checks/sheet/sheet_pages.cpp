#include "console/checks/sheet/sheet_pages.hpp"

#include "console/checks/sheet/vehicle_page.hpp"
#include "console/language/wording.hpp"

#include <fmt/format.h>

#include <array>

namespace xiaoan::checks {

namespace {

using namespace documents;
using language::Language;
using language::tr;

constexpr double body_size = 10, body_line = 15;
constexpr int member_rows = 6;

void draw_text(PageFlow& flow, std::string_view text, Face face, double size, double height, Align align,
               const Metrics& metrics)
{
    for (const SetLine& line : set_lines(std::string{text}, face, {.size_pt = size, .grid = false, .align = align},
                                         sheet_frame.width, metrics)) {
        place(flow.page(), line, sheet_frame.left, baseline_in_row(flow.y(), height, size));
        flow.move(height);
    }
}

Table stands_table(const CheckSheet& sheet, const SheetTeam& team)
{
    Table table;
    table.columns = {{.head = std::string{tr(sheet.language, "sheet.hours")}, .width_mm = 26, .align = Align::centre},
                     {.head = std::string{tr(sheet.language, "sheet.place")}, .width_mm = 54},
                     {.head = std::string{tr(sheet.language, "sheet.expected")}, .width_mm = 98}};
    for (const SheetStand& stand : team.stands) {
        std::string buses;
        for (const ExpectedVehicle& vehicle : stand.vehicles)
            buses += fmt::format("{}{}{}", buses.empty() ? "" : "　",
                                 vehicle.at.given() ? data::hh_mm(vehicle.at) + " " : std::string{},
                                 language::shown_registration_number(vehicle.registration_number));
        std::string where = stand.place;
        if (stand.at) where += fmt::format("\n{:.5f}, {:.5f}", stand.at->lon, stand.at->lat);
        table.rows.push_back(
            {.cells = {{.text = hours_text(stand, sheet.language)}, {.text = where}, {.text = buses}}, .least_mm = 9});
    }
    return table;
}

/// What the members fill in once for the whole check.
Table check_table(const CheckSheet& sheet)
{
    Table table;
    table.columns = {{.width_mm = 40}, {.width_mm = 138}};
    table.has_head = false;
    for (const std::string_view name : {"weather", "units", "officers_two"}) {
        const Question& question = *find_question(name);
        table.rows.push_back({.cells = {{.text = std::string{question.in(sheet.language)}, .label = true},
                                        {.text = boxes_of(question, sheet.language)}},
                              .least_mm = 8});
    }
    return table;
}

Table members_table(const CheckSheet& sheet)
{
    Table table;
    for (const auto* key :
         {"sheet.member.unit", "sheet.member.name", "sheet.member.certificate", "sheet.member.signature"})
        table.columns.push_back({.head = std::string{tr(sheet.language, key)}, .width_mm = 44.5});
    for (int row = 0; row < member_rows; ++row) table.rows.push_back({.cells = {{}, {}, {}, {}}, .least_mm = 9});
    return table;
}

void draw_cover(PageFlow& flow, const CheckSheet& sheet, const SheetTeam& team, const Metrics& metrics)
{
    const Language language = sheet.language;
    if (!sheet.demonstration.empty()) draw_text(flow, sheet.demonstration, Face::hei, 10, 14, Align::right, metrics);
    draw_text(flow, tr(language, "sheet.title"), Face::hei, 20, 30, Align::centre, metrics);
    draw_text(flow,
              tr(language, "sheet.subtitle",
                 {team.check, data::iso(sheet.date), std::to_string(team.number), sheet.issued_by}),
              Face::song, body_size, 20, Align::centre, metrics);
    flow.move(2 * mm);
    draw_table(flow, stands_table(sheet, team), {.size_pt = 9.5, .line_pt = 14, .grid = false}, metrics);
    flow.move(4 * mm);
    const auto passage = [&](const char* head, std::span<const std::string_view> keys) {
        flow.need(body_line * 2);
        draw_text(flow, tr(language, head), Face::hei, 11, 18, Align::left, metrics);
        for (const std::string_view key : keys)
            draw_text(flow, tr(language, key), Face::song, body_size, body_line, Align::left, metrics);
        flow.move(2 * mm);
    };
    constexpr std::array<std::string_view, 4> order{"sheet.order.1", "sheet.order.2", "sheet.order.3", "sheet.order.4"};
    constexpr std::array<std::string_view, 4> roles{"sheet.roles.education", "sheet.roles.police",
                                                    "sheet.roles.transport", "sheet.roles.township"};
    constexpr std::array<std::string_view, 3> notes{"sheet.note.record", "sheet.note.officers", "sheet.note.people"};
    passage("sheet.order", order);
    passage("sheet.roles", roles);
    passage("sheet.notes", notes);
    flow.move(2 * mm);
    draw_table(flow, check_table(sheet), {.size_pt = 9.5, .line_pt = 14, .grid = false}, metrics);
    flow.move(4 * mm);
    draw_table(flow, members_table(sheet), {.size_pt = 9.5, .line_pt = 14, .grid = false}, metrics);
}

void draw_foot(Page& page, const CheckSheet& sheet, const SheetTeam& team, std::size_t number, std::size_t pages,
               const Metrics& metrics)
{
    const double baseline = sheet_frame.bottom + 6 * mm;
    place(page,
          set_line(tr(sheet.language, "sheet.foot", {std::to_string(sheet.last_change.value)}), Face::song,
                   {.size_pt = 7, .grid = false, .ink = Ink::grey}, metrics),
          sheet_frame.left, baseline);
    const SetLine line =
        set_line(tr(sheet.language, "sheet.page_of", {team.check, std::to_string(number), std::to_string(pages)}),
                 Face::song, {.size_pt = 8, .grid = false}, metrics);
    place(page, line, sheet_frame.right() - line.width, baseline);
}

}  // namespace

std::vector<Page> sheet_pages(const CheckSheet& sheet, const Metrics& metrics)
{
    std::vector<Page> all;
    for (const SheetTeam& team : sheet.teams) {
        PageFlow flow(sheet_frame);
        draw_cover(flow, sheet, team, metrics);
        for (const SheetStand& stand : team.stands)
            for (const ExpectedVehicle& vehicle : stand.vehicles) {
                flow.next_page();
                draw_vehicle(flow, sheet, team, stand, vehicle, metrics);
            }
        for (std::size_t i = 0; i < sheet.blanks; ++i) {
            flow.next_page();
            draw_vehicle(flow, sheet, team, {}, {}, metrics);
        }
        auto pages = flow.take();
        for (std::size_t i = 0; i < pages.size(); ++i) draw_foot(pages[i], sheet, team, i + 1, pages.size(), metrics);
        all.insert(all.end(), std::make_move_iterator(pages.begin()), std::make_move_iterator(pages.end()));
    }
    return all;
}

DocumentInfo sheet_info(const CheckSheet& sheet)
{
    return {std::string{tr(sheet.language, "sheet.title")}, sheet.issued_by, sheet.date};
}

}  // namespace xiaoan::checks
