#include "console/shell/fonts.hpp"

#include "console/shell/fault.hpp"
#include "console/shell/font_ranges.hpp"
#include "console/shell/utf8.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <epoxy/gl.h>
#include <imgui.h>
#include <imgui_freetype.h>

#include <cmath>
#include <cstdint>

namespace xiaoan::shell {
namespace {

struct RoleSize {
    int em;
    bool bold;
    bool whole_level;  ///< holds GB/T 2312 level 1 from the start
};

constexpr std::array<RoleSize, font_role_count> role_sizes{{
    {12, false, true},
    {13, false, true},
    {14, false, true},
    {18, false, false},
    {12, true, false},
    {13, true, false},
    {14, true, true},
    {17, true, false},
    {22, true, false},
}};
constexpr std::size_t last_code_point = 0x323AF;  // end of CJK extension H
constexpr float line_height_em = 1.448F;          // ascent 1.160 and descent 0.288 of Noto Sans CJK
constexpr float ideograph_middle_em = 0.38F;      // above the baseline
constexpr std::array<ImWchar, 5> latin{0x20, 0x7E, 0x2026, 0x2026, 0};
constexpr char32_t first_cjk = 0x2E80;  // from here on every advance is one em

/// The face at one size, for the exact advances that the atlas builder rounds up.
class Measure {
public:
    Measure(std::span<const std::byte> bytes, int number, int em_px)
    {
        if (FT_Init_FreeType(&library_) != 0) throw ShellFault("FreeType cannot be initialised");
        if (FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(bytes.data()),
                               static_cast<FT_Long>(bytes.size()), number, &face_) != 0) {
            FT_Done_FreeType(library_);
            throw ShellFault("FreeType cannot read the font");
        }
        FT_Set_Pixel_Sizes(face_, 0, static_cast<FT_UInt>(em_px));
    }
    ~Measure()
    {
        FT_Done_Face(face_);
        FT_Done_FreeType(library_);
    }
    Measure(const Measure&) = delete;
    Measure& operator=(const Measure&) = delete;

    [[nodiscard]] float advance(char32_t code, float otherwise) const noexcept
    {
        if (FT_Load_Char(face_, code, FT_LOAD_NO_HINTING) != 0) return otherwise;
        return std::round(static_cast<float>(face_->glyph->linearHoriAdvance) / 65536.0F);
    }

private:
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

[[nodiscard]] ImVector<ImWchar> ranges_of(bool whole_level, const std::vector<bool>& wanted)
{
    ImFontGlyphRangesBuilder builder;
    for_each_always_baked([&](char32_t code) { builder.AddChar(static_cast<ImWchar>(code)); });
    if (whole_level) for_each_of_level_one([&](char32_t code) { builder.AddChar(static_cast<ImWchar>(code)); });
    for (std::size_t code = 0; code < wanted.size(); ++code)
        if (wanted[code]) builder.AddChar(static_cast<ImWchar>(code));
    ImVector<ImWchar> ranges;
    builder.BuildRanges(&ranges);
    return ranges;
}

}  // namespace

Fonts::Fonts(const FontFiles& files)
    : substitute_(files.substitute),
      regular_(files.regular.path),
      bold_(files.bold.path),
      regular_face_(files.regular.face),
      bold_face_(files.bold.face),
      wanted_(last_code_point + 1),
      absent_(last_code_point + 1)
{
}

Fonts::~Fonts()
{
    if (texture_ != 0) glDeleteTextures(1, &texture_);
}

float Fonts::baseline(FontRole role) const noexcept
{
    return of(role)->Ascent;
}

void Fonts::want(char32_t code)
{
    if (code > last_code_point || wanted_[code] || absent_[code]) return;
    wanted_[code] = true;
    due_ = true;
}

void Fonts::need(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();)
        if (const char32_t code = next_code_point(text, at); code >= 0x80) want(code);
}

void Fonts::note(FontRole role, std::string_view text)
{
    const ImFont* font = of(role);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (code >= 0x80 && font->FindGlyphNoFallback(static_cast<ImWchar>(code)) == nullptr) want(code);
    }
}

void Fonts::add_role(std::size_t index, float scale, bool draft, ImVector<ImWchar>& ranges)
{
    const RoleSize& size = role_sizes[index];
    const auto bytes = size.bold ? bold_.bytes() : regular_.bytes();
    ems_[index] = std::round(static_cast<float>(size.em) * scale);
    ImFontConfig config;
    config.FontData = const_cast<std::byte*>(bytes.data());  // read only
    config.FontDataSize = static_cast<int>(bytes.size());
    config.FontNo = size.bold ? bold_face_ : regular_face_;
    config.SizePixels = ems_[index];
    config.OversampleH = config.OversampleV = 1;
    // Asks FreeType for the nominal size: only then is SizePixels the em, and exact.
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_Bitmap;
    config.EllipsisChar = 0x2026;
    if (!draft) ranges = ranges_of(size.whole_level, wanted_);
    config.GlyphRanges = draft ? latin.data() : ranges.Data;  // read during Build
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    fonts_[index] = atlas.AddFont(&config);
    // What the atlas is told from the start not to own, it copies: 19 MB a role, a fifth of the time to the first
    // frame.
    atlas.ConfigData.back().FontDataOwnedByAtlas = false;
}

/// Corrects what the atlas builder rounds: advances of what is not Chinese, the middle and the height of the line.
void Fonts::mend(std::size_t index)
{
    ImFont& font = *fonts_[index];
    const RoleSize& size = role_sizes[index];
    const float em = ems_[index];
    const Measure measure(size.bold ? bold_.bytes() : regular_.bytes(), size.bold ? bold_face_ : regular_face_,
                          static_cast<int>(em));
    const float line = std::round(line_height_em * em);
    const float shift = std::round(line / 2 + ideograph_middle_em * em - font.Ascent);
    for (ImFontGlyph& glyph : font.Glyphs) {
        if (glyph.Codepoint < first_cjk && glyph.Codepoint != '\t')
            glyph.AdvanceX = measure.advance(glyph.Codepoint, glyph.AdvanceX);
        glyph.Y0 += shift;
        glyph.Y1 += shift;
    }
    font.Ascent += shift;
    font.FontSize = line;
    font.BuildLookupTable();
}

void Fonts::build(float scale)
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.Flags = ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors;
    atlas.TexDesiredWidth = scale > 1.3F ? 4096 : 2048;
    std::array<ImVector<ImWchar>, font_role_count> ranges;
    for (std::size_t i = 0; i < font_role_count; ++i) add_role(i, scale, draft_, ranges[i]);
    if (!atlas.Build()) throw ShellFault("the fonts cannot be drawn into a texture");
    for (std::size_t i = 0; i < font_role_count; ++i) mend(i);
    ImGui::GetIO().FontDefault = of(FontRole::body);
    upload();
    atlas.ClearTexData();
    atlas.ClearInputData();  // its ranges end with this function
    if (!draft_) remember_absent();
    due_ = draft_;
    draft_ = false;
}

void Fonts::upload()
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    if (height > largest) throw ShellFault("the graphics driver takes no texture as large as the fonts need");
    if (texture_ == 0) glGenTextures(1, &texture_);
    GLint before = 0;
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &before);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    constexpr std::array<GLint, 4> white_with_alpha{GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white_with_alpha.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(before));
    atlas.SetTexID(reinterpret_cast<ImTextureID>(
        static_cast<std::intptr_t>(texture_)));  // NOLINT: how the toolkit names a texture
}

void Fonts::remember_absent()
{
    const ImFont* body = of(FontRole::body);
    for (std::size_t code = 0; code < wanted_.size(); ++code) {
        if (!wanted_[code] || body->FindGlyphNoFallback(static_cast<ImWchar>(code)) != nullptr) continue;
        wanted_[code] = false;
        absent_[code] = true;
    }
}

}  // namespace xiaoan::shell
