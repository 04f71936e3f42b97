#include "geo/projection.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <thread>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;

namespace {

struct Pair {
    Position position;
    GridPosition grid;
};

}  // namespace

TEST_CASE("3-degree Gauss-Krueger at 123 E agrees with PROJ's cs2cs and the Krueger series to a millimetre", "[geo]")
{
    const auto projection = Projection::to_epsg(4550);
    REQUIRE(projection);
    // cs2cs EPSG:4490 EPSG:4550 (PROJ 9.1.1), rechecked with Krueger's series.
    for (const Pair& pair :
         {Pair{{122.839024, 45.619641}, {487445.102, 5053822.541}}, Pair{{124.291, 45.507}, {600889.418, 5042101.569}},
          Pair{{123, 45}, {500000.000, 4984944.378}}, Pair{{121.61, 38.91}, {379434.3820, 4309431.3420}}}) {
        const auto grid = projection->grid_from_position(pair.position);
        REQUIRE(grid);
        CHECK_THAT(grid->easting_m, WithinAbs(pair.grid.easting_m, 0.0006));
        CHECK_THAT(grid->northing_m, WithinAbs(pair.grid.northing_m, 0.0006));
        const auto back = projection->position_from_grid(*grid);
        REQUIRE(back);
        CHECK_THAT(back->lon, WithinAbs(pair.position.lon, 1e-12));
        CHECK_THAT(back->lat, WithinAbs(pair.position.lat, 1e-12));
    }
}

TEST_CASE("the zoned system differs by its zone number before the easting", "[geo]")
{
    const auto zoned = Projection::to_epsg(4529);
    REQUIRE(zoned);
    const auto grid = zoned->grid_from_position({123, 45});
    REQUIRE(grid);
    CHECK_THAT(grid->easting_m, WithinAbs(41'500'000, 0.001));
}

TEST_CASE("an unknown system is refused in words that name it", "[geo]")
{
    const auto unknown = Projection::to_epsg(999999);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().find("EPSG:999999") != std::string::npos);
}

TEST_CASE("what cannot be projected is empty", "[geo]")
{
    const auto projection = Projection::to_epsg(4550);
    REQUIRE(projection);
    CHECK_FALSE(projection->grid_from_position({std::nan(""), 45}));
    CHECK_FALSE(projection->grid_from_position({123, 95}));
    CHECK_FALSE(projection->position_from_grid({std::nan(""), 0}));
    CHECK_FALSE(projection->position_from_grid({1e12, 1e12}));
}

TEST_CASE("threads project side by side, each with its own projection", "[geo]")
{
    double found[2] = {0, 0};
    {
        std::jthread one([&] { found[0] = Projection::to_epsg(4550)->grid_from_position({123, 45})->northing_m; });
        std::jthread two([&] { found[1] = Projection::to_epsg(4550)->grid_from_position({123, 45})->northing_m; });
    }
    CHECK_THAT(found[0], WithinAbs(4984944.378, 0.0006));
    CHECK(found[0] == found[1]);
}
