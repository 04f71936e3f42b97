#include "console/documents/draw/painter.hpp"

#include "console/documents/text/characters.hpp"
#include "data/intake/utf8.hpp"

#include <numbers>
#include <string>
#include <vector>

namespace xiaoan::documents {

namespace {

void set_ink(cairo_t* context, Ink ink)
{
    switch (ink) {
    case Ink::black: cairo_set_source_rgb(context, 0, 0, 0); break;
    case Ink::red: cairo_set_source_rgb(context, 0.85, 0, 0.05); break;
    case Ink::grey: cairo_set_source_rgb(context, 0.42, 0.42, 0.42); break;
    case Ink::stop: cairo_set_source_rgb(context, 0.77, 0.31, 0); break;
    case Ink::rectify: cairo_set_source_rgb(context, 0.69, 0.48, 0); break;
    case Ink::notice: cairo_set_source_rgb(context, 0.16, 0.44, 0.69); break;
    case Ink::data: cairo_set_source_rgb(context, 0.45, 0.5, 0.53); break;
    case Ink::water: cairo_set_source_rgb(context, 0, 0.28, 0.5); break;
    }
}

/// Glyphs of one font and width that stand side by side, drawn by one call.
class Run {
public:
    Run(cairo_t* context, const Fonts& fonts, const TextLine& line) : context_(context), fonts_(fonts), line_(line) {}
    ~Run() { show(); }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    void add(const Glyph& glyph)
    {
        if (half_cells(glyph.code) == 0 || glyph.code == U' ') {
            if (glyph.code == U' ') add_blank(glyph);
            return;
        }
        const bool half = line_.half_width && half_cells(glyph.code) == 1;
        const auto drawn = fonts_.drawn(line_.face, glyph.code, half);
        const double natural = drawn.advance_em * line_.size_pt;
        const double width = glyph.width;
        // A Latin letter that is wider than its half cell is drawn narrower; a mark in half a cell keeps its ink there.
        const double narrowed = half && natural > width * most_overlap ? width / natural : 1;
        const bool pressed = !half && width < natural * 0.75;
        double offset = (width - natural * narrowed) / 2;
        if (pressed && closes_in_half(glyph.code)) offset = 0;
        if (pressed && opens_in_half(glyph.code)) offset = width - natural;
        if (drawn.font != font_ || narrowed != narrowed_) {
            show();
            font_ = drawn.font;
            narrowed_ = narrowed;
        }
        put(glyph.code, drawn.glyph, glyph.x + offset);
    }

private:
    static constexpr double most_overlap = 1.04;

    /// A blank is not seen, but it is copied with the text: it belongs to the run that it stands in.
    void add_blank(const Glyph& glyph)
    {
        const auto drawn = fonts_.drawn(line_.face, U' ', false);
        if (!glyphs_.empty() && drawn.font == font_) put(U' ', drawn.glyph, glyph.x);
    }

    void put(char32_t code, unsigned glyph, double x)
    {
        const std::size_t before = text_.size();
        data::append_utf8(text_, code);
        glyphs_.push_back({glyph, x / narrowed_, line_.baseline});
        clusters_.push_back({static_cast<int>(text_.size() - before), 1});
    }

    void show()
    {
        if (glyphs_.empty()) return;
        cairo_save(context_);
        cairo_set_font_face(context_, fonts_.cairo_face(font_));
        cairo_scale(context_, narrowed_, 1);
        cairo_set_font_size(context_, line_.size_pt);
        cairo_show_text_glyphs(context_, text_.data(), static_cast<int>(text_.size()), glyphs_.data(),
                               static_cast<int>(glyphs_.size()), clusters_.data(), static_cast<int>(clusters_.size()),
                               cairo_text_cluster_flags_t{});
        cairo_restore(context_);
        text_.clear();
        glyphs_.clear();
        clusters_.clear();
    }

    cairo_t* context_;
    const Fonts& fonts_;
    const TextLine& line_;
    std::size_t font_ = 0;
    double narrowed_ = 1;
    std::string text_;
    std::vector<cairo_glyph_t> glyphs_;
    std::vector<cairo_text_cluster_t> clusters_;
};

void paint_mark(cairo_t* context, const Mark& mark)
{
    constexpr double r = 1.35 * mm;
    set_ink(context, mark.ink);
    cairo_new_path(context);
    switch (mark.shape) {
    case Mark::Shape::triangle:
        cairo_move_to(context, mark.x, mark.y - r);
        cairo_line_to(context, mark.x + r, mark.y + r * 0.8);
        cairo_line_to(context, mark.x - r, mark.y + r * 0.8);
        break;
    case Mark::Shape::diamond:
        cairo_move_to(context, mark.x, mark.y - r);
        cairo_line_to(context, mark.x + r, mark.y);
        cairo_line_to(context, mark.x, mark.y + r);
        cairo_line_to(context, mark.x - r, mark.y);
        break;
    case Mark::Shape::disc:
    case Mark::Shape::ring: cairo_arc(context, mark.x, mark.y, r * 0.85, 0, 2 * std::numbers::pi); break;
    }
    cairo_close_path(context);
    cairo_set_line_width(context, 0.8);
    if (mark.shape == Mark::Shape::ring)
        cairo_stroke(context);
    else
        cairo_fill(context);
}

void set_tint(cairo_t* context, const Tint& tint)
{
    if (tint.alpha < 1)
        cairo_set_source_rgba(context, tint.red, tint.green, tint.blue, tint.alpha);
    else
        cairo_set_source_rgb(context, tint.red, tint.green, tint.blue);
}

void paint_path(cairo_t* context, const Path& path)
{
    cairo_new_path(context);
    for (const auto& part : path.parts) {
        cairo_new_sub_path(context);
        for (const Spot& spot : part) cairo_line_to(context, spot.x, spot.y);
        if (path.fill || path.closed) cairo_close_path(context);
    }
    if (path.fill) {
        set_tint(context, *path.fill);
        cairo_fill_preserve(context);
    }
    if (path.line) {
        set_tint(context, *path.line);
        cairo_set_line_width(context, path.width);
        const double dashes[] = {path.dash, path.gap};
        cairo_set_dash(context, dashes, path.dash > 0 ? 2 : 0, 0);
        cairo_stroke_preserve(context);
    }
}

void paint_drawing(cairo_t* context, const PlacedDrawing& placed)
{
    cairo_save(context);
    cairo_translate(context, placed.x, placed.y);
    cairo_rectangle(context, 0, 0, placed.drawing.width, placed.drawing.height);
    cairo_clip(context);
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
    for (const Path& path : placed.drawing.paths) paint_path(context, path);
    cairo_new_path(context);
    cairo_restore(context);
}

}  // namespace

void paint(cairo_t* context, const Page& page, const Fonts& fonts)
{
    for (const PlacedDrawing& placed : page.drawings) paint_drawing(context, placed);
    for (const Area& area : page.areas) {
        cairo_set_source_rgb(context, area.grey, area.grey, area.grey);
        cairo_rectangle(context, area.x, area.y, area.width, area.height);
        cairo_fill(context);
    }
    for (const Stroke& stroke : page.strokes) {
        set_ink(context, stroke.ink);
        cairo_set_line_width(context, stroke.width);
        cairo_move_to(context, stroke.x0, stroke.y0);
        cairo_line_to(context, stroke.x1, stroke.y1);
        cairo_stroke(context);
    }
    for (const Mark& mark : page.marks) paint_mark(context, mark);
    for (const TextLine& line : page.lines) {
        set_ink(context, line.ink);
        Run run(context, fonts, line);
        for (const Glyph& glyph : line.glyphs) run.add(glyph);
    }
}

}  // namespace xiaoan::documents
