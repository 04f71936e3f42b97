// A layer of the base map made ready to draw: vertex arrays for several scales, without any OpenGL.
#pragma once

#include "console/map/map_view.hpp"

#include <cstdint>
#include <vector>

namespace xiaoan::map {

/// What a layer shows; the order is the order of drawing.
enum class LayerKind : std::uint8_t {
    county_area,
    county_edge,  // a line in the colour of the area, which smooths its edge under the dashes of the border
    road_minor,
    road,
    road_major,
    lake_area,
    lake_shore,
    water_area,  // of the register
    water_shore,
    water_line,
    near_water_area,  // of the register, within reach of a school
    river_minor,
    river_major,
    near_water_shore,
    near_water_line,
    rail,
    border
};

/// Map metres from the origin of the base map. A float resolves 16 mm at 200 km from it: a twentieth of a pixel at the
/// nearest scale.
struct AreaVertex {
    float x_m = 0;
    float y_m = 0;
};

/// One side of a line at one of its points. The corner drawn lies at (x, y) + (normal_x, normal_y) * half width.
struct LineVertex {
    float x_m = 0;
    float y_m = 0;
    float normal_x = 0;
    float normal_y = 0;
    float along_m = 0;  // map metres from the line's begin, for dashes
    float side = 0;     // -1 right, +1 left
};

/// The triangles of one feature, so that those out of sight are skipped.
struct Part {
    MapBox box;
    std::uint32_t first = 0;  // index into `indices`
    std::uint32_t count = 0;
};

template <class Vertex>
struct Mesh {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<Part> parts;
    [[nodiscard]] bool is_empty() const { return indices.empty(); }
};

using AreaMesh = Mesh<AreaVertex>;
using LineMesh = Mesh<LineVertex>;

/// The layer as it is drawn from some scale on. `tolerance_m` is how far, on the ground, its lines may lie from the
/// true ones.
struct Level {
    double tolerance_m = 0;
    AreaMesh areas;
    LineMesh lines;
};

struct Layer {
    LayerKind kind{};
    std::vector<Level> levels;  // from fine to coarse
};

/// Ground metres by which lines may be simplified, one a level.
inline constexpr double level_tolerances_m[] = {0, 20, 60, 180};

/// The coarsest level whose error stays under 0.35 pixel.
[[nodiscard]] constexpr std::size_t level_at(const Layer& layer, double ground_m_per_px)
{
    std::size_t level = 0;
    while (level + 1 < layer.levels.size() && layer.levels[level + 1].tolerance_m <= 0.35 * ground_m_per_px) ++level;
    return level;
}

}  // namespace xiaoan::map
