// geo/packed_shapes.hpp: many geometries in few arrays, cut into chunks of edges with boxes: what near.hpp searches.
//
// Shapes lie in Hilbert order, so what is asked together lies together; a position takes eight bytes (geo/grid.hpp).
// Every part (a point, a line, a ring) is a run of positions joined by edges; a ring left open is closed, and a
// position alone is an edge without length. A chunk is up to 24 such edges.
#pragma once

#include "geo/box_tree.hpp"
#include "geo/geometry.hpp"
#include "geo/grid.hpp"
#include "geo/lanes.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace xiaoan::geo {

inline constexpr std::uint32_t chunk_edges = 3 * lanes;

/// What a run of positions is: a point or line, the first ring of a polygon, or another ring of it.
enum class PartKind : std::uint8_t { open, first_ring, ring };

struct PackedShapes {
    struct Shape {
        std::uint32_t id;      ///< its place in the list given
        std::uint32_t chunk;   ///< the first of its chunks; they end where the next shape's begin
        std::uint32_t boxes;   ///< the first of its ChunkBoxes; a shape of one chunk has none
        float longest_edge_m;  ///< never too short
    };
    struct Chunk {
        std::uint32_t begin;  ///< its first position
        std::uint8_t edges;
        PartKind kind;  ///< first_ring only for the first chunk of a polygon, then ring
    };
    /// Boxes of eight chunks, rounded outwards; unused ones are out of any reach.
    struct alignas(64) ChunkBoxes {
        std::array<float, lanes> west, south, east, north;
    };

    [[nodiscard]] std::size_t size() const noexcept { return tree.size(); }
    [[nodiscard]] std::uint32_t chunks_of(std::uint32_t shape) const noexcept
    {
        return shapes[shape + 1].chunk - shapes[shape].chunk;
    }
    [[nodiscard]] Position position(std::size_t at) const noexcept
    {
        return position_from_cell(positions[at], rests ? rests[at] : GridRest{});
    }
    /// The shape as it was given, but for rings left open (closed) and a line of one position (a point).
    [[nodiscard]] Geometry geometry(std::uint32_t shape) const;

    std::vector<Shape> shapes;  ///< one more at the end
    std::vector<Chunk> chunks;
    std::vector<ChunkBoxes> boxes;
    /// The last position of each part stands there again until steps of eight edges are full.
    std::unique_ptr<GridCell[]> positions;
    std::unique_ptr<GridRest[]> rests;  ///< null where all are nothing
    BoxTree tree;                       ///< of the shapes' boxes
};

/// Packs the geometries on up to `threads` threads; the result does not depend on their number.
/// Empty geometries, and those with a position that is not valid (is_valid), are left out: nothing finds them.
/// Throws std::length_error for 2^32 positions or more.
[[nodiscard]] PackedShapes pack_shapes(std::span<const Geometry> geometries, unsigned threads);

}  // namespace xiaoan::geo
