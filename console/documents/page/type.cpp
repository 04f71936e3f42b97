#include "console/documents/page/type.hpp"

#include "console/documents/text/line_breaker.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace xiaoan::documents {

namespace {

constexpr int units_per_pt = 64;         // of proportional setting
constexpr double most_growth_em = 0.12;  // of a gap in a justified line

/// The passage as one text, and which run each character is of.
struct Joined {
    std::u32string text;
    std::vector<Face> faces;
};

Joined joined(std::span<const Run> runs)
{
    Joined all;
    for (const Run& run : runs) {
        all.text += code_points(run.text);
        all.faces.resize(all.text.size(), run.face);
    }
    return all;
}

LineMeasure measure_of(const TypeStyle& style, double width_pt, const Metrics& metrics, const std::vector<Face>& faces)
{
    const double unit = style.grid ? style.em() / 2 : 1.0 / units_per_pt;
    const auto units = [unit](double pt) { return static_cast<int>(std::lround(std::min(pt / unit, 1e8))); };
    LineMeasure measure;
    // A width that falls short of a cell by rounding alone still holds it.
    measure.width = style.grid ? static_cast<int>(std::min(width_pt / unit + 0.01, 1e8)) : units(width_pt);
    measure.first_indent = units(style.first_indent_em * style.em());
    measure.indent = units(style.indent_em * style.em());
    if (!style.grid) {
        measure.half_cell = 0;
        measure.widths = [&metrics, &faces, size = style.size_pt](char32_t code, std::size_t at) {
            return static_cast<int>(std::lround(metrics.advance_em(faces[at], code) * size * units_per_pt));
        };
    }
    return measure;
}

/// Whether a gap behind this cell may grow: not within a Latin word or a number.
bool grows(const Cell& here, const Cell& next)
{
    if (here.code == U' ') return true;
    return !(half_cells(here.code) == 1 && half_cells(next.code) == 1);
}

/// By how much each gap that grows does.
double growth(const Line& line, const TypeStyle& style, double unit, double width_pt)
{
    if (style.align != Align::justified || line.ends_paragraph) return 0;
    std::size_t gaps = 0;
    for (std::size_t i = 0; i + 1 < line.cells.size(); ++i)
        if (grows(line.cells[i], line.cells[i + 1])) ++gaps;
    const double spare = width_pt - (line.indent + line.width) * unit;
    if (gaps == 0 || spare <= 0) return 0;
    const double each = spare / static_cast<double>(gaps);
    const double most = style.grid ? most_growth_em : 3 * most_growth_em;
    return each <= most * style.em() ? each : 0;
}

double start(const Line& line, const TypeStyle& style, double unit, double width_pt)
{
    const double width = line.width * unit;
    switch (style.align) {
    case Align::centre: return (width_pt - width) / 2;
    case Align::right: return width_pt - width;
    case Align::left:
    case Align::justified: break;
    }
    return line.indent * unit;
}

SetLine set(const Line& line, const TypeStyle& style, const std::vector<Face>& faces, double width_pt)
{
    const double unit = style.grid ? style.em() / 2 : 1.0 / units_per_pt;
    const double gap = growth(line, style, unit, width_pt);
    double x = start(line, style, unit, width_pt);
    SetLine made;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const Cell& cell = line.cells[i];
        const Face face = faces[cell.at];
        if (made.parts.empty() || made.parts.back().face != face)
            made.parts.push_back({0, style.size_pt, face, style.ink, style.grid, {}});
        const double width = cell.width * unit;
        made.parts.back().glyphs.push_back({cell.code, static_cast<float>(x), static_cast<float>(width)});
        x += width;
        made.width = x;
        if (i + 1 < line.cells.size() && grows(cell, line.cells[i + 1])) x += gap;
    }
    return made;
}

}  // namespace

std::vector<SetLine> set_lines(std::span<const Run> runs, const TypeStyle& style, double width_pt,
                               const Metrics& metrics)
{
    const Joined all = joined(runs);
    std::vector<SetLine> lines;
    for (const Line& line : broken_into_lines(all.text, measure_of(style, width_pt, metrics, all.faces)))
        lines.push_back(set(line, style, all.faces, width_pt));
    return lines;
}

std::vector<SetLine> set_lines(const std::string& text, Face face, const TypeStyle& style, double width_pt,
                               const Metrics& metrics)
{
    const Run run{text, face};
    return set_lines({&run, 1}, style, width_pt, metrics);
}

SetLine set_line(const std::string& text, Face face, const TypeStyle& style, const Metrics& metrics)
{
    TypeStyle left = style;
    left.align = Align::left;
    return set_lines(text, face, left, std::numeric_limits<double>::max(), metrics).front();
}

void place(Page& page, const SetLine& line, double x, double baseline)
{
    for (TextLine part : line.parts) {
        part.baseline += baseline;
        for (Glyph& glyph : part.glyphs) glyph.x += static_cast<float>(x);
        page.lines.push_back(std::move(part));
    }
}

}  // namespace xiaoan::documents
