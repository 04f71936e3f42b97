#include "geo/polygon.hpp"

#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const Polygon lake{{test::square(122, 45, 3), test::square(123, 46, 1)}};

}  // namespace

TEST_CASE("inside is even-odd over all rings, whichever way they run", "[geo]")
{
    CHECK(contains(lake, {122.5, 45.5}));
    CHECK_FALSE(contains(lake, {123.5, 46.5}));
    CHECK_FALSE(contains(lake, {121.9, 45.5}));
    Polygon turned = lake;
    std::ranges::reverse(turned.rings[1]);
    CHECK_FALSE(contains(turned, {123.5, 46.5}));
    Polygon open = lake;
    for (Ring& ring : open.rings) ring.pop_back();
    CHECK(contains(open, {122.5, 45.5}));
    CHECK(contains(open, {122.0001, 46.5}));
    CHECK_FALSE(contains(open, {123.5, 46.5}));
    CHECK_FALSE(contains(lake, {std::nan(""), 45.5}));
    CHECK_FALSE(contains(lake, {122.5, std::nan("")}));
    CHECK_FALSE(contains(Polygon{}, {0, 0}));
}

TEST_CASE("a place on the border of two counties lies in exactly one", "[geo]")
{
    const Polygon west{{test::square(122, 45, 1)}};
    const Polygon east{{test::square(123, 45, 1)}};
    for (const double lat : {45.0, 45.25, 45.5, 45.999})
        CHECK(contains(west, {123, lat}) + contains(east, {123, lat}) == 1);
}

TEST_CASE("the area of one eighth of the ellipsoid is an eighth of its published surface", "[geo]")
{
    // GRS 80 authalic radius 6371007.1810 m (Moritz 2000); edges along the equator and meridians are geodesics.
    const Polygon octant{{{{0, 0}, {90, 0}, {0, 90}, {0, 0}}}};
    CHECK_THAT(area_m2(octant), WithinRel(4 * 3.14159265358979 * 6371007.1810 * 6371007.1810 / 8, 1e-9));
}

TEST_CASE("holes are taken off the area", "[geo]")
{
    const double outer = area_m2(Polygon{{lake.rings[0]}});
    const double hole = area_m2(Polygon{{lake.rings[1]}});
    CHECK_THAT(area_m2(lake), WithinRel(outer - hole, 1e-12));
    CHECK(area_m2(Polygon{}) == 0);
    CHECK(area_m2(Polygon{{{{0, 0}, {1, 1}, {0, 0}}}}) == 0);
}

TEST_CASE("a name is written inside the water, not in its hole nor beside its bend", "[geo]")
{
    const auto in_lake = inner_point(lake);
    REQUIRE(in_lake);
    CHECK(contains(lake, *in_lake));
    const Polygon bent{{{{0, 0}, {4, 0}, {4, 4}, {3.8, 4}, {3.8, 0.2}, {0, 0.2}, {0, 0}}}};
    const auto in_bent = inner_point(bent);
    REQUIRE(in_bent);
    CHECK(contains(bent, *in_bent));
    const Polygon bow_tie{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}};
    REQUIRE(inner_point(bow_tie));
    CHECK(contains(bow_tie, *inner_point(bow_tie)));
    CHECK_FALSE(inner_point(Polygon{}));
    CHECK_FALSE(inner_point(Polygon{{{{0, 0}, {1, 1}, {0, 0}, {0, 0}}}}));
    CHECK_FALSE(inner_point(Polygon{{{{0, 0}, {1, std::nan("")}, {1, 1}, {0, 0}}}}));
}

TEST_CASE("the label goes to the largest polygon, the longest line or the first point", "[geo]")
{
    Geometry shape;
    CHECK_FALSE(label_point(shape));
    shape.points = {{120, 40}, {121, 41}};
    CHECK(label_point(shape) == Position{120, 40});
    shape.lines = {{{{0, 0}, {1, 0}}}, {{{10, 0}, {20, 0}}}};
    CHECK_THAT(label_point(shape)->lon, WithinAbs(15, 1e-9));
    shape.polygons = {{{test::square(50, 0, 0.1)}}, lake};
    CHECK(contains(lake, label_point(shape).value()));
}
