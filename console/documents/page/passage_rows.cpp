#include "console/documents/page/passage_rows.hpp"

namespace xiaoan::documents {

TextRow a_blank_row(double height)
{
    return {.line = {}, .height = height};
}

std::vector<TextRow> rows_of(const Passage& passage, const Typography& type, double width_pt, const Metrics& metrics)
{
    TypeStyle style = type.body;
    if (passage.indented && !passage.flush_right) style.first_indent_em = type.indent_em;
    if (passage.flush_right) style.align = Align::right;
    std::vector<TextRow> rows;
    for (SetLine& line : set_lines(passage.runs, style, width_pt, metrics))
        rows.push_back({.line = std::move(line), .height = type.pitch_pt, .size_pt = style.size_pt});
    if (passage.heads_next)
        for (TextRow& row : rows) row.keeps_next = true;
    return rows;
}

std::vector<TextRow> rows_of(std::span<const Passage> passages, const Typography& type, double width_pt,
                             const Metrics& metrics)
{
    std::vector<TextRow> rows;
    for (const Passage& passage : passages) {
        if (!rows.empty() && type.passage_gap_pt > 0) {
            const bool kept = rows.back().keeps_next;
            rows.push_back(a_blank_row(type.passage_gap_pt));
            rows.back().keeps_next = kept;
        }
        for (TextRow& row : rows_of(passage, type, width_pt, metrics)) rows.push_back(std::move(row));
    }
    return rows;
}

void draw_rows(PageFlow& flow, std::span<const TextRow> rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double together = rows[i].height;
        for (std::size_t last = i; last + 1 < rows.size() && rows[last].keeps_next; ++last)
            together += rows[last + 1].height;
        flow.need(together <= flow.frame().height() ? together : rows[i].height);
        place(flow.page(), rows[i].line, flow.frame().left + rows[i].x,
              baseline_in_row(flow.y(), rows[i].height, rows[i].size_pt));
        flow.move(rows[i].height);
    }
}

}  // namespace xiaoan::documents
