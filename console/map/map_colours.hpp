// The colours of the map, light and dark, as plain values: no toolkit, no OpenGL.
#pragma once

#include "console/rules/judge.hpp"

#include <cstdint>

namespace xiaoan::map {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
    [[nodiscard]] constexpr Colour with_alpha(std::uint8_t alpha) const { return {r, g, b, alpha}; }
};

/// From 0xRRGGBB.
[[nodiscard]] constexpr Colour colour(std::uint32_t rgb)
{
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb)};
}

/// How the buses of one state are shown.
struct StateColours {
    Colour line;    // routes
    Colour edge;    // a thin edge beside the line where the line alone is too pale
    Colour symbol;  // end marks and legend
    Colour text;    // words and numbers beside them
};

struct MapColours {
    Colour outside;
    Colour inside;
    Colour border;
    Colour river;
    Colour lake;
    Colour shore;
    Colour road_major;
    Colour road;
    Colour road_minor;
    Colour rail;
    Colour near_water;  // shore, line and wave mark of a water within reach of a school
    Colour near_water_fill;
    Colour school;
    Colour halo;       // under names and routes
    Colour stop_fill;  // the inside of stops and rings
    Colour county_name;
    Colour town_name;
    Colour water_name;
    Colour school_name;
    Colour distance;
    Colour chosen;  // around what is chosen
    StateColours stop;
    StateColours rectify;
    StateColours notice;
    StateColours in_order;
    StateColours not_in_service;

    [[nodiscard]] const StateColours& of(rules::BusState state) const;
};

[[nodiscard]] const MapColours& light_colours();
[[nodiscard]] const MapColours& dark_colours();

}  // namespace xiaoan::map
