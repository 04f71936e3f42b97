#include "console/documents/page/table.hpp"

#include <algorithm>

namespace xiaoan::documents {

namespace {

constexpr double padding_x = 1.3 * mm, padding_y = 1.1 * mm;
constexpr double above_below_text = 0.6 * mm;
constexpr double outer_line = 0.7, inner_line = 0.4, hairline = 0.3;
constexpr double mark_space = 4.2 * mm, mark_middle = 1.5 * mm;

struct SetCell {
    std::vector<SetLine> lines;
    std::optional<Mark> mark;
    double x = 0;
    double width = 0;
    bool in_middle = false;
};

struct SetRow {
    std::vector<SetCell> cells;
    std::vector<SetLine> below;
    std::size_t from = 0, to = 0;  // which lines of the cells: all, unless the row had to be split
    bool first_part = true;
    double least = 0;
};

class TableDrawing {
public:
    TableDrawing(PageFlow& flow, const Table& table, const TableStyle& style, const Metrics& metrics)
        : flow_(flow), table_(table), style_(style), metrics_(metrics)
    {
        if (table.dense) {
            style_.size_pt = style.dense_size_pt;
            style_.line_pt = style.dense_line_pt;
        }
        double sum = 0;
        for (const Column& column : table.columns) sum += column.width_mm;
        double x = flow.frame().left;
        for (const Column& column : table.columns) {
            edges_.push_back(x);
            x += flow.frame().width * column.width_mm / sum;
        }
        edges_.push_back(flow.frame().right());
        if (table.has_head) head_ = set_head();
    }

    void draw()
    {
        if (!table_.rows.empty())
            flow_.need((table_.has_head ? height(head_) : 0) + height(set_row(table_.rows.front())));
        begin_page();
        for (const TableRow& row : table_.rows) {
            SetRow set = set_row(row);
            if (height(set) > flow_.room() + 0.01 && flow_.y() > body_top_) {
                end_page();
                flow_.next_page();
                begin_page();
            }
            while (height(set) > flow_.room() + 0.01 && set.to - set.from > 1) {
                SetRow rest = set;
                set.below.clear();
                set.to = set.from + std::max<std::size_t>(1, lines_that_fit());
                if (set.to >= rest.to) set.to = rest.to - 1;
                rest.from = set.to;
                rest.first_part = false;
                rest.least = 0;
                draw_row(set);
                end_page();
                flow_.next_page();
                begin_page();
                set = std::move(rest);
            }
            draw_row(set);
        }
        end_page();
    }

private:
    [[nodiscard]] TypeStyle type(Align align) const
    {
        return {.size_pt = style_.size_pt, .grid = style_.grid, .align = align};
    }
    [[nodiscard]] double x0(std::size_t column) const { return edges_[std::min(column, edges_.size() - 1)]; }

    [[nodiscard]] SetCell set_cell(const std::string& text, Face face, Align align, std::size_t column,
                                   std::size_t columns, const std::optional<Mark>& mark = {}) const
    {
        SetCell cell;
        cell.mark = mark;
        cell.x = x0(column) + padding_x + (mark ? mark_space : 0);
        cell.width = x0(column + columns) - padding_x - cell.x;
        cell.lines = set_lines(text, face, type(align), cell.width, metrics_);
        return cell;
    }

    [[nodiscard]] SetRow set_head() const
    {
        SetRow row;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const Column& column = table_.columns[i];
            row.cells.push_back(set_cell(column.head, Face::hei, style_.boxed ? Align::centre : column.align, i, 1));
            row.cells.back().in_middle = true;
        }
        row.to = most_lines(row);
        return row;
    }

    [[nodiscard]] SetRow set_row(const TableRow& of) const
    {
        SetRow row;
        std::size_t column = 0;
        for (const TableCell& cell : of.cells) {
            const Align align = cell.label ? Align::centre : table_.columns.at(column).align;
            row.cells.push_back(
                set_cell(cell.text, cell.label ? Face::hei : Face::song, align, column, cell.columns, cell.mark));
            row.cells.back().in_middle = cell.label || style_.boxed;
            column += cell.columns;
        }
        if (!of.below.empty())
            row.below = set_lines(of.below, Face::song,
                                  {.size_pt = style_.below_pt, .grid = false, .ink = Ink::grey, .align = Align::left},
                                  x0(table_.columns.size()) - padding_x - x0(1) - padding_x, metrics_);
        row.least = of.least_mm * mm;
        row.to = most_lines(row);
        return row;
    }

    static std::size_t most_lines(const SetRow& row)
    {
        std::size_t most = 1;
        for (const SetCell& cell : row.cells) most = std::max(most, cell.lines.size());
        return most;
    }
    [[nodiscard]] double below_line() const { return style_.below_pt * 1.4; }
    [[nodiscard]] double cells_height(const SetRow& row) const
    {
        return static_cast<double>(row.to - row.from) * style_.line_pt;
    }
    [[nodiscard]] double height(const SetRow& row) const
    {
        const double below =
            row.below.empty() ? 0 : above_below_text + static_cast<double>(row.below.size()) * below_line();
        return std::max(row.least, cells_height(row) + below + 2 * padding_y);
    }
    [[nodiscard]] std::size_t lines_that_fit() const
    {
        return static_cast<std::size_t>(std::max(1.0, (flow_.room() - 2 * padding_y) / style_.line_pt));
    }

    void line_across(double y, double width)
    {
        flow_.page().strokes.push_back({flow_.frame().left, y, flow_.frame().right(), y, width, Ink::black});
    }
    void line_down(double x, double y0, double y1, double width)
    {
        flow_.page().strokes.push_back({x, y0, x, y1, width, Ink::black});
    }

    void begin_page()
    {
        line_across(flow_.y(), outer_line);
        if (table_.has_head) {
            flow_.page().areas.push_back(
                {flow_.frame().left, flow_.y(), flow_.frame().width, height(head_), style_.boxed ? 0.95 : 0.94});
            draw_row(head_);
        }
        body_top_ = flow_.y();
    }
    void end_page() { line_across(flow_.y(), outer_line); }

    void draw_cell(const SetRow& row, const SetCell& cell, double y, double height)
    {
        const std::size_t from = std::min(row.from, cell.lines.size());
        const std::size_t to = std::min(row.to, cell.lines.size());
        const double own = static_cast<double>(to - from) * style_.line_pt;
        double top = y + padding_y;
        if (cell.in_middle && row.below.empty()) top = y + (height - own) / 2;
        if (cell.mark && row.first_part) {
            Mark mark = *cell.mark;
            mark.x = cell.x - mark_space + mark_middle;
            mark.y = top + style_.line_pt / 2;
            flow_.page().marks.push_back(mark);
        }
        for (std::size_t i = from; i < to; ++i, top += style_.line_pt)
            place(flow_.page(), cell.lines[i], cell.x, baseline_in_row(top, style_.line_pt, style_.size_pt));
    }

    void draw_row(const SetRow& row)
    {
        const double y = flow_.y(), whole = height(row);
        for (const SetCell& cell : row.cells) draw_cell(row, cell, y, whole);
        double below = y + padding_y + cells_height(row) + above_below_text;
        for (const SetLine& line : row.below) {
            place(flow_.page(), line, x0(1) + padding_x, baseline_in_row(below, below_line(), style_.below_pt));
            below += below_line();
        }
        if (style_.boxed) {
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                line_down(row.cells[i].x - padding_x - (row.cells[i].mark ? mark_space : 0), y, y + whole,
                          i == 0 ? outer_line : inner_line);
            line_down(flow_.frame().right(), y, y + whole, outer_line);
        }
        flow_.move(whole);
        line_across(flow_.y(), style_.boxed ? inner_line : hairline);
    }

    PageFlow& flow_;
    const Table& table_;
    TableStyle style_;
    const Metrics& metrics_;
    std::vector<double> edges_;
    SetRow head_;
    double body_top_ = 0;
};

}  // namespace

void draw_table(PageFlow& flow, const Table& table, const TableStyle& style, const Metrics& metrics)
{
    TableDrawing(flow, table, style, metrics).draw();
}

}  // namespace xiaoan::documents
