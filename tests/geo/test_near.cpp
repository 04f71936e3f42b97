#include "geo/near.hpp"

#include "geo/geodesic.hpp"
#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cmath>
#include <tuple>

using namespace xiaoan::geo;

TEST_CASE("the pairs are those that measuring every pair gives", "[geo]")
{
    const double lat = GENERATE(0.0, 45.0, 72.0, 88.0);
    const double within_m = GENERATE(0.0, 500.0, 3000.0, 40000.0);
    test::Lot lot(static_cast<std::uint32_t>(lat + within_m) + 7);
    const double half_lon = 0.3 / std::cos(lat * radians_per_degree);
    const Box box{123 - half_lon, lat - 0.3, 123 + half_lon, lat + 0.3};
    std::vector<Position> schools;
    for (int i = 0; i < 25; ++i)
        schools.push_back({lot.between(box.west, box.east), lot.between(box.south, box.north)});
    std::vector<Geometry> waters;
    for (int i = 0; i < 80; ++i) waters.push_back(test::a_water(lot, box, 1500));

    const auto found = near_pairs(schools, waters, within_m);
    REQUIRE(found);
    std::size_t expected = 0;
    for (const Position& school : schools)
        for (const Geometry& water : waters) {
            const auto shore = shore_distance(school, water);
            expected += shore && shore->distance_m <= within_m;
        }
    CHECK(found->size() == expected);
    for (const NearPair& pair : *found) {
        const auto shore = shore_distance(schools[pair.position], waters[pair.geometry]);
        REQUIRE(shore);
        CHECK(std::abs(pair.distance_m - shore->distance_m) < 1e-8);
        CHECK(pair.inside == shore->inside);
        CHECK(pair.distance_m <= within_m);
    }
    const auto order = [](const NearPair& p) { return std::tie(p.position, p.distance_m, p.geometry); };
    for (std::size_t i = 1; i < found->size(); ++i) CHECK(order((*found)[i - 1]) < order((*found)[i]));
}

TEST_CASE("a water at exactly the limit is near, one a micrometre beyond it is not", "[geo]")
{
    const Position school{122.8, 45.6};
    const std::vector<Geometry> spring{geometry_of(Position{122.83, 45.61})};
    const double exact_m = geodesic_m(school, {122.83, 45.61});
    const NearSearch search(spring);
    CHECK(search.from(school, exact_m).size() == 1);
    CHECK(search.from(school, exact_m - 1e-6).empty());
}

TEST_CASE("equal distances are sorted by geometry", "[geo]")
{
    const std::vector<Geometry> springs(5, geometry_of(Position{122.801, 45.6}));
    const auto pairs = NearSearch(springs).from({122.8, 45.6}, 3000);
    REQUIRE(pairs.size() == 5);
    for (std::uint32_t i = 0; i < 5; ++i) CHECK(pairs[i].geometry == i);
}

TEST_CASE("records without geometry or place have no pairs", "[geo]")
{
    const std::vector<Geometry> waters{Geometry{}, geometry_of(Position{122.8, 45.6}), Geometry{}};
    const std::vector<Position> schools{{122.8, 45.6}, {std::nan(""), 45.6}, {122.8, 200}};
    const auto pairs = near_pairs(schools, waters, 100);
    REQUIRE(pairs);
    REQUIRE(pairs->size() == 1);
    CHECK(pairs->front().geometry == 1);
    CHECK(near_pairs(schools, {}, 100)->empty());
    CHECK(near_pairs({}, waters, 100)->empty());
    CHECK(near_pairs(schools, waters, -1)->empty());
    CHECK(near_pairs(schools, waters, std::nan(""))->empty());
}

TEST_CASE("waters across the antimeridian and beside a pole are found", "[geo]")
{
    const std::vector<Geometry> waters{geometry_of(Position{-179.99, 65}), geometry_of(Position{179.99, 65}),
                                       geometry_of(Position{-60, 89.99})};
    const NearSearch search(waters);
    CHECK(search.from({179.999, 65}, 3000).size() == 2);
    CHECK(search.from({-179.999, 65}, 3000).size() == 2);
    CHECK(search.from({120, 89.99}, 3000).size() == 1);
}

TEST_CASE("a search reports its progress and stops when asked", "[geo]")
{
    const std::vector<Position> schools(1000, Position{122.8, 45.6});
    const std::vector<Geometry> waters{geometry_of(Position{122.801, 45.6})};
    std::stop_source source;
    NearControl control{source.get_token(), {}};
    std::size_t last = 0;
    control.progress = [&](std::size_t done, std::size_t of) {
        CHECK(of == 1000);
        CHECK(done > last);
        last = done;
    };
    CHECK(near_pairs(schools, waters, 3000, control)->size() == 1000);
    CHECK(last == 1000);
    last = 0;
    control.progress = [&](std::size_t done, std::size_t) {
        last = done;
        source.request_stop();
    };
    CHECK_FALSE(near_pairs(schools, waters, 3000, control));
    CHECK(last == 100);
}
