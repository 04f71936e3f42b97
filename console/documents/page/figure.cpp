#include "console/documents/page/figure.hpp"

#include "console/documents/text/characters.hpp"
#include "data/intake/utf8.hpp"

namespace xiaoan::documents {

double label_width_pt(const std::string& text, double size_pt)
{
    constexpr double latin_em = 0.56, han_em = 1;
    double em = 0;
    for (std::size_t at = 0; at < text.size();) {
        const int halves = half_cells(data::next_code_point(text, at));
        em += halves == 1 ? latin_em : halves == 2 ? han_em : 0;
    }
    return em * size_pt;
}

Figure empty_frame(double width_pt, double height_pt, std::string caption)
{
    Figure figure{.drawing = {.width = width_pt, .height = height_pt}};
    constexpr double inset = 0.4;
    figure.drawing.paths.push_back({.parts = {{{inset, inset},
                                               {width_pt - inset, inset},
                                               {width_pt - inset, height_pt - inset},
                                               {inset, height_pt - inset}}},
                                    .line = Tint{0.45, 0.45, 0.45},
                                    .width = 0.6,
                                    .dash = 3,
                                    .gap = 2,
                                    .closed = true});
    figure.labels.push_back({.text = std::move(caption),
                             .at = {width_pt / 2, height_pt / 2},
                             .size_pt = 9,
                             .ink = Ink::grey,
                             .face = Face::song,
                             .align = Align::centre});
    return figure;
}

void place(Page& page, const Figure& figure, double x, double y, const Metrics& metrics)
{
    page.drawings.push_back({x, y, figure.drawing});
    for (const FigureLabel& label : figure.labels) {
        const TypeStyle style{.size_pt = label.size_pt, .grid = false, .ink = label.ink};
        const SetLine line = set_line(label.text, label.face, style, metrics);
        double left = x + label.at.x;
        if (label.align == Align::centre) left -= line.width / 2;
        if (label.align == Align::right) left -= line.width;
        place(page, line, left, baseline_in_row(y + label.at.y - label.size_pt / 2, label.size_pt, label.size_pt));
    }
}

}  // namespace xiaoan::documents
