#include "console/documents/page/blocks.hpp"

#include "console/documents/page/passage_rows.hpp"

#include <algorithm>

namespace xiaoan::documents {

namespace {

constexpr double gap_pt = 2.2 * mm;  // between the parts of a block

void draw_figures(PageFlow& flow, const std::vector<Figure>& figures, const Metrics& metrics)
{
    double height = 0, widths = 0;
    for (const Figure& figure : figures) {
        height = std::max(height, figure.drawing.height);
        widths += figure.drawing.width;
    }
    flow.need(height);
    const double room = flow.frame().width - widths;
    const double between = figures.size() > 1 ? room / static_cast<double>(figures.size() - 1) : 0;
    double x = flow.frame().left + (figures.size() == 1 ? room / 2 : 0);
    for (const Figure& figure : figures) {
        place(flow.page(), figure, x, flow.y(), metrics);
        x += figure.drawing.width + between;
    }
    flow.move(height);
}

}  // namespace

Typography scaled(Typography type, double scale)
{
    type.body.size_pt *= scale;
    type.body.cell_pt *= scale;
    type.pitch_pt *= scale;
    type.passage_gap_pt *= scale;
    return type;
}

void draw_blocks(PageFlow& flow, std::span<const Block> blocks, const Typography& type, const Metrics& metrics)
{
    bool below_text = true;  // rows of text have their own distance, other parts a gap
    bool first = true;       // what stands before the first block keeps its own distance
    for (const Block& block : blocks) {
        if (block.on_new_page && !flow.at_top()) flow.next_page();
        if (!block.passages.empty() && !first && !flow.at_top()) flow.move(below_text ? type.passage_gap_pt : gap_pt);
        first = false;
        if (!block.passages.empty())
            draw_rows(flow, rows_of(block.passages, scaled(type, block.type_scale), flow.frame().width, metrics));
        if (!block.figures.empty()) {
            if (!flow.at_top()) flow.move(gap_pt);
            draw_figures(flow, block.figures, metrics);
        }
        if (!block.table.columns.empty()) {
            if (!flow.at_top()) flow.move(gap_pt);
            draw_table(flow, block.table, type.table, metrics);
        }
        below_text = block.figures.empty() && block.table.columns.empty();
    }
}

double height_of(const Frame& frame, std::span<const Block> blocks, const Typography& type, const Metrics& metrics)
{
    PageFlow flow(frame);
    draw_blocks(flow, blocks, type, metrics);
    return flow.y() - frame.top;
}

}  // namespace xiaoan::documents
