// The fonts of documents, opened: glyphs and widths of characters for setting and for drawing.
#pragma once

#include "console/documents/draw/font_files.hpp"
#include "console/documents/page/metrics.hpp"

#include <cairo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace xiaoan::documents {

/// For one thread at a time. Opening costs some milliseconds, a font's file is mapped when its first glyph is wanted.
class Fonts : public Metrics {
public:
    /// Throws std::runtime_error as find_fonts() does.
    Fonts();
    ~Fonts() override;
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    [[nodiscard]] double advance_em(Face face, char32_t code) const override;

    struct Drawn {
        std::size_t font = 0;  // for cairo_face
        unsigned glyph = 0;
        double advance_em = 0;
    };
    /// The glyph of a character in the first font of the face that has it, else in any font of the computer, else the
    /// sign for a missing character 〓. `half_width` asks for the half-width form (OpenType hwid) where the font has
    /// one.
    [[nodiscard]] Drawn drawn(Face face, char32_t code, bool half_width) const;
    [[nodiscard]] cairo_font_face_t* cairo_face(std::size_t font) const;

    [[nodiscard]] const std::vector<FaceFonts>& faces() const;
    /// Characters that no font of this computer has, in the order in which they were met.
    [[nodiscard]] const std::u32string& missing() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace xiaoan::documents
