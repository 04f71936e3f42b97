// geo/near_scan.hpp: the shapes within some metres of a place, exactly: tree, screen, series, geodesic where in doubt.
#pragma once

#include "geo/edge_batch.hpp"
#include "geo/edge_screen.hpp"
#include "geo/packed_shapes.hpp"

#include <cstdint>
#include <vector>

namespace xiaoan::geo {

inline constexpr double farthest_m = 2.01e7;  ///< no two places are farther apart

struct Nearby {
    double distance_m = 0;
    Position nearest;            ///< as in ShoreDistance
    std::uint32_t geometry = 0;  ///< its place in the list given to pack_shapes()
    bool inside = false;
};

/// Sorts by distance, then geometry.
void sort_nearby(std::vector<Nearby>& found);

/// Keeps the nearest of each geometry; then sorts.
void keep_nearest(std::vector<Nearby>& found);

/// The bounds in grid units of what lies within `within_m` of a box of places. East and west may lie beyond 180
/// degrees.
[[nodiscard]] GridReach grid_reach(const Box& places, double within_m);

/// Calls use(turn) with each of 0, 360, -360 degrees by which places must be moved to lie beside all they can reach:
/// `reached` is the box around what they reach.
template <class Use>
void each_turn(const Box& reached, Use use)
{
    use(0.0);
    if (reached.west < -180) use(360.0);
    if (reached.east > 180) use(-360.0);
}

/// Searches shapes from one place after another. Holds room for its work, so each thread needs its own.
class NearScan {
public:
    explicit NearScan(const PackedShapes& shapes) : shapes_(shapes) {}

    /// Fills `found` with the shapes within the limit, sorted by distance, then geometry. A shape is there if and only
    /// if shore_distance() is at most `within_m`; distances are off by at most 1 um up to 10 km and 0.01 mm beyond.
    /// None for a position that is not valid, or a limit that is negative or not a number.
    void within(const Position& from, double within_m, std::vector<Nearby>& found);

private:
    struct Question;

    void scan(const Question& question, std::vector<Nearby>& found);
    [[nodiscard]] bool is_inside(std::uint32_t shape, const Position& place, const GridReach& reach) const;
    void refine(const Question& question);
    void judge(const Question& question, std::vector<Nearby>& found);
    void measure(std::uint32_t shape, const Question& question, std::vector<Nearby>& found) const;

    const PackedShapes& shapes_;
    BoxTree::Found found_;
    std::vector<std::uint32_t> asked_;
    EdgeScreen screen_;
    EdgeBatch batch_;
};

}  // namespace xiaoan::geo
