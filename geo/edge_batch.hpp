// geo/edge_batch.hpp: the nearest place on each of many edges around one place, by the series of local_distance.hpp.
#pragma once

#include "geo/local_distance.hpp"

#include <cstddef>
#include <vector>

namespace xiaoan::geo {

/// Edges in, nearest places out; to be used again and again.
struct EdgeBatch {
    std::vector<double> east, north;          ///< the edge's begin, in degrees from the place
    std::vector<double> east_run, north_run;  ///< its end minus its begin
    std::vector<double> along;                ///< 0 at the begin, 1 at the end
    std::vector<double> square_m2;            ///< of the distance at `along`
    /// What of the square a further step could still take off, at most; true while the edge is so short and near that
    /// the square is convex along it.
    std::vector<double> doubt_m2;

    void make_room(std::size_t count)
    {
        if (east.size() >= count) return;
        for (auto* each : {&east, &north, &east_run, &north_run, &along, &square_m2, &doubt_m2})
            each->resize(2 * count);
    }
};

/// For the first `count` edges: the foot on the flat, then one step of Newton's on the series.
void find_nearest_on_edges(const LocalDistance& local, std::size_t count, EdgeBatch& batch);

}  // namespace xiaoan::geo
