#include "geo/packed_shapes.hpp"

#include "geo/geodesic.hpp"
#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cmath>

using namespace xiaoan::geo;

namespace {

std::vector<Geometry> waters(std::uint32_t seed, int count)
{
    test::Lot lot(seed);
    std::vector<Geometry> all;
    for (int i = 0; i < count; ++i) all.push_back(test::a_water(lot, {121, 44, 124, 47}, 2000));
    return all;
}

double longest_edge_of(const Geometry& geometry)
{
    double most_m = 0;
    const auto run = [&](const std::vector<Position>& positions) {
        for (std::size_t i = 1; i < positions.size(); ++i)
            most_m = std::max(most_m, geodesic_m(positions[i - 1], positions[i]));
    };
    for (const Polyline& line : geometry.lines) run(line.points);
    for (const Polygon& polygon : geometry.polygons)
        for (const Ring& ring : polygon.rings) run(ring);
    return most_m;
}

}  // namespace

TEST_CASE("shapes come out as they went in, to the bit, each once", "[geo]")
{
    const auto given = waters(1, 3000);
    const PackedShapes packed = pack_shapes(given, 1);
    REQUIRE(packed.size() == given.size());
    std::vector<bool> seen(given.size());
    for (std::uint32_t i = 0; i < packed.size(); ++i) {
        const std::uint32_t id = packed.shapes[i].id;
        REQUIRE(packed.geometry(i) == given[id]);
        seen[id] = true;
    }
    CHECK(std::ranges::all_of(seen, [](bool s) { return s; }));
    CHECK(packed.rests != nullptr);
}

TEST_CASE("positions of seven decimals have nothing left over", "[geo]")
{
    test::Lot lot(2);
    std::vector<Geometry> given;
    for (int i = 0; i < 1000; ++i)
        given.push_back(geometry_of(
            Position{std::round(lot.between(-180, 180) * 1e7) / 1e7, std::round(lot.between(-90, 90) * 1e7) / 1e7}));
    const PackedShapes packed = pack_shapes(given, 1);
    CHECK(packed.rests == nullptr);
    for (std::uint32_t i = 0; i < packed.size(); ++i) REQUIRE(packed.geometry(i) == given[packed.shapes[i].id]);
}

TEST_CASE("an edge is never longer than its shape says", "[geo]")
{
    const double lat = GENERATE(-70.0, -0.1, 0.0, 45.0, 85.0);
    test::Lot lot(3);
    std::vector<Geometry> given;
    for (int i = 0; i < 300; ++i)
        given.push_back(test::a_water(lot, {121, lat - 0.2, 124, lat + 0.2}, std::exp(lot.between(0, 9))));
    const PackedShapes packed = pack_shapes(given, 1);
    for (std::uint32_t i = 0; i < packed.size(); ++i)
        REQUIRE(static_cast<double>(packed.shapes[i].longest_edge_m) >= longest_edge_of(given[packed.shapes[i].id]));
}

TEST_CASE("what cannot be found is left out, and what is left open is closed", "[geo]")
{
    Ring open = test::square(122, 45, 0.25);
    open.pop_back();
    const Position nowhere{122, std::nan("")};
    const std::vector<Geometry> given{
        Geometry{},
        geometry_of(Polyline{}),
        geometry_of(Polygon{{Ring{}}}),
        geometry_of(Polyline{{{122, 45}, nowhere}}),
        geometry_of(Position{181, 45}),
        geometry_of(Polygon{{Ring{}, open}}),
        geometry_of(Polyline{{{122, 45}}}),
    };
    const PackedShapes packed = pack_shapes(given, 1);
    REQUIRE(packed.size() == 2);
    const std::uint32_t pond = packed.shapes[0].id == 5 ? 0 : 1;
    CHECK(packed.shapes[pond].id == 5);
    CHECK(packed.geometry(pond) == geometry_of(Polygon{{test::square(122, 45, 0.25)}}));
    CHECK(packed.shapes[1 - pond].id == 6);
    CHECK(packed.geometry(1 - pond) == geometry_of(Position{122, 45}));
    CHECK(pack_shapes({}, 2).size() == 0);
}

TEST_CASE("a ring of any number of positions is cut and joined again", "[geo]")
{
    const int corners = GENERATE(1, 2, 3, 7, 8, 9, 23, 24, 25, 47, 48, 49, 1000);
    test::Lot lot(4);
    Geometry lakes = geometry_of(Polygon{{test::a_star(lot, {122, 45}, 3000, corners), test::square(122, 45, 0.001)}});
    lakes.polygons.push_back({{test::square(123, 45, 0.01)}});
    lakes.lines.push_back(test::a_walk(lot, {122, 46}, 100, corners + 1));
    const PackedShapes packed = pack_shapes({&lakes, 1}, 1);
    CHECK(packed.geometry(0) == lakes);
}

TEST_CASE("packing does not depend on the number of threads", "[geo]")
{
    const auto given = waters(5, 5000);
    const PackedShapes one = pack_shapes(given, 1);
    const PackedShapes four = pack_shapes(given, 4);
    REQUIRE(one.size() == four.size());
    for (std::uint32_t i = 0; i < one.size(); ++i) {
        REQUIRE(one.shapes[i].id == four.shapes[i].id);
        REQUIRE(one.geometry(i) == four.geometry(i));
    }
}
