#include "console/map/proposed.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;

geo::Geometry a_line(double lon, double lat)
{
    geo::Geometry line;
    line.lines.push_back({.points = {{lon, lat}, {lon + 0.01, lat}}});
    return line;
}

TEST_CASE("proposed waters in sight are drawn, the chosen one on top, and picked by their marks", "[map]")
{
    const geo::Geometry near = a_line(123, 45), beside = a_line(123.02, 45), far = a_line(130, 45);
    const std::vector<ProposedWater> waters{proposed_water(near, {123, 45}), proposed_water(beside, {123.02, 45}),
                                            proposed_water(far, {130, 45})};
    MapView view;
    view.centre = geo::map_from_position({123, 45});
    view.map_m_per_px = 20;
    view.width_px = 800;
    view.height_px = 600;
    const auto drawn = drawn_proposed(waters, 0, view, 1);
    REQUIRE(drawn.size() == 2);
    CHECK(drawn[0].water == 1);
    CHECK(drawn[1].water == 0);
    CHECK(drawn[1].chosen);
    CHECK(drawn[1].at == Px{400, 300});
    REQUIRE(drawn[1].lines.size() == 1);
    CHECK(drawn[1].lines[0].size() == 2);
    CHECK(picked_proposed(drawn, {403, 300}, 11) == std::optional<std::size_t>{0});
    CHECK_FALSE(picked_proposed(drawn, {420, 300}, 11));
    CHECK(picked_proposed(drawn, drawn[0].at, 11) == std::optional<std::size_t>{1});
    CHECK(drawn_proposed(waters, waters.size(), view, 1).back().water == 1);  // none is chosen
}

}  // namespace
