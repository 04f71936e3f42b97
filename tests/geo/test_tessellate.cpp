#include "geo/tessellate.hpp"

#include "geo/polygon.hpp"
#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

double area_deg2(const std::vector<Triangle>& triangles)
{
    double sum = 0;
    for (const auto& [a, b, c] : triangles)
        sum += std::abs((b.lon - a.lon) * (c.lat - a.lat) - (c.lon - a.lon) * (b.lat - a.lat)) / 2;
    return sum;
}

int times_covered(const std::vector<Triangle>& triangles, const Position& p)
{
    int count = 0;
    for (const auto& [a, b, c] : triangles) count += contains(Polygon{{{a, b, c, a}}}, p);
    return count;
}

}  // namespace

TEST_CASE("a square is two triangles", "[geo]")
{
    const auto triangles = triangles_of(Polygon{{test::square(122, 45, 0.5)}});
    CHECK(triangles.size() == 2);
    CHECK_THAT(area_deg2(triangles), WithinAbs(0.25, 1e-12));
}

TEST_CASE("triangles cover a lake once and its islands not at all", "[geo]")
{
    test::Lot lot(21);
    for (int i = 0; i < 20; ++i) {
        const Polygon lake{{a_star(lot, {122.5, 45.5}, 5000, 120), a_star(lot, {122.5, 45.5}, 1000, 30)}};
        const auto triangles = triangles_of(lake);
        REQUIRE_FALSE(triangles.empty());
        for (int k = 0; k < 200; ++k) {
            const Position p{122.5 + lot.between(-0.07, 0.07), 45.5 + lot.between(-0.05, 0.05)};
            if (times_covered(triangles, p) != (contains(lake, p) ? 1 : 0)) FAIL("covered wrongly");
        }
    }
}

TEST_CASE("corners of triangles are corners of the polygon, to the bit", "[geo]")
{
    test::Lot lot(22);
    const Polygon pond{{a_star(lot, {122.5, 45.5}, 200, 40)}};
    for (const Triangle& triangle : triangles_of(pond))
        for (const Position& corner : triangle)
            CHECK(std::ranges::find(pond.rings.front(), corner) != pond.rings.front().end());
}

TEST_CASE("a ring that crosses itself is filled by even-odd", "[geo]")
{
    const Polygon bow_tie{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}};
    CHECK_THAT(area_deg2(triangles_of(bow_tie)), WithinRel(2.0, 1e-9));
}

TEST_CASE("an island that reaches over the shore, or touches it, does no harm", "[geo]")
{
    const Polygon over{{test::square(0, 0, 2), test::square(1, 1, 2)}};
    CHECK_FALSE(triangles_of(over).empty());
    const Polygon touching{{test::square(0, 0, 2), {{0, 0}, {1, 0.5}, {0.5, 1}, {0, 0}}}};
    CHECK_THAT(area_deg2(triangles_of(touching)), WithinRel(4 - 0.375, 1e-9));
}

TEST_CASE("an open ring, repeated corners and a spike are filled", "[geo]")
{
    CHECK_THAT(area_deg2(triangles_of(Polygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}}})), WithinRel(1.0, 1e-9));
    CHECK_THAT(area_deg2(triangles_of(Polygon{{{{0, 0}, {1, 0}, {1, 0}, {1, 1}, {1, 2}, {1, 1}, {0, 1}, {0, 0}}}})),
               WithinRel(1.0, 1e-9));
}

TEST_CASE("a ring in a tangle is filled by even-odd, and one beyond mending in no time not at all", "[geo]")
{
    test::Lot lot(23);
    for (int i = 0; i < 100; ++i) {
        Ring ring;
        for (std::uint32_t k = lot.below(12) + 4; k > 0; --k)
            ring.push_back({122 + lot.between(0, 0.5), 45 + lot.between(0, 0.5)});
        const Polygon tangle{{ring}};
        const auto triangles = triangles_of(tangle);
        REQUIRE_FALSE(triangles.empty());
        for (int k = 0; k < 50; ++k) {
            const Position p{122 + lot.between(0, 0.5), 45 + lot.between(0, 0.5)};
            if (times_covered(triangles, p) != (contains(tangle, p) ? 1 : 0)) FAIL("covered wrongly");
        }
    }
    Ring shuffled;
    for (int i = 0; i < 5000; ++i) shuffled.push_back({lot.between(122, 123), lot.between(45, 46)});
    CHECK(triangles_of(Polygon{{shuffled}}).empty());
}

TEST_CASE("nothing is filled where there is no area", "[geo]")
{
    CHECK(triangles_of(Polygon{}).empty());
    CHECK(triangles_of(Polygon{{{}}}).empty());
    CHECK(triangles_of(Polygon{{{{0, 0}, {1, 1}}}}).empty());
    CHECK(triangles_of(Polygon{{{{0, 0}, {0, 0}, {0, 0}, {0, 0}}}}).empty());
    CHECK(triangles_of(Polygon{{{{0, 0}, {1, 1}, {2, 2}, {0, 0}}}}).empty());
    CHECK(triangles_of(Polygon{{{{0, 0}, {1, std::nan("")}, {2, 2}, {0, 0}}}}).empty());
    CHECK(triangles_of(geometry_of(Position{1, 2})).empty());
}
