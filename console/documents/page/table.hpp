// Tables: annexes, lists and forms. The header stands on every page, a row is never split between two.
#pragma once

#include "console/documents/page/page_flow.hpp"
#include "console/documents/page/type.hpp"

#include <optional>
#include <string>
#include <vector>

namespace xiaoan::documents {

struct Column {
    std::string head{};
    double width_mm = 20;
    Align align = Align::left;
};

struct TableCell {
    std::string text{};
    std::size_t columns = 1;     // how many it reaches over
    bool label = false;          // says what is beside it: centred, in 黑体
    std::optional<Mark> mark{};  // a shape before the text
};

struct TableRow {
    std::vector<TableCell> cells{};
    double least_mm = 0;  // room to write by hand
    std::string below{};  // small print under the cells, from the second column on
};

struct Table {
    std::vector<Column> columns{};
    std::vector<TableRow> rows{};
    bool has_head = true;
    bool dense = false;  // smaller type, for long lists
};

struct TableStyle {
    double size_pt = 10.5;  // 五号
    double line_pt = 15;
    double below_pt = 7.5;
    double dense_size_pt = 9;  // 小五
    double dense_line_pt = 12.5;
    bool grid = true;   // Chinese setting, as in TypeStyle
    bool boxed = true;  // lines on all sides of a cell; else rows are parted by hairlines only
};

/// Draws the table from where the flow stands. The widths of the columns are scaled to the frame's. A row higher than a
/// whole page, which no honest one is, goes on over the next.
void draw_table(PageFlow& flow, const Table& table, const TableStyle& style, const Metrics& metrics);

}  // namespace xiaoan::documents
