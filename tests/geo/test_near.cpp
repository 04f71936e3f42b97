#include "geo/near.hpp"

#include "geo/geodesic.hpp"
#include "geo/shore_distance.hpp"
#include "tests/geo/brute_force.hpp"
#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double series_error_m = 2e-7;  // far below the 1 um that is promised up to 10 km

double round_to_grid(double degrees)
{
    return std::round(degrees * 1e7) / 1e7;
}

void round_to_grid(std::vector<Position>& positions)
{
    for (Position& p : positions) p = {round_to_grid(p.lon), round_to_grid(p.lat)};
}

/// Seven decimals, as maps and the peers' data have them.
Geometry rounded_to_grid(Geometry geometry)
{
    round_to_grid(geometry.points);
    for (Polyline& line : geometry.lines) round_to_grid(line.points);
    for (Polygon& polygon : geometry.polygons)
        for (Ring& ring : polygon.rings) round_to_grid(ring);
    return geometry;
}

const NearPair* pair_with(const std::vector<NearPair>& pairs, std::uint32_t geometry)
{
    const auto found = std::ranges::find(pairs, geometry, &NearPair::geometry);
    return found == pairs.end() ? nullptr : &*found;
}

}  // namespace

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
        CHECK_THAT(pair.distance_m, WithinAbs(shore->distance_m, within_m < 10000 ? series_error_m : 1e-5));
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
    NearControl control{source.get_token(), {}, 1};
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

TEST_CASE("distances are those of a brute force by geodesics, whatever the shapes", "[geo]")
{
    const double lat = GENERATE(18.3, 45.6, 53.4);
    const bool on_grid = GENERATE(true, false);
    test::Lot lot(static_cast<std::uint32_t>(lat) + 40);
    const Box box{122.95, lat - 0.03, 123.05, lat + 0.03};
    std::vector<Position> schools;
    for (int i = 0; i < 8; ++i) schools.push_back({lot.between(box.west, box.east), lot.between(box.south, box.north)});
    std::vector<Geometry> waters;
    for (int i = 0; i < 25; ++i) {
        const Geometry water = test::a_water(lot, box, std::exp(lot.between(1, 8)));
        waters.push_back(on_grid ? rounded_to_grid(water) : water);
    }
    const auto found = near_pairs(schools, waters, 3000);
    REQUIRE(found);
    std::size_t expected = 0;
    for (std::uint32_t i = 0; i < schools.size(); ++i)
        for (std::uint32_t k = 0; k < waters.size(); ++k) {
            const double distance_m = test::brute_force_m(schools[i], waters[k]);
            const auto pair = std::ranges::find_if(
                *found, [&](const NearPair& each) { return each.position == i && each.geometry == k; });
            REQUIRE((pair != found->end()) == (distance_m <= 3000));
            if (pair == found->end()) continue;
            ++expected;
            CHECK_THAT(pair->distance_m, WithinAbs(distance_m, distance_m > 1 ? 3e-7 : 1e-4));
            CHECK_THAT(geodesic_m(schools[i], pair->nearest), WithinAbs(pair->distance_m, 3e-7));
        }
    CHECK(found->size() == expected);
}

TEST_CASE("of edges that are nearly as near as each other the nearest is found", "[geo]")
{
    // A shore around the school, every corner 2,000 m away to 0.1 mm or less: single precision cannot tell them apart.
    const double spread_m = GENERATE(0.0, 1e-6, 1e-4, 0.01);
    test::Lot lot(11);
    const Position school{122.8, 45.6};
    for (int times = 0; times < 20; ++times) {
        Polyline shore;
        double least_m = std::numeric_limits<double>::infinity();
        for (int i = 0; i < 400; ++i) {
            const double distance_m = 2000 + spread_m * lot.between(0, 1);
            const Position corner = destination(school, i * 0.9, distance_m);
            shore.points.push_back(corner);
            // There and back to farther out, so that the corner is the nearest place of its two edges.
            shore.points.push_back(destination(school, i * 0.9, 2100));
            shore.points.push_back(corner);
            least_m = std::min(least_m, geodesic_m(school, corner));
            shore.points.push_back(destination(school, i * 0.9 + 0.45, 2100));
        }
        const std::vector<Geometry> waters{geometry_of(shore)};
        const auto found = NearSearch(waters).from(school, 3000);
        REQUIRE(found.size() == 1);
        REQUIRE_THAT(found[0].distance_m, WithinAbs(shore_distance(school, waters[0])->distance_m, series_error_m));
        CHECK(found[0].distance_m <= least_m + series_error_m);
    }
}

TEST_CASE("a school inside is at 0 m, on an island at the island's shore, on a vertex at 0 m", "[geo]")
{
    // Squares of 2.2 km and islands of 0.2 km, with sides cut so that they fill several chunks.
    const auto fine_square = [](double west, double south, double side) {
        Ring ring;
        constexpr int cuts = 40;
        for (int i = 0; i < cuts; ++i) ring.push_back({west + side * i / cuts, south});
        for (int i = 0; i < cuts; ++i) ring.push_back({west + side, south + side * i / cuts});
        for (int i = cuts; i > 0; --i) ring.push_back({west + side * i / cuts, south + side});
        for (int i = cuts; i > 0; --i) ring.push_back({west, south + side * i / cuts});
        ring.push_back(ring.front());
        return ring;
    };
    const bool fine = GENERATE(true, false);
    const auto square = [&](double west, double south, double side) {
        return fine ? fine_square(west, south, side) : test::square(west, south, side);
    };
    Geometry lake = geometry_of(Polygon{{square(122, 45, 0.02), square(122.01, 45.01, 0.002)}});
    lake.polygons.push_back({{square(122.0105, 45.0105, 0.001)}});  // a pond on the island
    const std::vector<Geometry> waters{lake, geometry_of(Polyline{square(122, 45, 0.02)})};
    const NearSearch search(waters);
    const auto at = [&](const Position& school, std::uint32_t water) {
        const auto found = search.from(school, 3000);
        const NearPair* pair = pair_with(found, water);
        REQUIRE(pair != nullptr);
        return *pair;
    };
    CHECK(at({122.005, 45.005}, 0).inside);
    CHECK(at({122.005, 45.005}, 0).distance_m == 0);
    CHECK(at({122.005, 45.005}, 0).nearest == Position{122.005, 45.005});
    CHECK(at({122.011, 45.011}, 0).inside);
    CHECK_FALSE(at({122.0102, 45.0102}, 0).inside);
    CHECK_THAT(at({122.0102, 45.0111}, 0).distance_m,
               WithinAbs(geodesic_m({122.0102, 45.0111}, {122.01, 45.0111}), 1e-5));  // the island's west shore
    for (const Position corner : {Position{122, 45}, Position{122.02, 45.02}, Position{122.02, 45}}) {
        CHECK(at(corner, 0).inside);
        CHECK(at(corner, 0).distance_m == 0);
        CHECK_FALSE(at(corner, 1).inside);
        CHECK(at(corner, 1).distance_m == 0);
    }
    CHECK_FALSE(at({122.005, 45.005}, 1).inside);
    CHECK_THAT(at({122.005, 45.01}, 1).distance_m, WithinAbs(geodesic_m({122.005, 45.01}, {122, 45.01}), 1e-4));
}

TEST_CASE("slivers, rings that touch or cross themselves, copies and edges without length are measured alike", "[geo]")
{
    const Position a{122.8, 45.6};
    const Position b{122.81, 45.61};
    const Position c{122.82, 45.6};
    std::vector<Geometry> waters{
        geometry_of(Polygon{{{a, b, a, a}}}),                                      // no width
        geometry_of(Polygon{{{a, {122.81, 45.6000001}, c, {122.81, 45.6}, a}}}),   // a sliver
        geometry_of(Polygon{{{a, b, c, {122.82, 45.62}, b, {122.8, 45.62}, a}}}),  // touches itself at b
        geometry_of(Polygon{{{a, c, {122.8, 45.61}, {122.82, 45.61}, a}}}),        // crosses itself
        geometry_of(Polygon{{test::square(122.8, 45.6, 0.01), test::square(122.8, 45.6, 0.005)}}),  // an inlet's corner
        geometry_of(Polyline{{a, a, b, b, b, c}}),
        geometry_of(Polyline{{a, a, a}}),
        geometry_of(Polygon{{{a}}}),
        geometry_of(Polygon{{{b, b}}}),
    };
    const std::size_t once = waters.size();
    for (std::size_t i = 0; i < once; ++i) waters.push_back(waters[i]);
    const NearSearch search(waters);
    test::Lot lot(12);
    for (int i = 0; i < 60; ++i) {
        const Position school{lot.between(122.78, 122.84), lot.between(45.59, 45.63)};
        const auto found = search.from(school, 1500);
        for (std::uint32_t k = 0; k < waters.size(); ++k) {
            const double distance_m = test::brute_force_m(school, waters[k]);
            const NearPair* pair = pair_with(found, k);
            REQUIRE((pair != nullptr) == (distance_m <= 1500));
            if (pair == nullptr) continue;
            CHECK_THAT(pair->distance_m, WithinAbs(distance_m, 3e-7));
            const NearPair* copy = pair_with(found, static_cast<std::uint32_t>(k < once ? k + once : k - once));
            REQUIRE(copy != nullptr);
            CHECK(copy->distance_m == pair->distance_m);
        }
    }
}

TEST_CASE("at the limit a water is in to the last micrometre, for edges as for points", "[geo]")
{
    test::Lot lot(13);
    for (int i = 0; i < 300; ++i) {
        const Position school{lot.between(121, 124), lot.between(44, 47)};
        const Position foot = destination(school, lot.between(0, 360), lot.between(1, 5000));
        const std::vector<Geometry> waters{test::a_water(lot, {foot.lon, foot.lat, foot.lon, foot.lat}, 100)};
        const auto shore = shore_distance(school, waters[0]);
        REQUIRE(shore);
        if (shore->distance_m < 1) continue;
        const NearSearch search(waters);
        CHECK(search.from(school, shore->distance_m).size() == 1);
        CHECK(search.from(school, std::nextafter(shore->distance_m, 0)).empty());
        CHECK(search.from(school, shore->distance_m + 1e-9).size() == 1);
    }
}

TEST_CASE("long edges are as straight in degrees as short ones", "[geo]")
{
    // One edge along a parallel, of 1.6 to 780 km: nearest due south of the school, by symmetry.
    const double half_deg = GENERATE(0.01, 0.13, 1.3, 5.0);
    const std::vector<Geometry> canal{geometry_of(Polyline{{{123 - half_deg, 45}, {123 + half_deg, 45}}})};
    const auto found = NearSearch(canal).from({123, 45.02}, 3000);
    REQUIRE(found.size() == 1);
    CHECK_THAT(found[0].distance_m, WithinAbs(geodesic_m({123, 45.02}, {123, 45}), 1e-6));
    CHECK_THAT(found[0].nearest.lon, WithinAbs(123, 1e-7));
}

TEST_CASE("across the antimeridian a water is as near as its copy elsewhere", "[geo]")
{
    // The same waters about 180 and, turned by 57 degrees, about 123: the ellipsoid does not know the difference.
    const double within_m = GENERATE(3000.0, 30000.0);
    test::Lot lot(14);
    std::vector<Geometry> here;
    std::vector<Geometry> turned;
    const auto add = [](std::vector<Geometry>& all, const Geometry& one, double turn) {
        Geometry moved = one;  // parts west of the antimeridian and parts east of it, as RFC 7946 asks
        const auto turn_all = [&](std::vector<Position>& positions) {
            const bool beyond = !positions.empty() && positions.front().lon + turn > 180;
            for (Position& p : positions) p.lon += beyond ? turn - 360 : turn;
        };
        for (Position& p : moved.points) p.lon += p.lon + turn > 180 ? turn - 360 : turn;
        for (Polyline& line : moved.lines) turn_all(line.points);
        for (Polygon& polygon : moved.polygons)
            for (Ring& ring : polygon.rings) turn_all(ring);
        all.push_back(moved);
    };
    for (int i = 0; i < 40; ++i) {
        const double side = lot.below(2) == 0 ? -1 : 1;
        const double middle = 123 + side * lot.between(0.04, 0.1);
        Geometry water = test::a_water(lot, {middle, 64.9, middle, 65.1}, 300);
        if (i % 4 == 0) {  // two parts, one on each side
            const Geometry other = test::a_water(lot, {246 - middle, 64.9, 246 - middle, 65.1}, 300);
            water.points.insert(water.points.end(), other.points.begin(), other.points.end());
            water.lines.insert(water.lines.end(), other.lines.begin(), other.lines.end());
            water.polygons.insert(water.polygons.end(), other.polygons.begin(), other.polygons.end());
        }
        add(here, water, 0);
        add(turned, water, 57);
    }
    const NearSearch plain(here);
    const NearSearch across(turned);
    for (int i = 0; i < 40; ++i) {
        const Position school{123 + lot.between(-0.1, 0.1), lot.between(64.9, 65.1)};
        const auto expected = plain.from(school, within_m);
        const double lon = school.lon + 57;
        const auto found = across.from({lon > 180 ? lon - 360 : lon, school.lat}, within_m);
        REQUIRE(found.size() == expected.size());
        for (const NearPair& pair : expected) {
            const NearPair* same = pair_with(found, pair.geometry);
            REQUIRE(same != nullptr);
            CHECK_THAT(same->distance_m, WithinAbs(pair.distance_m, 1e-5));
            CHECK(same->inside == pair.inside);
        }
    }
}

TEST_CASE("around a pole every longitude is near", "[geo]")
{
    const double pole = GENERATE(90.0, -90.0);
    const double sign = pole > 0 ? 1 : -1;
    std::vector<Geometry> springs;
    for (int lon = -180; lon < 180; lon += 10)
        springs.push_back(geometry_of(Position{static_cast<double>(lon), sign * 89.99}));
    const NearSearch search(springs);
    CHECK(search.from({0, pole}, 1200).size() == springs.size());  // 0.01 degree of latitude there is 1,117 m
    CHECK(search.from({0, pole}, 1100).empty());
    const Position beside{77, sign * 89.995};
    const auto found = search.from(beside, 5000);
    REQUIRE(found.size() == springs.size());
    for (const NearPair& pair : found)
        CHECK_THAT(pair.distance_m, WithinAbs(geodesic_m(beside, springs[pair.geometry].points[0]), 1e-6));
}

TEST_CASE("the answer does not depend on the number of threads", "[geo]")
{
    test::Lot lot(15);
    const Box box{122.5, 45.3, 123.1, 45.9};
    std::vector<Position> schools;
    for (int i = 0; i < 1234; ++i)
        schools.push_back({lot.between(box.west, box.east), lot.between(box.south, box.north)});
    schools[7].lat = std::nan("");
    std::vector<Geometry> waters;
    for (int i = 0; i < 3000; ++i) waters.push_back(test::a_water(lot, box, 300));
    const auto one = near_pairs(schools, waters, 3000, {{}, {}, 1});
    REQUIRE(one);
    REQUIRE(one->size() > 10000);
    for (const unsigned threads : {2u, 3u, 0u}) {
        std::size_t last = 0;
        const auto more = near_pairs(schools, waters, 3000,
                                     {{},
                                      [&](std::size_t done, std::size_t) {
                                          CHECK(done > last);
                                          last = done;
                                      },
                                      threads});
        REQUIRE(more);
        CHECK(last == schools.size());
        REQUIRE(more->size() == one->size());
        const bool same = std::ranges::equal(*one, *more, [](const NearPair& a, const NearPair& b) {
            return a.position == b.position && a.geometry == b.geometry && a.distance_m == b.distance_m &&
                   a.inside == b.inside && a.nearest == b.nearest;
        });
        CHECK(same);
    }
}

TEST_CASE("the nearest are the first of all that are near", "[geo]")
{
    test::Lot lot(16);
    const Box box{122, 45, 123, 46};
    std::vector<Geometry> waters;
    for (int i = 0; i < 400; ++i) waters.push_back(test::a_water(lot, box, 300));
    const NearSearch search(waters);
    for (int i = 0; i < 30; ++i) {
        const Position school{lot.between(121.5, 123.5), lot.between(44.5, 46.5)};
        for (const double within_m : {800.0, 20000.0, 90000.0}) {
            const auto all = search.from(school, within_m);
            for (const std::size_t count : {0u, 1u, 5u, 1000u}) {
                const auto nearest = search.nearest(school, count, within_m);
                REQUIRE(nearest.size() == std::min(count, all.size()));
                for (std::size_t k = 0; k < nearest.size(); ++k) {
                    CHECK(nearest[k].geometry == all[k].geometry);
                    CHECK_THAT(nearest[k].distance_m, WithinAbs(all[k].distance_m, 1e-5));
                }
            }
        }
    }
    CHECK(search.nearest({122, std::nan("")}, 3, 3000).empty());
    CHECK(search.nearest({122, 45}, 3, -1).empty());
    CHECK(search.nearest({122, 45}, 3, std::nan("")).empty());
    CHECK(NearSearch({}).nearest({122, 45}, 3, 1e9).empty());
}

TEST_CASE("without a limit everything is near, to the other side of the world", "[geo]")
{
    const std::vector<Geometry> springs{geometry_of(Position{122.8, 45.6}), geometry_of(Position{-57.2, -45.6})};
    const auto found = NearSearch(springs).from({122.8, 45.6}, std::numeric_limits<double>::infinity());
    REQUIRE(found.size() == 2);
    CHECK(found[0].distance_m == 0);
    CHECK_THAT(found[1].distance_m, WithinAbs(geodesic_m({122.8, 45.6}, {-57.2, -45.6}), 1e-6));
}
