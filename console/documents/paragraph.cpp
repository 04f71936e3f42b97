#include "console/documents/paragraph.hpp"

#include <pango/pangocairo.h>

namespace xiaoan::documents {

void Paragraph::Release::operator()(PangoLayout* layout) const
{
    g_object_unref(layout);
}

Paragraph::Paragraph(cairo_t* page, std::string_view text, const TextStyle& style, double width_pt, Align align)
    : page_(page), grey_(style.grey), layout_(pango_cairo_create_layout(page))
{
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, style.serif ? "Noto Serif CJK SC" : "Noto Sans CJK SC");
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, style.size_pt * PANGO_SCALE);
    pango_layout_set_font_description(layout_.get(), font);
    pango_font_description_free(font);
    pango_context_set_language(pango_layout_get_context(layout_.get()), pango_language_from_string("zh-cn"));
    pango_layout_context_changed(layout_.get());
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    if (width_pt > 0) {
        pango_layout_set_width(layout_.get(), static_cast<int>(width_pt * PANGO_SCALE));
        pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(layout_.get(), align == Align::left     ? PANGO_ALIGN_LEFT
                                                  : align == Align::centre ? PANGO_ALIGN_CENTER
                                                                           : PANGO_ALIGN_RIGHT);
    }
    int width = 0, height = 0;
    pango_layout_get_size(layout_.get(), &width, &height);
    width_ = static_cast<double>(width) / PANGO_SCALE;
    height_ = static_cast<double>(height) / PANGO_SCALE;
}

void Paragraph::draw(double x, double y) const
{
    cairo_set_source_rgb(page_, grey_, grey_, grey_);
    cairo_move_to(page_, x, y);
    pango_cairo_show_layout(page_, layout_.get());
}

}  // namespace xiaoan::documents
