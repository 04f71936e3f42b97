#include "console/documents/page/letter_head.hpp"

#include "console/documents/page/typography.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace xiaoan::documents {

namespace {

constexpr double largest_letter_name = 36, largest_document_name = 52;  // 5.2.4: to be chosen by the office
constexpr double name_spacing = 1.12;                                   // of the size, from character to character
constexpr double thick = 1.0 * mm, thin = 0.35 * mm, between = 0.6 * mm;

std::optional<Ink> ink_of(const Head& head)
{
    switch (head.ink) {
    case HeadInk::red: return Ink::red;
    case HeadInk::black: return Ink::black;
    case HeadInk::preprinted: break;
    }
    return std::nullopt;
}

/// The name set in the middle of the page, as large as the width allows; its height.
double draw_name(PageFlow& flow, const Letter& letter, double top, double largest, const Metrics& metrics)
{
    const bool grid = typography(letter.language).body.grid;
    const auto style = [&](double size) {
        return TypeStyle{.size_pt = size,
                         .cell_pt = grid ? size * name_spacing : 0,
                         .grid = grid,
                         .ink = ink_of(letter.head).value_or(Ink::black)};
    };
    double size = largest;
    SetLine name = set_line(letter.head.name, Face::title, style(size), metrics);
    if (const double width = name.width; width > gb9704::width) {
        size *= gb9704::width / width;
        name = set_line(letter.head.name, Face::title, style(size), metrics);
    }
    if (ink_of(letter.head))
        place(flow.page(), name, (flow.frame().page_width - name.width) / 2, baseline_in_row(top, size, size));
    return size;
}

void draw_rule(PageFlow& flow, const Letter& letter, double y, double width, double thickness)
{
    const auto ink = ink_of(letter.head);
    const double middle = flow.frame().page_width / 2;
    if (ink) flow.page().strokes.push_back({middle - width / 2, y, middle + width / 2, y, thickness, *ink});
}

/// The row of the grid nearest to a height.
double on_grid(double y)
{
    return gb9704::top + std::max(0.0, std::round((y - gb9704::top) / gb9704::pitch)) * gb9704::pitch;
}

void draw_number(PageFlow& flow, const Letter& letter, double top, Align align, const Metrics& metrics)
{
    const TypeStyle& body = typography(letter.language).body;
    const SetLine number = set_line(letter.head.number, Face::fangsong, body, metrics);
    const auto& frame = flow.frame();
    const double x =
        align == Align::right ? frame.right() - number.width : frame.left + (frame.width - number.width) / 2;
    place(flow.page(), number, x, baseline_in_row(top, body.size_pt, body.size_pt));
}

void draw_letter_head(PageFlow& flow, const Letter& letter, const Metrics& metrics)
{
    const double height = draw_name(flow, letter, gb9704::letter_name_top, largest_letter_name, metrics);
    const double rule = gb9704::letter_name_top + height + gb9704::letter_rule_below_name;
    draw_rule(flow, letter, rule + thick / 2, gb9704::letter_rule_width, thick);
    draw_rule(flow, letter, rule + thick + between, gb9704::letter_rule_width, thin);
    const double second = flow.frame().page_height - gb9704::letter_rule_above_end;
    draw_rule(flow, letter, second - thick / 2, gb9704::letter_rule_width, thick);
    draw_rule(flow, letter, second - thick - between, gb9704::letter_rule_width, thin);
    const double number_top = rule + thick + between + gb9704::letter_below_rule;
    if (!letter.head.number.empty()) draw_number(flow, letter, number_top, Align::right, metrics);
    flow.move_to(on_grid(number_top + gb9704::size_3 + 2 * gb9704::pitch));
}

void draw_document_head(PageFlow& flow, const Letter& letter, const Metrics& metrics)
{
    const double top = gb9704::top + gb9704::head_name_top;
    const double height = draw_name(flow, letter, top, largest_document_name, metrics);
    const double number_top = top + height + 2 * gb9704::pitch;
    draw_number(flow, letter, number_top, Align::centre, metrics);
    const double rule = number_top + gb9704::size_3 + gb9704::head_rule_below_number;
    draw_rule(flow, letter, rule, gb9704::width, thick);
    flow.move_to(on_grid(rule + 2 * gb9704::pitch));
}

}  // namespace

void draw_head(PageFlow& flow, const Letter& letter, const Metrics& metrics)
{
    switch (letter.head.form) {
    case HeadForm::letter: draw_letter_head(flow, letter, metrics); break;
    case HeadForm::document: draw_document_head(flow, letter, metrics); break;
    case HeadForm::none:
        if (!letter.head.number.empty()) {
            const double number_top = flow.y() + (gb9704::pitch - gb9704::size_3) / 2;
            draw_number(flow, letter, number_top, Align::right, metrics);
            flow.move(2 * gb9704::pitch);
        }
        break;
    }
}

}  // namespace xiaoan::documents
