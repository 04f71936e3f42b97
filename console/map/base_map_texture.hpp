// Draws the base map into a texture, and again only when something of it has changed.
#pragma once

#include "console/map/base_map.hpp"
#include "console/map/map_colours.hpp"

#include <cstdint>
#include <memory>
#include <span>

namespace xiaoan::map {

/// Everything that the picture depends on. Two equal generations mean equal layers.
struct BaseMapPicture {
    MapView view;
    double scale = 1;  // physical pixels a design pixel
    bool dark = false;
    bool waters = true;  // whether the register's waters are drawn
    std::uint64_t region_generation = 0;
    std::uint64_t waters_generation = 0;
    friend bool operator==(const BaseMapPicture&, const BaseMapPicture&) = default;
};

/// The part of a texture to be shown for a view, in texture coordinates with v downwards as ImGui's AddImage takes
/// them, and where on the view it belongs (physical pixels; the whole view unless nothing better is there yet).
struct ShownTexture {
    unsigned texture = 0;
    float u0 = 0, v0 = 0, u1 = 1, v1 = 1;
    bool redrawn = false;  // whether this call had to draw
};

/// Needs a current OpenGL 3.3 core context, the same one at every call. Main thread only.
class BaseMapTexture {
public:
    /// Throws MapFault if the shaders do not compile.
    BaseMapTexture();
    ~BaseMapTexture();
    BaseMapTexture(const BaseMapTexture&) = delete;
    BaseMapTexture& operator=(const BaseMapTexture&) = delete;

    /// Gives the picture for `wanted`. While only the centre moves by whole pixels within the margin that was drawn
    /// around the last view, nothing is drawn. `region` and `waters` are read when a generation differs from the last
    /// call's, and must otherwise be the same. Leaves the OpenGL state as it was. Throws MapFault if the driver refuses
    /// a texture of this size.
    [[nodiscard]] ShownTexture picture(const BaseMapPicture& wanted, const BaseMap& region,
                                       std::span<const Layer> waters);

    /// How many times it was drawn; for tests and benchmarks.
    [[nodiscard]] std::size_t drawn() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace xiaoan::map
