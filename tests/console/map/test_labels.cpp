#include "a_city.hpp"
#include "console/map/labels.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;

/// Every character 14 wide, every line 20 high; county names are larger.
LabelSize measured(std::string_view text, LabelKind kind)
{
    const auto letters = static_cast<float>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
    return kind == LabelKind::county ? LabelSize{letters * 23, 26} : LabelSize{letters * 14, 20};
}

bool overlap(const PxBox& a, const PxBox& b)
{
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

Labels labels_at_first_look(const sample::City& city, const LabelOptions& options)
{
    const BaseMap base = base_map_of(sample::baicheng());
    const Scene scene =
        scene_of(std::make_shared<const SceneGeometry>(scene_geometry_of(city.snapshot)), city.states, {}, city.near);
    const Shown shown = shown_of(scene, {});
    const MapView view = fitted({{}, 1, 1044, 580}, base.view, {20, 20, 20, 20}, {});
    const Detail detail = detail_for(scene, shown, view, 1);
    const auto marks = gathered(shown.buses, detail.mark_reach_px * view.map_m_per_px);
    const Drawing drawing = drawing_of(scene, shown, marks, detail, view, {});
    return labels_of(base, scene, drawing, options, measured);
}

TEST_CASE("names do not lie over each other", "[map]")
{
    const Labels labels = labels_at_first_look(sample::a_city(150, 60), {});
    CHECK(labels.labels.size() > 8);
    for (std::size_t i = 0; i < labels.labels.size(); ++i)
        for (std::size_t j = i + 1; j < labels.labels.size(); ++j) {
            INFO(labels.labels[i].text << " / " << labels.labels[j].text);
            CHECK_FALSE(overlap(labels.labels[i].box, labels.labels[j].box));
        }
}

TEST_CASE("every county is named on an empty map", "[map]")
{
    const Labels labels = labels_at_first_look(sample::a_city(0, 0), {});
    CHECK(std::ranges::count(labels.labels, LabelKind::county, &Label::kind) == 5);
    CHECK(labels.towns.size() >= 5);
}

TEST_CASE("nothing is written under the legend", "[map]")
{
    const PxBox legend{200, 200, 800, 560};
    const Labels labels = labels_at_first_look(sample::a_city(0, 0), {.controls = {legend}});
    CHECK(std::ranges::none_of(labels.labels, [&](const Label& label) { return overlap(label.box, legend); }));
}

TEST_CASE("a name goes to the next of its places when the first is taken", "[map]")
{
    LabelGrid grid(400, 400, 4);
    grid.cover({180, 80, 220, 120}, LabelGrid::things);
    const LabelWish wishes[] = {{.text = "白城", .kind = LabelKind::town, .middles = {{200, 100}, {200, 200}}}};
    const Labels labels = placed(wishes, grid, measured, {});
    REQUIRE(labels.labels.size() == 1);
    CHECK(labels.labels[0].box == PxBox{186, 190, 214, 210});
}

TEST_CASE("a name crosses a border line only where there is no freer place", "[map]")
{
    LabelGrid grid(400, 400, 4);
    grid.cover({0, 90, 400, 110}, LabelGrid::base);
    const LabelWish both[] = {{.text = "白城", .kind = LabelKind::town, .middles = {{200, 100}, {200, 200}}}};
    CHECK(placed(both, grid, measured, {}).labels.at(0).box.y0 == 190);
    const LabelWish only[] = {{.text = "洮南", .kind = LabelKind::town, .middles = {{100, 100}}}};
    CHECK(placed(only, grid, measured, {}).labels.size() == 1);
    const LabelWish never[] = {
        {.text = "洮儿河", .kind = LabelKind::water, .middles = {{300, 100}}, .may_cross_base_lines = false}};
    CHECK(placed(never, grid, measured, {}).labels.empty());
}

TEST_CASE("the chosen one is written whatever lies there", "[map]")
{
    LabelGrid grid(400, 400, 4);
    grid.cover({0, 0, 400, 400}, LabelGrid::things);
    const LabelWish wishes[] = {{.text = "示例小学", .kind = LabelKind::chosen, .middles = {{200, 100}}, .must = true},
                                {.text = "白城", .kind = LabelKind::town, .middles = {{300, 300}}, .foremost = true}};
    const Labels labels = placed(wishes, grid, measured, {});
    REQUIRE(labels.labels.size() == 1);
    CHECK(labels.labels[0].text == "示例小学");
}

TEST_CASE("a line far outside the view covers only what it passes", "[map]")
{
    LabelGrid grid(100, 100, 4);
    grid.cover_line({-1e6F, 50}, {1e6F, 50}, LabelGrid::things);
    CHECK(grid.under({0, 40, 100, 60}) == LabelGrid::things);
    CHECK(grid.under({0, 0, 100, 40}) == 0);
    grid.cover_line({-50, -50}, {-10, 200}, LabelGrid::names);
    CHECK((grid.under({0, 0, 100, 100}) & LabelGrid::names) == 0);
}

}  // namespace
