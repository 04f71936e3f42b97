#include "console/shell/widgets/comparison.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::shell {
namespace {

constexpr float row_px = 28;
constexpr float head_px = 24;
constexpr float label_px = 64;
constexpr float most_label_share = 0.28F;  // of the width: the values need more
constexpr float inset_px = 6;
constexpr float mark_px = 12;
constexpr float fact_label_px = 84;
constexpr float fact_pitch_px = 22;

/// As wide as the longest label wishes to be, within limits.
float label_width(const Ui& ui, float width, std::span<const ComparisonRow> rows)
{
    float wanted = ui.px(label_px);
    for (const ComparisonRow& row : rows)
        wanted = std::max(wanted, text_width(ui, FontRole::label, row.label) + ui.px(inset_px + 4));
    return std::min(wanted, std::max(ui.px(label_px), std::floor(width * most_label_share)));
}

}  // namespace

float comparison(const Ui& ui, Point at, float width, std::string_view left_head, std::string_view right_head,
                 std::span<const ComparisonRow> rows)
{
    const Theme& theme = ui.theme;
    const float left = at.x + ui.px(inset_px) + label_width(ui, width, rows);
    const float half = std::floor((at.x + width - left) / 2);
    const float right = left + half;
    const float gap = ui.px(mark_px + inset_px);
    const Rect head = rect_at(at.x, at.y, width, ui.px(head_px));
    draw_text(ui, Rect{left, head.y0, right, head.y1}, Align::left, {.font = FontRole::small, .color = theme.muted},
              left_head);
    draw_text(ui, Rect{right + ui.px(4), head.y0, head.x1, head.y1}, Align::left,
              {.font = FontRole::small, .color = theme.muted}, right_head);
    float y = head.y1;
    hairline(ui, head.x0, head.x1, y, theme.faint_line);
    for (const ComparisonRow& row : rows) {
        const Rect line = rect_at(at.x, y + ui.px.hair(), width, ui.px(row_px) - ui.px.hair());
        if (row.differs) fill(ui, line, theme.changed_row);
        draw_text_fitted(ui, Rect{line.x0 + ui.px(inset_px), line.y0, left - ui.px(4), line.y1}, Align::left,
                         {.font = FontRole::label, .color = theme.muted}, row.label);
        draw_text_fitted(ui, Rect{left, line.y0, right - gap, line.y1}, Align::left, {.color = theme.ink}, row.left);
        if (row.differs) severity_shape(ui, {right - ui.px(8), line.middle().y}, Severity::rectify, 0.75F);
        draw_text_fitted(ui, Rect{right + ui.px(4), line.y0, line.x1, line.y1}, Align::left,
                         {.font = row.differs ? FontRole::body_bold : FontRole::body, .color = theme.ink}, row.right);
        y += ui.px(row_px);
        hairline(ui, head.x0, head.x1, y, theme.faint_line);
    }
    return y + ui.px.hair() - at.y;
}

float section_heading(const Ui& ui, Point at, std::string_view text)
{
    draw_text(ui, {at.x, at.y}, {.font = FontRole::label, .color = ui.theme.muted}, text);
    return ui.px(24);
}

float fact_row(const Ui& ui, Point at, float width, std::string_view label, std::string_view value)
{
    const float left = ui.px(fact_label_px);
    draw_paragraph(ui, at, left - ui.px(6), {.font = FontRole::label, .color = ui.theme.muted}, label, fact_pitch_px);
    return std::max(draw_paragraph(ui, {at.x + left, at.y}, width - left,
                                   {.font = FontRole::label, .color = ui.theme.ink}, value, fact_pitch_px),
                    ui.px(fact_pitch_px));
}

}  // namespace xiaoan::shell
