#include "console/shell/text.hpp"

#include "console/shell/utf8.hpp"
#include "console/shell/widgets/tooltip.hpp"
#include "console/shell/wrap.hpp"

#include <array>
#include <cmath>
#include <string>

namespace xiaoan::shell {
namespace {

constexpr float slant = 0.2F;
constexpr float halo_px = 1.5F;

[[nodiscard]] Advance advance_of(const Ui& ui, FontRole font)
{
    const ImFont* face = ui.fonts.of(font);
    return [face](char32_t code) { return face->GetCharAdvance(static_cast<ImWchar>(code)); };
}

/// One pass of the letters in one colour; gives the right end.
float put(const Ui& ui, Point at, const TextLook& look, Color color, std::string_view text)
{
    const ImFont* font = ui.fonts.of(look.font);
    ImDrawList& list = ui.list();
    const int first_vertex = list.VtxBuffer.Size;
    float x = at.x;
    if (look.spacing == 0.0F) {
        list.AddText(font, font->FontSize, {x, at.y}, color, text.data(), text.data() + text.size());
        x += text_width(ui, look.font, text);
    } else {
        for (std::size_t i = 0; i < text.size();) {
            const std::size_t begin = i;
            const char32_t code = next_code_point(text, i);
            list.AddText(font, font->FontSize, {x, at.y}, color, text.data() + begin, text.data() + i);
            x += font->GetCharAdvance(static_cast<ImWchar>(code)) + (i < text.size() ? ui.px(look.spacing) : 0);
        }
    }
    if (look.italic) {
        const float baseline = at.y + font->Ascent;
        for (int i = first_vertex; i < list.VtxBuffer.Size; ++i)
            list.VtxBuffer[i].pos.x += slant * (baseline - list.VtxBuffer[i].pos.y);
    }
    return x;
}

[[nodiscard]] Point place(const Ui& ui, const Rect& box, Align align, const TextLook& look, std::string_view text)
{
    const float y = box.y0 + std::round((box.height() - text_height(ui, look.font)) / 2);
    if (align == Align::left) return {box.x0, y};
    const float free = box.width() - text_width(ui, look.font, text, look.spacing);
    return {std::round(align == Align::right ? box.x0 + free : box.x0 + free / 2), y};
}

}  // namespace

float text_width(const Ui& ui, FontRole font, std::string_view text, float spacing)
{
    const ImFont* face = ui.fonts.of(font);
    float sum = 0;
    int letters = 0;
    for (std::size_t at = 0; at < text.size(); ++letters)
        sum += face->GetCharAdvance(static_cast<ImWchar>(next_code_point(text, at)));
    return letters > 1 ? sum + static_cast<float>(letters - 1) * ui.px(spacing) : sum;
}

float text_height(const Ui& ui, FontRole font)
{
    return ui.fonts.of(font)->FontSize;
}

float draw_text(const Ui& ui, Point at, const TextLook& look, std::string_view text)
{
    if (text.empty()) return at.x;
    ui.fonts.note(look.font, text);
    at = {std::round(at.x), std::round(at.y)};
    if (look.halo != 0) {
        const float far = ui.px.exact(halo_px);
        const float near = far * 0.7071F;
        const std::array<Point, 8> around{
            {{far, 0}, {near, near}, {0, far}, {-near, near}, {-far, 0}, {-near, -near}, {0, -far}, {near, -near}}};
        for (const Point& offset : around) {
            // AddText floors its position: the vertices are moved instead, by fractions too.
            const int first = ui.list().VtxBuffer.Size;
            put(ui, at, look, look.halo, text);
            for (int i = first; i < ui.list().VtxBuffer.Size; ++i) {
                ui.list().VtxBuffer[i].pos.x += offset.x;
                ui.list().VtxBuffer[i].pos.y += offset.y;
            }
        }
    }
    const float end = put(ui, at, look, look.color, text);
    if (ui.probe != nullptr) ui.probe->text(text, {at.x, at.y, end, at.y + text_height(ui, look.font)}, ui.clip());
    return end;
}

void draw_text(const Ui& ui, const Rect& box, Align align, const TextLook& look, std::string_view text)
{
    draw_text(ui, place(ui, box, align, look, text), look, text);
}

bool draw_text_fitted(const Ui& ui, const Rect& box, Align align, const TextLook& look, std::string_view text)
{
    if (text_width(ui, look.font, text, look.spacing) <= box.width()) {
        draw_text(ui, box, align, look, text);
        return false;
    }
    const Fitted fitted = fit(text, box.width(), advance_of(ui, look.font));
    draw_text(ui, place(ui, box, Align::left, look, fitted.text), look, fitted.text);
    if (fitted.cut) tooltip(ui, box, text);
    return fitted.cut;
}

float draw_paragraph(const Ui& ui, Point at, float width, const TextLook& look, std::string_view text, float pitch)
{
    const float step = pitch > 0 ? ui.px(pitch) : text_height(ui, look.font);
    const float from = at.y + std::round((step - text_height(ui, look.font)) / 2);
    float y = from;
    for (const std::string_view line : wrap(text, width, ui.fonts.em(look.font), advance_of(ui, look.font))) {
        draw_text(ui, {at.x, y}, look, line);
        y += step;
    }
    // A script looks for the text as it was written, not line by line.
    if (ui.probe != nullptr) ui.probe->text(text, {at.x, from, at.x + width, y}, ui.clip());
    return y - from;
}

float paragraph_height(const Ui& ui, float width, FontRole font, std::string_view text, float pitch)
{
    const float step = pitch > 0 ? ui.px(pitch) : text_height(ui, font);
    return step * static_cast<float>(wrap(text, width, ui.fonts.em(font), advance_of(ui, font)).size());
}

}  // namespace xiaoan::shell
