// Text on a page: one paragraph set in a width, measured before it is drawn.
#pragma once

#include <cairo.h>

#include <memory>
#include <string_view>

using PangoLayout = struct _PangoLayout;

namespace xiaoan::documents {

struct TextStyle {
    double size_pt = 10.5;
    bool bold = false;
    bool serif = false;
    double grey = 0;  // 0 black to 1 white
};

enum class Align { left, centre, right };

/// A paragraph of Chinese or Latin text, broken at the width by Unicode's rules (UAX 14).
class Paragraph {
public:
    /// `width_pt` 0: one line, as long as it is.
    Paragraph(cairo_t* page, std::string_view text, const TextStyle& style, double width_pt = 0,
              Align align = Align::left);

    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double height() const { return height_; }
    /// Draws it with its upper left corner at (x, y), points from the upper left of the page.
    void draw(double x, double y) const;

private:
    struct Release {
        void operator()(PangoLayout* layout) const;
    };
    cairo_t* page_;
    double grey_;
    std::unique_ptr<PangoLayout, Release> layout_;
    double width_ = 0;
    double height_ = 0;
};

}  // namespace xiaoan::documents
