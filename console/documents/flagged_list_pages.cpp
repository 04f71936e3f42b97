#include "console/documents/draw/pdf.hpp"
#include "console/documents/flagged_list.hpp"
#include "console/documents/page/table.hpp"
#include "console/language/wording.hpp"

#include <fmt/format.h>

#include <array>

namespace xiaoan::documents {

namespace {

constexpr Frame frame{.left = 15 * mm,
                      .top = 14 * mm,
                      .width = 267 * mm,
                      .bottom = a4_width - 16 * mm,
                      .page_width = a4_height,
                      .page_height = a4_width};
constexpr double line_pt = 13;
constexpr TypeStyle title_style{.size_pt = 18, .grid = false, .align = Align::centre};
constexpr TypeStyle body_style{.size_pt = 9, .grid = false, .align = Align::centre};
constexpr TypeStyle foot_style{.size_pt = 7, .grid = false, .ink = Ink::grey};
constexpr TableStyle table_style{.size_pt = 9, .line_pt = line_pt, .below_pt = 7.5, .grid = false, .boxed = false};
// Number, registration number, county, operator, problem, since, due, department, basis.
constexpr std::array column_mm{9.0, 25.0, 17.0, 44.0, 47.0, 22.0, 22.0, 22.0, 59.0};

Mark mark_of(rules::Severity severity)
{
    switch (severity) {
    case rules::Severity::stop: return {Mark::Shape::triangle, Ink::stop};
    case rules::Severity::rectify: return {Mark::Shape::diamond, Ink::rectify};
    case rules::Severity::notice: return {Mark::Shape::disc, Ink::notice};
    case rules::Severity::data: break;
    }
    return {Mark::Shape::ring, Ink::data};
}

TableRow table_row(const FlaggedList::Row& row, std::size_t number)
{
    return {.cells = {{std::to_string(number)},
                      {language::shown_registration_number(row.registration_number)},
                      {row.county},
                      {row.run_by},
                      {.text = row.problem, .mark = mark_of(row.severity)},
                      {row.since},
                      {row.due},
                      {row.department},
                      {row.basis}},
            .below = row.evidence};
}

Table table_of(const FlaggedList& list)
{
    Table table;
    for (std::size_t i = 0; i < column_mm.size(); ++i) table.columns.push_back({list.headers.at(i), column_mm[i]});
    for (std::size_t i = 0; i < list.rows.size(); ++i) table.rows.push_back(table_row(list.rows[i], i + 1));
    return table;
}

void draw_line(PageFlow& flow, const std::string& text, Face face, const TypeStyle& style, double height,
               const Metrics& metrics)
{
    for (const SetLine& line : set_lines(text, face, style, frame.width, metrics)) {
        place(flow.page(), line, frame.left, baseline_in_row(flow.y(), height, style.size_pt));
        flow.move(height);
    }
}

void draw_title(PageFlow& flow, const FlaggedList& list, const Metrics& metrics)
{
    if (!list.demonstration.empty())
        place(flow.page(),
              set_line(list.demonstration, Face::hei, {.size_pt = 12, .grid = false, .ink = Ink::grey}, metrics),
              frame.left, baseline_in_row(flow.y(), title_style.size_pt, 12));
    draw_line(flow, list.title, Face::hei, title_style, title_style.size_pt * 1.4, metrics);
    flow.move(2 * mm);
    for (const auto& fact : list.facts) draw_line(flow, fact, Face::song, body_style, line_pt, metrics);
    flow.move(4 * mm);
}

void draw_foot(Page& page, const FlaggedList& list, std::size_t number, std::size_t pages, const Metrics& metrics)
{
    const double baseline = frame.bottom + 7 * mm;
    place(page, set_line(list.foot, Face::song, foot_style, metrics), frame.left, baseline);
    const std::string text = fmt::format(fmt::runtime(list.page_of), number, pages);
    const SetLine line = set_line(text, Face::song, {.size_pt = 8, .grid = false}, metrics);
    place(page, line, frame.right() - line.width, baseline);
}

}  // namespace

std::vector<Page> flagged_list_pages(const FlaggedList& list, const Metrics& metrics)
{
    PageFlow flow(frame);
    draw_title(flow, list, metrics);
    if (list.rows.empty()) {
        flow.move(20 * mm);
        draw_line(flow, list.empty_text, Face::song, {.size_pt = 12, .grid = false, .align = Align::centre}, 16,
                  metrics);
    } else
        draw_table(flow, table_of(list), table_style, metrics);
    auto pages = flow.take();
    for (std::size_t i = 0; i < pages.size(); ++i) draw_foot(pages[i], list, i + 1, pages.size(), metrics);
    return pages;
}

std::string flagged_list_pdf(const FlaggedList& list)
{
    const Fonts fonts;
    return pdf_of(flagged_list_pages(list, fonts), {list.title, list.author, list.as_of}, fonts);
}

}  // namespace xiaoan::documents
