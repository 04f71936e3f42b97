#include "console/documents/draw/font_files.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>

namespace xiaoan::documents {

namespace {

struct Wanted {
    std::string_view family;
    bool bold = false;
};

/// The first `standard` ones are the face itself under its names; what follows stands in for it.
struct FaceWish {
    Face face;
    std::size_t standard;
    std::vector<Wanted> families;
};

const std::array<FaceWish, face_count>& wishes()
{
    static const std::array<FaceWish, face_count> all{{
        {Face::title,
         4,
         {{"方正小标宋简体"},
          {"方正小标宋_GBK"},
          {"FZXiaoBiaoSong-B05S"},
          {"FZXiaoBiaoSong-B05"},
          {"Noto Serif CJK SC", true},
          {"Noto Sans CJK SC", true}}},
        {Face::fangsong,
         5,
         {{"仿宋_GB2312"},
          {"FangSong_GB2312"},
          {"仿宋"},
          {"FangSong"},
          {"STFangsong"},
          {"Noto Serif CJK SC"},
          {"Noto Sans CJK SC"}}},
        {Face::kai,
         5,
         {{"楷体_GB2312"},
          {"KaiTi_GB2312"},
          {"楷体"},
          {"KaiTi"},
          {"STKaiti"},
          {"LXGW WenKai"},
          {"AR PL UKai CN"},
          {"Noto Serif CJK SC"},
          {"Noto Sans CJK SC"}}},
        {Face::hei, 4, {{"黑体"}, {"SimHei"}, {"STHeiti"}, {"方正黑体_GBK"}, {"Noto Sans CJK SC", true}}},
        {Face::song, 4, {{"宋体"}, {"SimSun"}, {"NSimSun"}, {"STSong"}, {"Noto Serif CJK SC"}, {"Noto Sans CJK SC"}}},
    }};
    return all;
}

constexpr std::u32string_view must_have = U"校安台洮北赉榆〔〕～";

struct FontSetEnd {
    void operator()(FcFontSet* set) const noexcept { FcFontSetDestroy(set); }
};

/// All fonts of the computer, asked for once.
class Installed {
public:
    Installed()
    {
        const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> any(FcPatternCreate(), FcPatternDestroy);
        const std::unique_ptr<FcObjectSet, decltype(&FcObjectSetDestroy)> asked(
            FcObjectSetBuild(FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_CHARSET, nullptr),
            FcObjectSetDestroy);
        set_.reset(FcFontList(nullptr, any.get(), asked.get()));
    }

    /// The upright font of this family whose weight is nearest; of equal ones the first by path.
    [[nodiscard]] std::optional<FontFile> find(const Wanted& wanted) const
    {
        std::optional<FontFile> best;
        int best_distance = 0;
        for (FcPattern* font : fonts()) {
            if (!is_called(font, wanted.family) || number(font, FC_SLANT) != FC_SLANT_ROMAN) continue;
            const int distance = std::abs(number(font, FC_WEIGHT) - (wanted.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR));
            FontFile file{std::string{wanted.family}, text(font, FC_FILE), number(font, FC_INDEX)};
            if (best && std::tie(best_distance, best->path) <= std::tie(distance, file.path)) continue;
            if (!has(font, must_have)) continue;
            best = std::move(file);
            best_distance = distance;
        }
        return best;
    }

    [[nodiscard]] std::optional<FontFile> find_with(char32_t code) const
    {
        std::optional<FontFile> first;
        for (FcPattern* font : fonts()) {
            FontFile file{text(font, FC_FAMILY), text(font, FC_FILE), number(font, FC_INDEX)};
            if (has(font, std::u32string_view{&code, 1}) && (!first || file.path < first->path))
                first = std::move(file);
        }
        return first;
    }

private:
    [[nodiscard]] std::span<FcPattern*> fonts() const
    {
        return set_ ? std::span(set_->fonts, static_cast<std::size_t>(set_->nfont)) : std::span<FcPattern*>{};
    }
    static bool is_called(FcPattern* font, std::string_view family)
    {
        FcChar8* name = nullptr;
        for (int i = 0; FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; ++i)
            if (family == reinterpret_cast<const char*>(name)) return true;
        return false;
    }
    static std::string text(FcPattern* font, const char* what)
    {
        FcChar8* value = nullptr;
        return FcPatternGetString(font, what, 0, &value) == FcResultMatch ? reinterpret_cast<const char*>(value) : "";
    }
    static int number(FcPattern* font, const char* what)
    {
        int value = 0;
        FcPatternGetInteger(font, what, 0, &value);
        return value;
    }
    static bool has(FcPattern* font, std::u32string_view characters)
    {
        FcCharSet* held = nullptr;
        return FcPatternGetCharSet(font, FC_CHARSET, 0, &held) == FcResultMatch &&
               std::ranges::all_of(characters, [&](char32_t code) { return FcCharSetHasChar(held, code) != 0; });
    }

    std::unique_ptr<FcFontSet, FontSetEnd> set_;
};

}  // namespace

std::vector<FaceFonts> find_fonts()
{
    const Installed installed;
    std::vector<FaceFonts> all;
    for (const FaceWish& wish : wishes()) {
        FaceFonts made{wish.face, std::string{wish.families.front().family}, false, {}};
        for (std::size_t i = 0; i < wish.families.size(); ++i) {
            auto font = installed.find(wish.families[i]);
            if (!font || std::ranges::find(made.fonts, *font) != made.fonts.end()) continue;
            if (made.fonts.empty()) made.as_wanted = i < wish.standard;
            made.fonts.push_back(std::move(*font));
        }
        if (made.fonts.empty())
            throw std::runtime_error("找不到公文所用的中文字体：请安装软件包 fonts-noto-cjk。"
                                     " No Chinese font for documents is installed; install the package fonts-noto-cjk");
        all.push_back(std::move(made));
    }
    return all;
}

std::optional<FontFile> find_font_with(char32_t code)
{
    return Installed{}.find_with(code);
}

}  // namespace xiaoan::documents
