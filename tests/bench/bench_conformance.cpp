// Recorded tracks against permitted routes: points a second on one core, from the points in memory (drive) and from
// packed blocks as the register keeps them (unpack_and_drive). A run is 45 minutes at a fix every 5 s along a road of
// 30 km with a bend every 60 m, with a detour, a stop that is none, and eight stops; size: points in all.
#include "console/conformance/drive.hpp"
#include "data/register/changeset.hpp"
#include "data/register/track_codec.hpp"
#include "geo/ellipsoid.hpp"
#include "geo/near.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>
#include <vector>

namespace {

using namespace xiaoan;

constexpr double lat = 45.6, lon = 122.8;
constexpr std::int64_t day_s = 86'400;

geo::Position place(double east_m, double north_m)
{
    const geo::DegreeLength degree = geo::degree_length(lat);
    return {lon + east_m / degree.lon_m, lat + north_m / degree.lat_m};
}

/// North of the road's begin at so many metres east.
double bend(double east_m)
{
    return 400 * std::sin(east_m / 900) + 60 * std::sin(east_m / 130);
}

geo::Polyline a_road()
{
    geo::Polyline line;
    for (double east = 0; east <= 30'000; east += 60) line.points.push_back(place(east, bend(east)));
    return line;
}

class Stops final : public conformance::ApprovedStops {
public:
    Stops()
    {
        std::vector<geo::Geometry> places;
        for (int stop = 0; stop < 8; ++stop) places.push_back(geo::geometry_of(at(stop)));
        search_ = std::make_unique<geo::NearSearch>(places);
    }
    static geo::Position at(int stop) { return place(stop * 30'000.0 / 7, bend(stop * 30'000.0 / 7)); }
    std::optional<double> nearest_m(const geo::Position& from, double within_m) const override
    {
        const auto found = search_->nearest(from, 1, within_m);
        return found.empty() ? std::nullopt : std::optional{found.front().distance_m};
    }

private:
    std::unique_ptr<geo::NearSearch> search_;
};

constexpr int fixes_a_run = 540, every_s = 5;

/// The runs of one bus, one a day, one after another.
std::vector<data::TrackPoint> a_track(std::size_t runs)
{
    std::mt19937 random(8);
    std::normal_distribution<double> noise(0, 4);
    std::vector<data::TrackPoint> points;
    points.reserve(runs * fixes_a_run);
    for (std::size_t run = 0; run < runs; ++run)
        for (int fix = 0; fix < fixes_a_run; ++fix) {
            const bool stands = fix >= 300 && fix < 320;
            const double east = (fix < 300 ? fix : stands ? 300 : fix - 20) * 30'000.0 / (fixes_a_run - 21);
            const double detour = fix > 100 && fix < 140 ? 700 : 0;
            const geo::Position at = place(east + noise(random), bend(east) + detour + noise(random));
            const auto second = static_cast<std::int64_t>(run) * day_s + 24'600 + fix * every_s;
            points.push_back(data::track_point(data::Timestamp{second}, at.lon, at.lat, stands ? 0.0 : 41.5,
                                               static_cast<std::uint32_t>(points.size()))
                                 .value());
        }
    return points;
}

conformance::ExpectedRun a_run(const geo::Corridor& way, std::size_t day)
{
    conformance::ExpectedRun run{.way = &way};
    run.departs_s = static_cast<std::int64_t>(day) * day_s + 24'600;
    run.arrives_s = run.departs_s + fixes_a_run * every_s;
    run.from_s = run.departs_s - 1800;
    run.to_s = run.arrives_s + 3600;
    for (int stop = 0; stop < 8; ++stop)
        run.stops.push_back({Stops::at(stop), run.departs_s + stop * fixes_a_run * every_s / 7});
    return run;
}

void drive(benchmark::State& state)
{
    const auto runs = static_cast<std::size_t>(state.range(0)) / fixes_a_run;
    const auto points = a_track(runs);
    const geo::Corridor way(a_road(), 200);
    const Stops stops;
    const conformance::Measures measures;
    conformance::Driving driving(measures, stops);
    double off_m = 0;
    for (auto _ : state)
        for (std::size_t run = 0; run < runs; ++run)
            off_m += driving.judge(points, a_run(way, run)).off_route_m.value();
    benchmark::DoNotOptimize(off_m);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(points.size()));
}
BENCHMARK(drive)->Arg(100'000)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);

void unpack_and_drive(benchmark::State& state)
{
    const auto runs = static_cast<std::size_t>(state.range(0)) / fixes_a_run;
    std::vector<std::string> blocks;
    std::size_t bytes = 0;
    {
        const auto points = a_track(runs);
        for (std::size_t first = 0; first < points.size(); first += data::points_a_block) {
            const auto count = std::min(data::points_a_block, points.size() - first);
            blocks.push_back(data::packed_text(data::encoded_track(std::span{points}.subspan(first, count))));
            bytes += blocks.back().size();
        }
    }
    const geo::Corridor way(a_road(), 200);
    const Stops stops;
    const conformance::Measures measures;
    conformance::Driving driving(measures, stops);
    double off_m = 0;
    std::size_t count = 0;
    for (auto _ : state) {
        std::vector<data::TrackPoint> points;
        for (const std::string& block : blocks)
            (void)data::decode_track(
                data::unpacked_text({reinterpret_cast<const unsigned char*>(block.data()), block.size()}), 0, points);
        for (std::size_t run = 0; run < runs; ++run)
            off_m += driving.judge(points, a_run(way, run)).off_route_m.value();
        count = points.size();
    }
    benchmark::DoNotOptimize(off_m);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
    state.counters["bytes_a_point"] = static_cast<double>(bytes) / static_cast<double>(count);
}
BENCHMARK(unpack_and_drive)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
