#include "geo/edge_batch.hpp"

#include "geo/clones.hpp"

namespace xiaoan::geo {
namespace {

[[gnu::always_inline]] inline double within_edge(double t) noexcept
{
    const double not_before = t > 0 ? t : 0;
    return not_before < 1 ? not_before : 1;
}

// Plain arrays, so that the compiler sees that none overlaps another.
XIAOAN_CLONES void run(const LocalSeries series, const LocalPlane plane, std::size_t count,
                       const double* __restrict east, const double* __restrict north, const double* __restrict east_run,
                       const double* __restrict north_run, double* __restrict along, double* __restrict square_m2,
                       double* __restrict doubt_m2)
{
#pragma omp simd
    for (std::size_t i = 0; i < count; ++i) {
        const double begin_east = east[i];
        const double begin_north = north[i];
        const double end_east = begin_east + east_run[i];
        const double end_north = begin_north + north_run[i];
        const double x = begin_east * (plane.east + begin_north * plane.east_n);
        const double y = begin_north * (plane.north + begin_north * plane.north_n);
        const double run_x = end_east * (plane.east + end_north * plane.east_n) - x;
        const double run_y = end_north * (plane.north + end_north * plane.north_n) - y;
        const double length2 = run_x * run_x + run_y * run_y + 1e-30;  // never 0: an edge without length has t = 0
        double t = within_edge(-(x * run_x + y * run_y) / length2);

        const auto slope = [&](double at, double& square) {
            const auto here = series.gradient(begin_east + at * east_run[i], begin_north + at * north_run[i]);
            square = here.square_m2;
            return here.per_east_deg * east_run[i] + here.per_north_deg * north_run[i];
        };
        double square = 0;
        t = within_edge(t - slope(t, square) / (2 * length2));
        const double rest = slope(t, square);
        // At an end, a slope that leads beyond it leaves nothing to gain.
        const double not_before = t > 0 ? rest : (rest > 0 ? 0 : rest);
        const double inward = t < 1 ? not_before : (not_before < 0 ? 0 : not_before);
        along[i] = t;
        square_m2[i] = square;
        doubt_m2[i] = inward * inward / (2 * length2);  // twice what a parabola of this slope falls to its foot
    }
}

}  // namespace

void find_nearest_on_edges(const LocalDistance& local, std::size_t count, EdgeBatch& batch)
{
    run(local.series(), local.plane(), count, batch.east.data(), batch.north.data(), batch.east_run.data(),
        batch.north_run.data(), batch.along.data(), batch.square_m2.data(), batch.doubt_m2.data());
}

}  // namespace xiaoan::geo
