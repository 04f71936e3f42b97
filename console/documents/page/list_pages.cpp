#include "console/documents/page/list_pages.hpp"

#include <fmt/format.h>

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

void draw_line(PageFlow& flow, const std::string& text, Face face, const TypeStyle& style, double height,
               const Metrics& metrics)
{
    for (const SetLine& line : set_lines(text, face, style, frame.width, metrics)) {
        place(flow.page(), line, frame.left, baseline_in_row(flow.y(), height, style.size_pt));
        flow.move(height);
    }
}

void draw_title(PageFlow& flow, const ListDocument& list, const Metrics& metrics)
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

void draw_foot(Page& page, const ListDocument& list, std::size_t number, std::size_t pages, const Metrics& metrics)
{
    const double baseline = frame.bottom + 7 * mm;
    place(page, set_line(list.foot, Face::song, foot_style, metrics), frame.left, baseline);
    const std::string text = fmt::format(fmt::runtime(list.page_of), number, pages);
    const SetLine line = set_line(text, Face::song, {.size_pt = 8, .grid = false}, metrics);
    place(page, line, frame.right() - line.width, baseline);
}

}  // namespace

std::vector<Page> list_pages(const ListDocument& list, const TableStyle& style, const Metrics& metrics)
{
    PageFlow flow(frame);
    draw_title(flow, list, metrics);
    if (list.table.rows.empty()) {
        flow.move(20 * mm);
        draw_line(flow, list.empty_text, Face::song, {.size_pt = 12, .grid = false, .align = Align::centre}, 16,
                  metrics);
    } else
        draw_table(flow, list.table, style, metrics);
    auto pages = flow.take();
    for (std::size_t i = 0; i < pages.size(); ++i) draw_foot(pages[i], list, i + 1, pages.size(), metrics);
    return pages;
}

}  // namespace xiaoan::documents
