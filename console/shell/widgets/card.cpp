#include "console/shell/widgets/card.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"

namespace xiaoan::shell {
namespace {

constexpr float bar_px = 4;
constexpr float left_px = 17;
constexpr float right_px = 12;
constexpr float above_px = 8;
constexpr float below_px = 6;
constexpr float title_px = 24;
constexpr float line_pitch_px = 20;
constexpr float shape_px = 18;

[[nodiscard]] float inner_width(const Ui& ui, float width)
{
    return width - ui.px(left_px) - ui.px(right_px);
}

}  // namespace

float card_height(const Ui& ui, float width, const CardText& text)
{
    const float inside = inner_width(ui, width);
    float height = ui.px(above_px) + ui.px(below_px) +
                   paragraph_height(ui, inside - ui.px(shape_px), FontRole::body_bold, text.title, title_px);
    for (const std::string& line : text.lines)
        height += paragraph_height(ui, inside, FontRole::small, line, line_pitch_px);
    if (!text.more.empty()) height += ui.px(line_pitch_px);
    return height;
}

CardDrawn card(const Ui& ui, Point at, float width, const CardText& text)
{
    const SeverityColors& colors = ui.theme.of(text.severity);
    const float height = card_height(ui, width, text);
    const Rect where = rect_at(at.x, at.y, width, height);
    fill(ui, where, colors.card, 6, ImDrawFlags_RoundCornersRight);
    fill(ui, rect_at(at.x, at.y, ui.px(bar_px), height), colors.line);
    const float x = at.x + ui.px(left_px);
    const float inside = inner_width(ui, width);
    float y = at.y + ui.px(above_px);
    severity_shape(ui, {x + ui.px(6), y + ui.px(title_px) / 2}, text.severity);
    y += draw_paragraph(ui, {x + ui.px(shape_px), y}, inside - ui.px(shape_px),
                        {.font = FontRole::body_bold, .color = ui.theme.ink}, text.title, title_px);
    for (const std::string& line : text.lines)
        y += draw_paragraph(ui, {x, y}, inside, {.font = FontRole::small, .color = ui.theme.card_text}, line,
                            line_pitch_px);
    if (text.more.empty()) return {height, false};
    const Rect word = rect_at(x, y, text_width(ui, FontRole::small, text.more) + ui.px(4), ui.px(line_pitch_px));
    return {height, text_button(ui, text.more_id, text.more, word, FontRole::small)};
}

}  // namespace xiaoan::shell
