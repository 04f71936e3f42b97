#include "data/intake/geometry_words.hpp"

#include <array>
#include <utility>

namespace xiaoan::data {

namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array<Words, 17> sentences{{
    {"a position is outside longitude -180..180, latitude -90..90, or is not a number",
     "有位置超出经度 ±180°、纬度 ±90° 的范围，或者不是数字"},
    {"a polygon has no ring", "有面没有边界"},
    {"a ring has fewer than three different positions", "有边界不足三个不同的点"},
    {"the geometry is empty", "几何是空的"},
    {"a line has fewer than two positions", "有线不足两个点"},
    {"collections are nested too deeply", "嵌套太深"},
    {"nested too deeply", "嵌套太深"},
    {"text follows the end of the geometry", "几何之后还有多余的文字"},
    {"expected a number", "此处应为数字"},
    {"a number is out of range", "数字太大"},
    {"a position has more than four numbers", "有点的数字多于四个"},
    {"expected a geometry such as POINT, LINESTRING or POLYGON", "应以 POINT、LINESTRING 或 POLYGON 等开头"},
    {"a geometry is not an object", "几何不是 JSON 对象"},
    {"'coordinates' is not nested as its type asks", "coordinates 的层次与类型不符"},
    {"a position is not a list of two or more numbers", "有点不是两个以上数字的列表"},
    {"a position cannot be brought over from its datum", "有位置无法换算到 CGCS2000"},
    {"only lines may stand here: LINESTRING", "这里只能是线（LINESTRING）"},
}};

// What stands in {} is kept.
struct Pattern {
    std::string_view before, behind, zh_before, zh_behind;
};
constexpr std::array<Pattern, 7> patterns{{
    {"expected '", "'", "此处应为“", "”"},
    {"no geometry is called '", "' here", "没有叫“", "”的几何"},
    {"no geometry has the type '", "'", "没有“", "”这种几何"},
    {"a position holds something other than numbers", "", "有点含有数字以外的内容", ""},
    {"'", "' is missing or not a list", "缺少 ", "，或者它不是列表"},
    {"'", "' is missing or not a text", "缺少 ", "，或者它不是文字"},
    {"a position is outside ", "", "有位置超出坐标系 ", " 的范围"},
}};

std::string in_chinese(std::string_view fault)
{
    for (const auto& [english, chinese] : sentences)
        if (fault == english) return std::string{chinese};
    for (const Pattern& each : patterns) {
        if (fault.size() < each.before.size() + each.behind.size() || !fault.starts_with(each.before) ||
            !fault.ends_with(each.behind))
            continue;
        fault.remove_prefix(each.before.size());
        fault.remove_suffix(each.behind.size());
        return std::string{each.zh_before} + std::string{fault} + std::string{each.zh_behind};
    }
    return std::string{fault};
}

}  // namespace

std::string geometry_fault_text(std::string_view fault, SentenceLanguage language)
{
    if (language != SentenceLanguage::zh) return std::string{fault};
    for (const std::string_view format : {"WKT", "GeoJSON"}) {
        if (!fault.starts_with(format)) continue;
        constexpr std::string_view character = ", character ";
        std::string_view rest = fault.substr(format.size());
        const std::size_t colon = rest.find(": ");
        if (colon == std::string_view::npos) break;
        std::string text{format};
        const bool counted = rest.starts_with(character);
        if (counted)
            text += " 第 " + std::string{rest.substr(character.size(), colon - character.size())} + " 个字符：";
        else
            text += "：";
        rest.remove_prefix(colon + 2);
        // Of a text that is no JSON the parser says in its own words what it missed; where is enough.
        return text + (counted && format == "GeoJSON" ? std::string{"不是 JSON"} : in_chinese(rest));
    }
    return in_chinese(fault);
}

}  // namespace xiaoan::data
