#include "console/documents/page/flyer.hpp"

#include <algorithm>

namespace xiaoan::documents {

namespace {

constexpr Frame frame{.left = 24 * mm, .top = 18 * mm, .width = 162 * mm, .bottom = a4_height - 16 * mm};
constexpr double above_strip = 6 * mm;

void draw_line(PageFlow& flow, const std::string& text, Face face, double size_pt, Ink ink, double height,
               const Metrics& metrics)
{
    const TypeStyle style{.size_pt = size_pt, .grid = false, .ink = ink, .align = Align::centre};
    for (const SetLine& line : set_lines(text, face, style, frame.width, metrics)) {
        place(flow.page(), line, frame.left, baseline_in_row(flow.y(), height, size_pt));
        flow.move(height);
    }
}

void draw_head(PageFlow& flow, const Flyer& flyer, const Metrics& metrics)
{
    if (!flyer.demonstration.empty())
        place(flow.page(),
              set_line(flyer.demonstration, Face::hei, {.size_pt = 9, .grid = false, .ink = Ink::grey}, metrics),
              frame.left, 12 * mm);
    if (!flyer.letterhead.empty()) {
        draw_line(flow, flyer.letterhead, Face::title, 15, Ink::black, 20, metrics);
        flow.page().strokes.push_back({frame.left, flow.y(), frame.right(), flow.y(), 0.8, Ink::black});
        flow.move(3 * mm);
    }
    draw_line(flow, flyer.title, Face::title, 20, Ink::black, 28, metrics);
    flow.move(1.5 * mm);
}

void draw_cut(PageFlow& flow, const std::string& words, const Metrics& metrics)
{
    const SetLine line = set_line(words, Face::song, {.size_pt = 8, .grid = false, .ink = Ink::grey}, metrics);
    const double y = flow.y() - above_strip / 2, middle = frame.left + frame.width / 2;
    Path dashes{.line = Tint{0.4, 0.4, 0.4}, .width = 0.6, .dash = 4, .gap = 3};
    const double blank = line.width / 2 + 3 * mm;
    dashes.parts = {{{0, 1}, {frame.width / 2 - blank, 1}}, {{frame.width / 2 + blank, 1}, {frame.width, 1}}};
    flow.page().drawings.push_back({frame.left, y - 1, {.width = frame.width, .height = 2, .paths = {dashes}}});
    place(flow.page(), line, middle - line.width / 2, baseline_in_row(y - 4, 8, 8));
}

std::vector<Page> set_at(const Flyer& flyer, double scale, const Metrics& metrics)
{
    const Typography type = scaled(typography(flyer.language), scale);
    PageFlow flow(frame);
    draw_head(flow, flyer, metrics);
    draw_blocks(flow, flyer.blocks, type, metrics);
    if (!flyer.strip.empty()) {
        const double height = height_of(frame, flyer.strip, type, metrics) + above_strip;
        flow.need(height);
        flow.move_to(frame.bottom - height + above_strip);
        draw_cut(flow, flyer.cut_here, metrics);
        draw_blocks(flow, flyer.strip, type, metrics);
    }
    return flow.take();
}

}  // namespace

std::vector<Page> flyer_pages(const Flyer& flyer, const Metrics& metrics)
{
    const double first = flyer.language == language::Language::zh ? 0.9 : 1.1;
    std::vector<Page> pages;
    for (const double step : {1.0, 0.94, 0.88, 0.83, 0.77, 0.72, 0.67}) {
        pages = set_at(flyer, first * step, metrics);
        if (pages.size() == 1) break;
    }
    return pages;
}

}  // namespace xiaoan::documents
