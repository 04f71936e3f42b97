#include "geo/reach.hpp"

#include "geo/geodesic.hpp"
#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace xiaoan::geo;

TEST_CASE("everything within the radius lies in the box around a place, at any latitude", "[geo]")
{
    test::Lot lot(3);
    for (int i = 0; i < 20000; ++i) {
        const Position p{lot.between(-180, 180), lot.between(-89.9, 89.9)};
        const double radius_m = std::exp(lot.between(0, std::log(3e6)));
        const Position q = destination(p, lot.between(0, 360), radius_m * lot.between(0.99, 1));
        const Box box = box_around(p, radius_m);
        const bool held = box.contains(q) || box.contains({q.lon - 360, q.lat}) || box.contains({q.lon + 360, q.lat});
        if (!held) {
            CAPTURE(p.lon, p.lat, radius_m, q.lon, q.lat);
            FAIL("a place in reach is outside the box");
        }
    }
    SUCCEED();
}

TEST_CASE("the box at the latitude of Baicheng is hardly larger than it must be", "[geo]")
{
    const Box box = box_around({122.8, 45.6}, 3000);
    CHECK((box.north - box.south) * degree_length(45.6).lat_m < 6000 * 1.001);
    CHECK((box.east - box.west) * degree_length(45.6).lon_m < 6000 * 1.001);
}

TEST_CASE("a pole in reach opens the box to every longitude", "[geo]")
{
    const Box box = box_around({10, 89.99}, 3000);
    CHECK(box.east - box.west == 360);
    CHECK(std::isinf(flat_excess(89.99, 3000)));
}

TEST_CASE("a flat distance never exceeds the true one by more than the stated factor", "[geo]")
{
    test::Lot lot(4);
    for (int i = 0; i < 20000; ++i) {
        const Position p{0, lot.between(-85, 85)};
        const double radius_m = std::exp(lot.between(0, std::log(4e5)));
        const Position q = destination(p, lot.between(0, 360), radius_m);
        const DegreeLength degree = degree_length(p.lat);
        const double flat_m = std::hypot((q.lon - p.lon) * degree.lon_m, (q.lat - p.lat) * degree.lat_m);
        if (!(flat_m <= radius_m * flat_excess(p.lat, radius_m) + 1e-7)) {
            CAPTURE(p.lat, radius_m, flat_m);
            FAIL("the bound is broken");
        }
    }
    SUCCEED();
}
