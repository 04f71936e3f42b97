#include "console/shell/font_files.hpp"

#include "console/shell/fault.hpp"

#include <fontconfig/fontconfig.h>

#include <memory>
#include <string_view>

namespace xiaoan::shell {
namespace {

constexpr std::string_view wanted_family = "Noto Sans CJK SC";
constexpr std::u32string_view must_have = U"校安台洮北赉榆";

struct ConfigEnd {
    void operator()(FcConfig* config) const noexcept { FcConfigDestroy(config); }
};
struct PatternEnd {
    void operator()(FcPattern* pattern) const noexcept { FcPatternDestroy(pattern); }
};
using Config = std::unique_ptr<FcConfig, ConfigEnd>;
using Pattern = std::unique_ptr<FcPattern, PatternEnd>;

struct Found {
    FontFile file;
    std::string family;
    bool chinese = false;
};

[[nodiscard]] const FcChar8* as_fc(const char* text) noexcept
{
    return reinterpret_cast<const FcChar8*>(text);
}

[[nodiscard]] bool covers(FcPattern* pattern)
{
    FcCharSet* set = nullptr;
    if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &set) != FcResultMatch) return false;
    for (const char32_t code : must_have)
        if (FcCharSetHasChar(set, static_cast<FcChar32>(code)) == FcFalse) return false;
    return true;
}

[[nodiscard]] bool is_called(FcPattern* pattern, std::string_view family)
{
    FcChar8* name = nullptr;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; ++i)
        if (family == reinterpret_cast<const char*>(name)) return true;
    return false;
}

[[nodiscard]] Found best_match(FcConfig* config, int weight)
{
    const Pattern asked(FcPatternCreate());
    FcPatternAddString(asked.get(), FC_FAMILY, as_fc(wanted_family.data()));
    FcPatternAddString(asked.get(), FC_LANG, as_fc("zh-cn"));
    FcPatternAddInteger(asked.get(), FC_WEIGHT, weight);
    FcPatternAddBool(asked.get(), FC_SCALABLE, FcTrue);
    FcConfigSubstitute(config, asked.get(), FcMatchPattern);
    FcDefaultSubstitute(asked.get());
    FcResult result = FcResultNoMatch;
    const Pattern found(FcFontMatch(config, asked.get(), &result));
    FcChar8* path = nullptr;
    FcChar8* family = nullptr;
    if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &path) != FcResultMatch) return {};
    Found out{.file = {.path = reinterpret_cast<const char*>(path)}, .family = {}, .chinese = covers(found.get())};
    FcPatternGetInteger(found.get(), FC_INDEX, 0, &out.file.face);
    if (is_called(found.get(), wanted_family)) {
        out.family = wanted_family;
    } else if (FcPatternGetString(found.get(), FC_FAMILY, 0, &family) == FcResultMatch) {
        out.family = reinterpret_cast<const char*>(family);
    }
    return out;
}

}  // namespace

FontFiles find_font_files()
{
    const Config config(FcInitLoadConfigAndFonts());
    if (!config) throw ShellFault("fontconfig cannot be initialised; is the package fontconfig-config installed?");
    const Found regular = best_match(config.get(), FC_WEIGHT_REGULAR);
    const Found bold = best_match(config.get(), FC_WEIGHT_BOLD);
    if (!regular.chinese || !bold.chinese)
        throw ShellFault("找不到中文字体：请安装 Noto Sans CJK SC（软件包 fonts-noto-cjk）。"
                         " No Chinese font is installed; install the package fonts-noto-cjk");
    return {regular.file, bold.file, regular.family == wanted_family ? std::string() : regular.family};
}

}  // namespace xiaoan::shell
