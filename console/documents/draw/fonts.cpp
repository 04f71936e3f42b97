#include "console/documents/draw/fonts.hpp"

#include "console/documents/text/characters.hpp"

#include <cairo-ft.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <unordered_map>

namespace xiaoan::documents {

namespace {

constexpr char32_t missing_sign = U'〓';

/// One font file: HarfBuzz finds and measures its glyphs, Cairo draws them.
class Font {
public:
    explicit Font(const FontFile& file) : file_(file)
    {
        hb_blob_t* blob = hb_blob_create_from_file(file.path.c_str());
        hb_face_t* face = hb_face_create(blob, static_cast<unsigned>(file.index));
        hb_blob_destroy(blob);
        font_ = hb_font_create(face);
        em_ = hb_face_get_upem(face);
        hb_face_destroy(face);
        const auto scale = static_cast<int>(em_);
        hb_font_set_scale(font_, scale, scale);
    }
    ~Font()
    {
        hb_font_destroy(font_);
        if (cairo_ != nullptr) cairo_font_face_destroy(cairo_);
    }
    Font(const Font&) = delete;
    Font& operator=(const Font&) = delete;

    [[nodiscard]] const FontFile& file() const { return file_; }
    [[nodiscard]] std::optional<unsigned> glyph(char32_t code) const
    {
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(font_, code, &glyph) == 0 || glyph == 0) return std::nullopt;
        return glyph;
    }
    /// The half-width form, where there is one.
    [[nodiscard]] unsigned half_width_glyph(char32_t code, unsigned otherwise) const
    {
        hb_buffer_t* buffer = hb_buffer_create();
        hb_buffer_add(buffer, code, 0);
        hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
        hb_buffer_guess_segment_properties(buffer);
        const hb_feature_t half{HB_TAG('h', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
        hb_shape(font_, buffer, &half, 1);
        unsigned count = 0;
        const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
        const unsigned glyph = count == 1 ? glyphs[0].codepoint : otherwise;
        hb_buffer_destroy(buffer);
        return glyph == 0 ? otherwise : glyph;
    }
    [[nodiscard]] double advance_em(unsigned glyph) const
    {
        return static_cast<double>(hb_font_get_glyph_h_advance(font_, glyph)) / em_;
    }
    [[nodiscard]] cairo_font_face_t* cairo_face()
    {
        if (cairo_ == nullptr) {
            FcPattern* pattern = FcPatternCreate();
            FcPatternAddString(pattern, FC_FILE, reinterpret_cast<const FcChar8*>(file_.path.c_str()));
            FcPatternAddInteger(pattern, FC_INDEX, file_.index);
            cairo_ = cairo_ft_font_face_create_for_pattern(pattern);
            FcPatternDestroy(pattern);
        }
        return cairo_;
    }

private:
    FontFile file_;
    hb_font_t* font_ = nullptr;
    unsigned em_ = 1000;
    cairo_font_face_t* cairo_ = nullptr;
};

}  // namespace

struct Fonts::State {
    std::vector<FaceFonts> faces = find_fonts();
    std::vector<std::unique_ptr<Font>> open;
    std::array<std::vector<std::size_t>, face_count> of_face;  // indices into `open`, as far as they were wanted
    std::unordered_map<std::uint64_t, Drawn> known;
    std::u32string missing;

    std::size_t font(const FontFile& file)
    {
        const auto found = std::ranges::find_if(open, [&](const auto& each) { return each->file() == file; });
        if (found != open.end()) return static_cast<std::size_t>(found - open.begin());
        open.push_back(std::make_unique<Font>(file));
        return open.size() - 1;
    }

    /// The n-th font of a face; empty behind the last.
    std::optional<std::size_t> font_of(Face face, std::size_t n)
    {
        const auto& files = faces[static_cast<std::size_t>(face)].fonts;
        auto& fonts = of_face[static_cast<std::size_t>(face)];
        if (n >= files.size()) return std::nullopt;
        while (fonts.size() <= n) fonts.push_back(font(files[fonts.size()]));
        return fonts[n];
    }

    std::optional<Drawn> find(Face face, char32_t code, bool half_width)
    {
        const auto drawn = [&](std::size_t index) -> std::optional<Drawn> {
            const Font& from = *open[index];
            const auto glyph = from.glyph(code);
            if (!glyph) return std::nullopt;
            const unsigned shown = half_width ? from.half_width_glyph(code, *glyph) : *glyph;
            return Drawn{index, shown, from.advance_em(shown)};
        };
        for (std::size_t n = 0; const auto index = font_of(face, n); ++n)
            if (const auto found = drawn(*index)) return found;
        if (const auto other = find_font_with(code)) return drawn(font(*other));
        return std::nullopt;
    }

    Drawn look_up(Face face, char32_t code, bool half_width)
    {
        const auto key = std::uint64_t{code} | std::uint64_t{half_width} << 32 | std::uint64_t(face) << 33;
        if (const auto found = known.find(key); found != known.end()) return found->second;
        auto drawn = find(face, code, half_width);
        if (!drawn) {
            missing += code;
            drawn = find(face, missing_sign, false);
        }
        return known.emplace(key, drawn.value_or(Drawn{})).first->second;
    }
};

Fonts::Fonts() : state_(std::make_unique<State>()) {}
Fonts::~Fonts() = default;

double Fonts::advance_em(Face face, char32_t code) const
{
    return half_cells(code) == 0 ? 0 : state_->look_up(face, code, false).advance_em;
}

Fonts::Drawn Fonts::drawn(Face face, char32_t code, bool half_width) const
{
    return state_->look_up(face, code, half_width);
}

cairo_font_face_t* Fonts::cairo_face(std::size_t font) const
{
    return state_->open.at(font)->cairo_face();
}

const std::vector<FaceFonts>& Fonts::faces() const
{
    return state_->faces;
}

const std::u32string& Fonts::missing() const
{
    return state_->missing;
}

}  // namespace xiaoan::documents
