#include "console/map/print/paper_map.hpp"
#include "tests/console/map/a_city.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace xiaoan;
using namespace xiaoan::map;

namespace {

bool says(const documents::Figure& figure, std::string_view text)
{
    return std::ranges::find(figure.labels, text, &documents::FigureLabel::text) != figure.labels.end();
}

/// A map of 200 x 200 pt over 0.02 degrees around 123 E 45 N.
PaperMapWish a_wish()
{
    return {.box = map_from_box({122.99, 44.99, 123.01, 45.01}), .width_pt = 200, .height_pt = 200};
}

}  // namespace

TEST_CASE("a water in the middle of the box is named in the middle of the map, one outside is not", "[map]")
{
    const PaperBase base;
    const auto pond = geo::geometry_of(geo::Position{123, 45}), far = geo::geometry_of(geo::Position{124, 45});
    const PaperWater waters[] = {{.geometry = &pond, .mark = PaperMark::disc, .name = "东坑"},
                                 {.geometry = &far, .mark = PaperMark::disc, .name = "远坑"}};
    const auto figure = paper_map(base, waters, {}, a_wish());
    CHECK(says(figure, "东坑"));
    CHECK_FALSE(says(figure, "远坑"));
    const auto label = std::ranges::find(figure.labels, "东坑", &documents::FigureLabel::text);
    CHECK(std::abs(label->at.y - 100) < 1);  // beside its mark, which stands at (100, 100)
    CHECK(std::abs(label->at.x - 100) < 20);
}

TEST_CASE("names do not cover each other: the first keeps its place, the second writes its number or nothing", "[map]")
{
    const PaperBase base;
    const auto pond = geo::geometry_of(geo::Position{123, 45});
    std::vector<PaperWater> waters(
        12, {.geometry = &pond, .mark = PaperMark::disc, .name = "很长的水域名称", .short_name = "2"});
    waters.front().name = "一号";
    const auto figure = paper_map(base, waters, {}, a_wish());
    CHECK(says(figure, "一号"));
    for (std::size_t i = 0; i < figure.labels.size(); ++i)
        for (std::size_t j = i + 1; j < figure.labels.size(); ++j) {
            const auto& a = figure.labels[i];
            const auto& b = figure.labels[j];
            if (a.align != documents::Align::centre || b.align != documents::Align::centre) continue;
            const double across =
                (documents::label_width_pt(a.text, a.size_pt) + documents::label_width_pt(b.text, b.size_pt)) / 2;
            const bool apart =
                std::abs(a.at.x - b.at.x) >= across || std::abs(a.at.y - b.at.y) >= (a.size_pt + b.size_pt) / 2;
            CAPTURE(a.text, b.text);
            CHECK(apart);
        }
}

TEST_CASE("a map says its scale and whom its layers are owed to", "[map]")
{
    PaperBase base;
    base.attribution_zh = "湖泊 © OpenStreetMap 贡献者（ODbL 1.0）";
    const auto figure = paper_map(base, {}, {}, a_wish());
    CHECK(says(figure, base.attribution_zh));
    // 0.02 degrees of latitude are 2,223 m over 184 pt (the box is the lower side): 90 pt are 1,087 m at most.
    CHECK(says(figure, "1 km"));
}

TEST_CASE("the layers of a region come to paper, each county with its box", "[map]")
{
    const auto base = paper_base_of(sample::baicheng());
    CHECK(std::ranges::count(base.shapes, PaperLayer::county, &PaperShape::layer) == 5);
    CHECK(base.attribution_zh.find("lakes attribution") != std::string::npos);
    const MapBox taobei = base.box_of(data::Adcode{220802}), all = base.box_of({});
    CHECK(taobei.contains(geo::map_from_position({122.84, 45.62})));  // the city of Baicheng lies in 洮北区
    CHECK((all.west <= taobei.west && taobei.east <= all.east && all.south <= taobei.south));
    CHECK(taobei.east - taobei.west < all.east - all.west);
}
