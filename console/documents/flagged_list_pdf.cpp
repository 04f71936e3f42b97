#include "console/documents/flagged_list.hpp"
#include "console/documents/paragraph.hpp"
#include "console/documents/pdf_file.hpp"
#include "console/language/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numbers>
#include <optional>

namespace xiaoan::documents {

namespace {

constexpr double margin_x = 15 * mm, margin_top = 14 * mm, margin_bottom = 16 * mm;
constexpr double cell_padding_x = 1.6 * mm, cell_padding_y = 1.3 * mm;
// Number, registration number, county, operator, problem, since, due, department, basis: 267 mm in all.
constexpr std::array column_mm{9.0, 25.0, 17.0, 44.0, 47.0, 22.0, 22.0, 22.0, 59.0};
constexpr double evidence_gap = 0.6 * mm;  // between a row's cells and its evidence, which has the whole width
constexpr TextStyle body{.size_pt = 9}, small{.size_pt = 7.5, .grey = 0.25}, head{.size_pt = 9, .bold = true};
constexpr double shape_space = 4.2 * mm;
constexpr std::size_t problem_column = 4;

struct Rgb {
    double r, g, b;
};

/// Okabe–Ito hues, darkened for paper, with a shape each.
Rgb colour(rules::Severity severity)
{
    switch (severity) {
    case rules::Severity::stop: return {0.77, 0.31, 0};
    case rules::Severity::rectify: return {0.69, 0.48, 0};
    case rules::Severity::notice: return {0.16, 0.44, 0.69};
    case rules::Severity::data: break;
    }
    return {0.45, 0.5, 0.53};
}

/// Triangle, diamond, disc or ring of about 3 mm about (x, y).
void draw_shape(cairo_t* page, rules::Severity severity, double x, double y)
{
    const double r = 1.35 * mm;
    const Rgb c = colour(severity);
    cairo_set_source_rgb(page, c.r, c.g, c.b);
    if (severity == rules::Severity::stop) {
        cairo_move_to(page, x, y - r);
        cairo_line_to(page, x + r, y + r * 0.8);
        cairo_line_to(page, x - r, y + r * 0.8);
        cairo_close_path(page);
        cairo_fill(page);
    } else if (severity == rules::Severity::rectify) {
        cairo_move_to(page, x, y - r);
        cairo_line_to(page, x + r, y);
        cairo_line_to(page, x, y + r);
        cairo_line_to(page, x - r, y);
        cairo_close_path(page);
        cairo_fill(page);
    } else {
        cairo_new_path(page);
        cairo_arc(page, x, y, r * 0.85, 0, 2 * std::numbers::pi);
        cairo_set_line_width(page, 0.8);
        if (severity == rules::Severity::notice)
            cairo_fill(page);
        else
            cairo_stroke(page);
    }
}

void rule_line(cairo_t* page, double x0, double x1, double y, double width, double grey)
{
    cairo_set_source_rgb(page, grey, grey, grey);
    cairo_set_line_width(page, width);
    cairo_move_to(page, x0, y);
    cairo_line_to(page, x1, y);
    cairo_stroke(page);
}

/// A row set in its columns, and under them its evidence from the second column on.
struct SetRow {
    std::vector<Paragraph> cells;
    std::optional<Paragraph> evidence;

    [[nodiscard]] double cells_height() const
    {
        double tallest = 0;
        for (const auto& cell : cells) tallest = std::max(tallest, cell.height());
        return tallest;
    }
    [[nodiscard]] double height() const
    {
        return cells_height() + (evidence ? evidence_gap + evidence->height() : 0) + 2 * cell_padding_y;
    }
};

class Sheet {
public:
    Sheet(const FlaggedList& list, PdfFile& pdf) : list_(list), pdf_(pdf), page_(pdf.page()) {}

    void draw()
    {
        paginate();
        std::size_t row = 0;
        for (std::size_t p = 0; p < rows_on_page_.size(); ++p) {
            if (p > 0) pdf_.next_page();
            double y = p == 0 ? draw_title() : margin_top;
            if (!list_.rows.empty()) y = draw_headers(y);
            for (std::size_t i = 0; i < rows_on_page_[p]; ++i) y = draw_row(row++, y);
            draw_foot(p + 1);
        }
    }

private:
    [[nodiscard]] double right() const { return pdf_.width() - margin_x; }
    [[nodiscard]] double text_width() const { return pdf_.width() - 2 * margin_x; }
    [[nodiscard]] static double column_width(std::size_t column) { return column_mm[column] * mm - 2 * cell_padding_x; }

    [[nodiscard]] SetRow set_row(std::size_t index) const
    {
        const auto& row = list_.rows[index];
        const std::string number = fmt::format("{}", index + 1);
        const std::string registration_number = language::shown_registration_number(row.registration_number);
        const std::array words{&number,  &registration_number, &row.county, &row.run_by, &row.problem, &row.since,
                               &row.due, &row.department,      &row.basis};
        SetRow made;
        for (std::size_t c = 0; c < words.size(); ++c)
            made.cells.emplace_back(page_, *words[c], body, column_width(c) - (c == problem_column ? shape_space : 0));
        if (!row.evidence.empty())
            made.evidence.emplace(page_, row.evidence, small, text_width() - column_mm[0] * mm - 2 * cell_padding_x);
        return made;
    }

    [[nodiscard]] double header_height() const { return Paragraph(page_, "国", head).height() + 2 * cell_padding_y; }

    [[nodiscard]] double title_height() const
    {
        return Paragraph(page_, list_.title, {.size_pt = 18, .bold = true}).height() + 2 * mm +
               static_cast<double>(list_.facts.size()) * Paragraph(page_, "国", body).height() + 4 * mm;
    }

    void paginate()
    {
        const double bottom = pdf_.height() - margin_bottom;
        double y = margin_top + title_height() + header_height();
        rows_on_page_.push_back(0);
        for (std::size_t i = 0; i < list_.rows.size(); ++i) {
            const double height = set_row(i).height();
            if (y + height > bottom && rows_on_page_.back() > 0) {
                rows_on_page_.push_back(0);
                y = margin_top + header_height();
            }
            y += height;
            ++rows_on_page_.back();
        }
    }

    double draw_title()
    {
        const Paragraph title(page_, list_.title, {.size_pt = 18, .bold = true}, text_width(), Align::centre);
        double y = margin_top;
        title.draw(margin_x, y);
        if (!list_.demonstration.empty())
            Paragraph(page_, list_.demonstration, {.size_pt = 12, .bold = true, .grey = 0.35}).draw(margin_x, y);
        y += title.height() + 2 * mm;
        for (const auto& fact : list_.facts) {
            const Paragraph line(page_, fact, body, text_width(), Align::centre);
            line.draw(margin_x, y);
            y += line.height();
        }
        if (list_.rows.empty())
            Paragraph(page_, list_.empty_text, {.size_pt = 12}, text_width(), Align::centre)
                .draw(margin_x, y + 20 * mm);
        return y + 4 * mm;
    }

    double draw_headers(double y)
    {
        const double height = header_height();
        cairo_set_source_rgb(page_, 0.94, 0.95, 0.94);
        cairo_rectangle(page_, margin_x, y, text_width(), height);
        cairo_fill(page_);
        double x = margin_x;
        for (std::size_t c = 0; c < column_mm.size() && c < list_.headers.size(); ++c) {
            Paragraph(page_, list_.headers[c], head).draw(x + cell_padding_x, y + cell_padding_y);
            x += column_mm[c] * mm;
        }
        rule_line(page_, margin_x, right(), y, 0.9, 0);
        rule_line(page_, margin_x, right(), y + height, 0.6, 0);
        return y + height;
    }

    double draw_row(std::size_t index, double y)
    {
        const SetRow row = set_row(index);
        const double top = y + cell_padding_y;
        double x = margin_x;
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            if (c == problem_column)
                draw_shape(page_, list_.rows[index].severity, x + cell_padding_x + 1.5 * mm,
                           top + Paragraph(page_, "国", body).height() / 2);
            row.cells[c].draw(x + cell_padding_x + (c == problem_column ? shape_space : 0), top);
            x += column_mm[c] * mm;
        }
        if (row.evidence)
            row.evidence->draw(margin_x + column_mm[0] * mm + cell_padding_x, top + row.cells_height() + evidence_gap);
        const double bottom = y + row.height();
        rule_line(page_, margin_x, right(), bottom, 0.3, 0.6);
        return bottom;
    }

    void draw_foot(std::size_t page_number)
    {
        const double y = pdf_.height() - margin_bottom + 4 * mm;
        Paragraph(page_, list_.foot, {.size_pt = 7, .grey = 0.4}).draw(margin_x, y);
        const Paragraph number(page_, fmt::format(fmt::runtime(list_.page_of), page_number, rows_on_page_.size()),
                               {.size_pt = 8});
        number.draw(right() - number.width(), y);
    }

    const FlaggedList& list_;
    PdfFile& pdf_;
    cairo_t* page_;
    std::vector<std::size_t> rows_on_page_;
};

}  // namespace

std::string flagged_list_pdf(const FlaggedList& list)
{
    PdfFile pdf({list.title, list.author, list.as_of, true});
    Sheet(list, pdf).draw();
    return pdf.finish();
}

}  // namespace xiaoan::documents
