#include "geo/datum.hpp"

#include "geo/geodesic.hpp"
#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <limits>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;

namespace {

struct Shift {
    Position from;
    Gcj02Position to;
};

}  // namespace

TEST_CASE("published GCJ-02 pairs are met", "[geo]")
{
    // googollee/eviltransform, go/transform_test.go (there latitude first).
    const auto shift = GENERATE(Shift{{121.5272106, 31.1774276}, {121.531541859215, 31.17530398364597}},
                                Shift{{113.912316, 22.543847}, {113.9171764808363, 22.540796131694766}},
                                Shift{{116.377817, 39.911954}, {116.38404722455657, 39.91334545536069}});
    const Gcj02Position found = gcj02_from_cgcs2000(shift.from);
    CHECK_THAT(found.lon, WithinAbs(shift.to.lon, 1e-10));
    CHECK_THAT(found.lat, WithinAbs(shift.to.lat, 1e-10));
    const auto back = cgcs2000_from_gcj02(shift.to);
    REQUIRE(back);
    CHECK_THAT(back->lon, WithinAbs(shift.from.lon, 1e-10));
    CHECK_THAT(back->lat, WithinAbs(shift.from.lat, 1e-10));
}

TEST_CASE("Baicheng is shifted to the worked example in both published systems", "[geo]")
{
    const Position baicheng{122.8390, 45.6196};
    const Gcj02Position gcj = gcj02_from_cgcs2000(baicheng);
    CHECK_THAT(gcj.lon, WithinAbs(122.844871297, 1e-9));
    CHECK_THAT(gcj.lat, WithinAbs(45.621508272, 1e-9));
    const Bd09Position bd = bd09_from_gcj02(gcj);
    CHECK_THAT(bd.lon, WithinAbs(122.851424536, 1e-9));
    CHECK_THAT(bd.lat, WithinAbs(45.627416778, 1e-9));
    CHECK(bd09_from_cgcs2000(baicheng) == bd);
}

TEST_CASE("both shifts are undone to a hundredth of a millimetre anywhere in Baicheng", "[geo]")
{
    test::Lot lot(1);
    double worst_m = 0;
    for (int i = 0; i < 2000; ++i) {
        const Position p{lot.between(121.4, 124.5), lot.between(44.1, 46.4)};
        const auto from_gcj = cgcs2000_from_gcj02(gcj02_from_cgcs2000(p));
        const auto from_bd = cgcs2000_from_bd09(bd09_from_cgcs2000(p));
        REQUIRE(from_gcj);
        REQUIRE(from_bd);
        worst_m = std::max({worst_m, geodesic_m(p, *from_gcj), geodesic_m(p, *from_bd)});
    }
    CHECK(worst_m < 1e-5);
}

TEST_CASE("the shift in Baicheng is 474 to 580 m towards east-north-east", "[geo]")
{
    test::Lot lot(2);
    for (int i = 0; i < 500; ++i) {
        const Position p{lot.between(121.6, 124.4), lot.between(44.2, 46.3)};
        const Gcj02Position shifted = gcj02_from_cgcs2000(p);
        const Position seen{shifted.lon, shifted.lat};
        CHECK_THAT(geodesic_m(p, seen), WithinAbs(527, 54));
        CHECK_THAT(bearing_deg(p, seen).value(), WithinAbs(65.5, 4));
    }
}

TEST_CASE("nothing is shifted outside the published rectangle", "[geo]")
{
    const Position london{-0.13, 51.5};
    CHECK(gcj02_from_cgcs2000(london) == Gcj02Position{-0.13, 51.5});
    CHECK(cgcs2000_from_gcj02({-0.13, 51.5}) == london);
}

TEST_CASE("an inverse that does not settle says so", "[geo]")
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(cgcs2000_from_gcj02({nan, 45}));
    CHECK_FALSE(gcj02_from_bd09({122, nan}));
    CHECK_FALSE(cgcs2000_from_bd09({nan, nan}));
    // Just over the western edge: unshifted it lies outside, shifted from inside it lands elsewhere.
    const auto at_edge = cgcs2000_from_gcj02({72.0041, 35});
    if (at_edge) CHECK_THAT(gcj02_from_cgcs2000(*at_edge).lon, WithinAbs(72.0041, 1e-9));
}
