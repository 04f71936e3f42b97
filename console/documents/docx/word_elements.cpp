#include "console/documents/docx/word_elements.hpp"

#include "console/documents/docx/marked_paragraph.hpp"
#include "console/documents/page/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace xiaoan::documents {

namespace {

/// The fonts that the standard names first; a computer without them falls back to its own.
const char* font_name(Face face)
{
    switch (face) {
    case Face::title: return "方正小标宋简体";
    case Face::kai: return "楷体_GB2312";
    case Face::hei: return "黑体";
    case Face::song: return "宋体";
    case Face::fangsong: break;
    }
    return "仿宋_GB2312";
}

/// Twentieths of a point, in which the format counts.
int twips(double points)
{
    return static_cast<int>(std::lround(points * 20));
}

pugi::xml_node add(pugi::xml_node parent, const char* name, const char* attribute = nullptr,
                   const char* value = nullptr)
{
    auto node = parent.append_child(name);
    if (attribute != nullptr) node.append_attribute(attribute).set_value(value);
    return node;
}

pugi::xml_node add_number(pugi::xml_node parent, const char* name, const char* attribute, int value)
{
    return add(parent, name, attribute, std::to_string(value).c_str());
}

/// Names a font in run properties, where the schema wants it: behind w:rStyle, before all else.
void set_font(pugi::xml_node properties, Face face)
{
    properties.remove_child("w:rFonts");
    const auto style = properties.child("w:rStyle");
    auto fonts = style ? properties.insert_child_after("w:rFonts", style) : properties.prepend_child("w:rFonts");
    for (const char* attribute : {"w:ascii", "w:hAnsi"}) fonts.append_attribute(attribute).set_value("Times New Roman");
    fonts.append_attribute("w:eastAsia").set_value(font_name(face));
}

void add_text(pugi::xml_node run, std::string_view text)
{
    auto node = add(run, "w:t", "xml:space", "preserve");
    node.text().set(std::string{text}.c_str());
    settle_texts(run);
}

void add_run(pugi::xml_node paragraph, std::string_view text, Face face, double size_pt, bool bold = false)
{
    auto run = paragraph.append_child("w:r");
    auto properties = run.append_child("w:rPr");
    set_font(properties, face);
    if (bold) properties.append_child("w:b");
    const int half_points = static_cast<int>(std::lround(size_pt * 2));
    add_number(properties, "w:sz", "w:val", half_points);
    add_number(properties, "w:szCs", "w:val", half_points);
    add_text(run, text);
}

const char* alignment(Align align)
{
    switch (align) {
    case Align::centre: return "center";
    case Align::right: return "right";
    case Align::justified: return "both";
    case Align::left: break;
    }
    return "left";
}

/// A cell of a table.
class CellWriter {
public:
    CellWriter(pugi::xml_node row, double size_pt, double line_pt) : row_(row), size_pt_(size_pt), line_pt_(line_pt) {}

    void add_cell(const std::string& text, int width, std::size_t columns, Align align, bool strong) const
    {
        auto row = row_;
        auto cell = row.append_child("w:tc");
        auto properties = cell.append_child("w:tcPr");
        add_number(properties, "w:tcW", "w:w", width).append_attribute("w:type").set_value("dxa");
        if (columns > 1) add_number(properties, "w:gridSpan", "w:val", static_cast<int>(columns));
        add(properties, "w:vAlign", "w:val", "center");
        auto paragraph = cell.append_child("w:p");
        auto form = paragraph.append_child("w:pPr");
        add(form, "w:snapToGrid", "w:val", "0");  // the lines of a table are closer than those of the page
        auto spacing = add(form, "w:spacing", "w:line", std::to_string(twips(line_pt_)).c_str());
        spacing.append_attribute("w:lineRule").set_value("exact");
        add_number(form, "w:ind", "w:firstLine", 0);
        add(form, "w:jc", "w:val", alignment(align));
        if (!text.empty()) add_run(paragraph, text, strong ? Face::hei : Face::song, size_pt_);
    }

private:
    pugi::xml_node row_;
    double size_pt_, line_pt_;
};

std::vector<int> widths_of(const Table& table)
{
    double whole = 0;
    for (const Column& column : table.columns) whole += column.width_mm;
    std::vector<int> widths;
    for (const Column& column : table.columns) widths.push_back(twips(column.width_mm / whole * gb9704::width));
    return widths;
}

void add_table_properties(pugi::xml_node made, const std::vector<int>& widths)
{
    auto properties = made.append_child("w:tblPr");
    int whole = 0;
    for (const int width : widths) whole += width;
    add_number(properties, "w:tblW", "w:w", whole).append_attribute("w:type").set_value("dxa");
    add(properties, "w:jc", "w:val", "center");
    auto borders = properties.append_child("w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
        auto border = add(borders, side, "w:val", "single");
        border.append_attribute("w:sz").set_value(4);  // eighths of a point
        border.append_attribute("w:space").set_value(0);
        border.append_attribute("w:color").set_value("000000");
    }
    add(properties, "w:tblLayout", "w:type", "fixed");
    auto grid = made.append_child("w:tblGrid");
    for (const int width : widths) add_number(grid, "w:gridCol", "w:w", width);
}

/// A row of a table, with a least height or none.
pugi::xml_node add_row(pugi::xml_node made, double least_mm, bool head)
{
    auto row = made.append_child("w:tr");
    auto properties = row.append_child("w:trPr");
    properties.append_child("w:cantSplit");
    if (least_mm > 0)
        add_number(properties, "w:trHeight", "w:val", twips(least_mm * mm))
            .append_attribute("w:hRule")
            .set_value("atLeast");
    if (head) properties.append_child("w:tblHeader");
    return row;
}

}  // namespace

ParagraphForm form_of(pugi::xml_node paragraph)
{
    ParagraphForm form{paragraph.child("w:pPr"), {}};
    for (const auto run : paragraph.children("w:r"))
        if (run.child("w:t")) {
            form.run_properties = run.child("w:rPr");
            break;
        }
    return form;
}

pugi::xml_node add_passage(pugi::xml_node after, const Passage& passage, const ParagraphForm& form)
{
    auto paragraph = after.parent().insert_child_after("w:p", after);
    if (form.paragraph_properties) paragraph.append_copy(form.paragraph_properties);
    if (passage.heads_next || !passage.indented) {
        auto properties = paragraph.child("w:pPr");
        if (!properties) properties = paragraph.prepend_child("w:pPr");
        if (passage.heads_next && !properties.child("w:keepNext")) {
            const auto style = properties.child("w:pStyle");
            if (style)
                properties.insert_child_after("w:keepNext", style);
            else
                properties.prepend_child("w:keepNext");
        }
        if (auto indent = properties.child("w:ind"); indent && !passage.indented) {
            indent.remove_attribute("w:firstLine");
            indent.remove_attribute("w:firstLineChars");
        }
    }
    if (passage.flush_right) {
        auto properties = paragraph.child("w:pPr");
        if (!properties) properties = paragraph.prepend_child("w:pPr");
        properties.remove_child("w:jc");
        add(properties, "w:jc", "w:val", "right");
    }
    for (const Run& part : passage.runs) {
        auto run = paragraph.append_child("w:r");
        auto properties = form.run_properties ? run.append_copy(form.run_properties) : run.append_child("w:rPr");
        if (part.face != Face::fangsong) set_font(properties, part.face);
        add_text(run, part.text);
    }
    return paragraph;
}

void begin_page(pugi::xml_node paragraph)
{
    auto properties = paragraph.child("w:pPr");
    if (!properties) properties = paragraph.prepend_child("w:pPr");
    if (properties.child("w:pageBreakBefore")) return;
    pugi::xml_node before;  // the schema's order
    for (const char* name : {"w:pStyle", "w:keepNext", "w:keepLines"})
        if (const auto earlier = properties.child(name)) before = earlier;
    if (before)
        properties.insert_child_after("w:pageBreakBefore", before);
    else
        properties.prepend_child("w:pageBreakBefore");
}

pugi::xml_node add_plain(pugi::xml_node after, std::string_view text, const PlainForm& form)
{
    auto paragraph = after.parent().insert_child_after("w:p", after);
    auto properties = paragraph.append_child("w:pPr");
    if (form.begins_page) begin_page(paragraph);
    add_number(properties, "w:ind", "w:firstLine", 0);
    add(properties, "w:jc", "w:val", form.alignment);
    if (!text.empty()) add_run(paragraph, text, form.face, form.size_pt);
    return paragraph;
}

pugi::xml_node add_table(pugi::xml_node after, const Table& table, const TableStyle& style)
{
    auto made = after.parent().insert_child_after("w:tbl", after);
    const auto widths = widths_of(table);
    add_table_properties(made, widths);
    const double size = table.dense ? style.dense_size_pt : style.size_pt;
    const double line = table.dense ? style.dense_line_pt : style.line_pt;
    if (table.has_head) {
        const CellWriter writer(add_row(made, 0, true), size, line);
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            writer.add_cell(table.columns[i].head, widths[i], 1, Align::centre, true);
    }
    for (const TableRow& row : table.rows) {
        const CellWriter writer(add_row(made, row.least_mm, false), size, line);
        std::size_t column = 0;
        for (std::size_t i = 0; i < row.cells.size() && column < widths.size(); ++i) {
            const TableCell& cell = row.cells[i];
            int width = 0;
            const Align align = cell.label ? Align::centre : table.columns[column].align;
            const std::size_t reach = std::min(cell.columns, widths.size() - column);
            for (std::size_t k = 0; k < reach; ++k) width += widths[column + k];
            std::string text = cell.text;
            if (!row.below.empty() && i + 1 == row.cells.size()) text += "\n" + row.below;
            writer.add_cell(text, width, reach, align, cell.label);
            column += reach;
        }
    }
    return made;
}

}  // namespace xiaoan::documents
