#include "data/export/qgis_style.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <vector>

namespace xiaoan::data {

namespace {

using Shape = gis::TableLayer::Shape;

struct Look {
    std::string_view rgb;
    bool dashed = false;
};

/// Of the words of water kinds; hues that colour-blind eyes tell apart (Okabe and Ito, 2008) and shades of them.
constexpr std::array<std::pair<std::string_view, Look>, 9> water_looks{{{"river", {"0,114,178"}},
                                                                        {"lake", {"86,180,233"}},
                                                                        {"reservoir", {"0,70,120"}},
                                                                        {"pond", {"0,158,115"}},
                                                                        {"ditch", {"90,90,160"}},
                                                                        {"canal", {"204,121,167"}},
                                                                        {"fishpond", {"230,159,0"}},
                                                                        {"sandpit", {"213,94,0"}},
                                                                        {"other", {"110,110,110"}}}};
constexpr Look unknown_water{"140,90,40", true};

Look look_of(const KindInfo& kind)
{
    if (kind.key == "routes") return {"0,114,178"};
    if (kind.key == "schools") return {"0,158,115"};
    if (kind.key == "stops") return {"230,159,0"};
    return {"110,110,110"};
}

std::string property(std::string_view key, std::string_view value)
{
    return fmt::format("<prop k=\"{}\" v=\"{}\"/>", key, value);
}

std::string symbol(std::size_t number, Shape shape, const Look& look)
{
    const std::string solid = fmt::format("{},255", look.rgb), faint = fmt::format("{},110", look.rgb);
    const std::string_view style = look.dashed ? "dash" : "solid";
    std::string_view type, layer;
    std::string properties;
    if (shape == Shape::point) {
        type = "marker";
        layer = "SimpleMarker";
        properties = property("name", "circle") + property("color", solid) +
                     property("outline_color", "255,255,255,255") + property("outline_style", style) +
                     property("size", "2.6") + property("size_unit", "MM");
    } else if (shape == Shape::line) {
        type = "line";
        layer = "SimpleLine";
        properties = property("line_color", solid) + property("line_style", style) + property("line_width", "0.66") +
                     property("line_width_unit", "MM");
    } else {
        type = "fill";
        layer = "SimpleFill";
        properties = property("color", faint) + property("style", "solid") + property("outline_color", solid) +
                     property("outline_style", style) + property("outline_width", "0.4") +
                     property("outline_width_unit", "MM");
    }
    return fmt::format("<symbol type=\"{}\" name=\"{}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">"
                       "<layer class=\"{}\" enabled=\"1\" locked=\"0\" pass=\"0\">{}</layer></symbol>",
                       type, number, layer, properties);
}

std::string renderer_of_waters(const KindInfo& kind, Shape shape, bool chinese)
{
    const FieldInfo& field = kind.fields[kind.field("kind").value()];
    std::string categories, symbols;
    std::size_t number = 0;
    for (const Word& word : field.words) {
        const std::string_view value = chinese ? word.zh : word.word;
        categories +=
            fmt::format("<category render=\"true\" symbol=\"{}\" value=\"{}\" label=\"{}\"/>", number, value, value);
        Look look = unknown_water;
        for (const auto& [name, known] : water_looks)
            if (name == word.word) look = known;
        symbols += symbol(number++, shape, look);
    }
    categories += fmt::format("<category render=\"true\" symbol=\"{}\" value=\"\" label=\"{}\"/>", number,
                              chinese ? "未注明" : "not given");
    symbols += symbol(number, shape, unknown_water);
    return fmt::format("<renderer-v2 type=\"categorizedSymbol\" attr=\"{}\" forceraster=\"0\" symbollevels=\"0\" "
                       "enableorderby=\"0\"><categories>{}</categories><symbols>{}</symbols></renderer-v2>",
                       chinese ? field.header : field.key, categories, symbols);
}

}  // namespace

std::string qgis_style(const KindInfo& kind, Shape shape, bool chinese)
{
    if (shape == Shape::any) return {};
    const std::string renderer =
        kind.key == "waters"
            ? renderer_of_waters(kind, shape, chinese)
            : fmt::format("<renderer-v2 type=\"singleSymbol\" forceraster=\"0\" symbollevels=\"0\" enableorderby=\"0\">"
                          "<symbols>{}</symbols></renderer-v2>",
                          symbol(0, shape, look_of(kind)));
    return fmt::format("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
                       "<qgis version=\"3.22.0\" styleCategories=\"Symbology\">{}<blendMode>0</blendMode>"
                       "<featureBlendMode>0</featureBlendMode><layerGeometryType>{}</layerGeometryType></qgis>\n",
                       renderer, static_cast<int>(shape));
}

}  // namespace xiaoan::data
