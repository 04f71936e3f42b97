// What geo costs: run with --benchmark_filter=NAME. Shapes are drawn by lot with a fixed seed, after the mix of a
// county's register: ponds, ditches and lakes with islands, a third of them near the schools.
#include "geo/datum.hpp"
#include "geo/geodesic.hpp"
#include "geo/geojson.hpp"
#include "geo/map_plane.hpp"
#include "geo/near.hpp"
#include "geo/polygon.hpp"
#include "geo/projection.hpp"
#include "geo/simplify.hpp"
#include "geo/tessellate.hpp"
#include "geo/wkt.hpp"
#include "tests/bench/geos_near.hpp"
#include "tests/geo/shapes.hpp"

#include <benchmark/benchmark.h>

#include <utility>

namespace {

using namespace xiaoan::geo;
using test::Lot;

const Box baicheng{121.4, 44.1, 124.5, 46.4};

Position anywhere(Lot& lot)
{
    return {lot.between(baicheng.west, baicheng.east), lot.between(baicheng.south, baicheng.north)};
}

Geometry a_water(Lot& lot)
{
    const Position at = anywhere(lot);
    const double kind = lot.between(0, 1);
    if (kind < 0.6) return geometry_of(Polygon{{a_star(lot, at, lot.between(10, 150), 26)}});
    if (kind < 0.85) return geometry_of(a_walk(lot, at, 35, 200));
    const double radius_m = lot.between(250, 1500);
    Polygon lake{{a_star(lot, at, radius_m, 300)}};
    if (lot.below(5) == 0) lake.rings.push_back(a_star(lot, at, radius_m / 5, 40));
    return geometry_of(std::move(lake));
}

std::vector<Geometry> waters(std::int64_t count)
{
    Lot lot(1);
    std::vector<Geometry> all;
    for (std::int64_t i = 0; i < count; ++i) all.push_back(a_water(lot));
    return all;
}

std::vector<Position> schools(std::int64_t count)
{
    Lot lot(2);
    std::vector<Position> all;
    for (std::int64_t i = 0; i < count; ++i) all.push_back(anywhere(lot));
    return all;
}

Polygon a_lake(std::int64_t corners)
{
    Lot lot(3);
    return {{a_star(lot, {122.8, 45.6}, 3000, static_cast<int>(corners))}};
}

void geodesic(benchmark::State& state)
{
    const auto places = schools(1000);
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(geodesic_m(places[i], places[(i + 1) % 1000]));
        i = (i + 1) % 1000;
    }
}
BENCHMARK(geodesic);

/// Schools, waters, threads.
void near_every_water(benchmark::State& state)
{
    const auto from = schools(state.range(0));
    const auto to = waters(state.range(1));
    const NearSearch search(to);
    std::size_t pairs = 0;
    for (auto _ : state) pairs = search.from_all(from, 3000, {{}, {}, static_cast<unsigned>(state.range(2))})->size();
    state.counters["pairs"] = static_cast<double>(pairs);
}
BENCHMARK(near_every_water)
    ->Args({500, 5000, 1})
    ->Args({2000, 50000, 1})
    ->Args({2000, 50000, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// The peer: planar, off by up to half a metre.
void near_every_water_geos(benchmark::State& state)
{
    const auto from = schools(state.range(0));
    xiaoan::bench::GeosNear search(waters(state.range(1)));
    std::size_t pairs = search.count_pairs(from, 3000);
    for (auto _ : state) pairs = search.count_pairs(from, 3000);
    state.counters["pairs"] = static_cast<double>(pairs);
}
BENCHMARK(near_every_water_geos)->Args({500, 5000})->Args({2000, 50000})->Unit(benchmark::kMillisecond)->UseRealTime();

void near_one_school(benchmark::State& state)
{
    const NearSearch search(waters(50000));
    for (auto _ : state) benchmark::DoNotOptimize(search.from({122.8, 45.6}, 3000));
}
BENCHMARK(near_one_school)->Unit(benchmark::kMicrosecond);

void nearest_three(benchmark::State& state)
{
    const NearSearch search(waters(50000));
    const auto from = schools(1000);
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(search.nearest(from[i], 3, 50000));
        i = (i + 1) % from.size();
    }
}
BENCHMARK(nearest_three)->Unit(benchmark::kMicrosecond);

/// A route of 30 km with a position each 100 m.
void near_a_route(benchmark::State& state)
{
    const NearSearch search(waters(50000));
    Lot lot(4);
    std::vector<Polyline> routes;
    for (int i = 0; i < 50; ++i) routes.push_back(a_walk(lot, anywhere(lot), 100, 300));
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(search.along(routes[i], static_cast<double>(state.range(0))));
        i = (i + 1) % routes.size();
    }
}
BENCHMARK(near_a_route)->Arg(50)->Arg(200)->Arg(3000)->Unit(benchmark::kMicrosecond);

void index_waters(benchmark::State& state)
{
    const auto to = waters(50000);
    for (auto _ : state) benchmark::DoNotOptimize(NearSearch(to, static_cast<unsigned>(state.range(0))));
}
BENCHMARK(index_waters)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void read_wkt(benchmark::State& state)
{
    const std::string text = wkt_from_geometry(geometry_of(a_lake(1000)));
    for (auto _ : state) benchmark::DoNotOptimize(geometry_from_wkt(text));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read_wkt)->Unit(benchmark::kMicrosecond);

void write_wkt(benchmark::State& state)
{
    const Geometry lake = geometry_of(a_lake(1000));
    for (auto _ : state) benchmark::DoNotOptimize(wkt_from_geometry(lake));
}
BENCHMARK(write_wkt)->Unit(benchmark::kMicrosecond);

void read_geojson(benchmark::State& state)
{
    const std::string text = geojson_from_geometry(geometry_of(a_lake(1000)));
    for (auto _ : state) benchmark::DoNotOptimize(geometry_from_geojson(text));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read_geojson)->Unit(benchmark::kMicrosecond);

void triangles(benchmark::State& state)
{
    const Polygon lake = a_lake(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(triangles_of(lake));
}
BENCHMARK(triangles)->Arg(30)->Arg(300)->Arg(2000)->Arg(10000)->Unit(benchmark::kMicrosecond);

void simplify(benchmark::State& state)
{
    const Polygon lake = a_lake(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(simplified_ring(lake.rings.front(), 50));
}
BENCHMARK(simplify)->Arg(300)->Arg(10000)->Unit(benchmark::kMicrosecond);

void label(benchmark::State& state)
{
    const Polygon lake = a_lake(2000);
    for (auto _ : state) benchmark::DoNotOptimize(inner_point(lake));
}
BENCHMARK(label)->Unit(benchmark::kMicrosecond);

void map_plane(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(position_from_map(map_from_position({122.8, 45.6})));
}
BENCHMARK(map_plane);

void gauss_krueger(benchmark::State& state)
{
    const auto projection = Projection::to_epsg(4550);
    for (auto _ : state) benchmark::DoNotOptimize(projection->grid_from_position({122.8, 45.6}));
}
BENCHMARK(gauss_krueger);

void from_gcj02(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(cgcs2000_from_gcj02({122.844871297, 45.621508272}));
}
BENCHMARK(from_gcj02);

}  // namespace
