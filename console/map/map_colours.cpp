#include "console/map/map_colours.hpp"

namespace xiaoan::map {

namespace {

constexpr MapColours light{
    .outside = colour(0xe6e8e3),
    .inside = colour(0xf8f8f4),
    .border = colour(0x98a19b),
    .river = colour(0x8fb7cf),
    .lake = colour(0xb5d2e2),
    .shore = colour(0x7da9c4),
    .road_major = colour(0xdccfae),
    .road = colour(0xe2d9c4),
    .road_minor = colour(0xe6e0d2),
    .rail = colour(0xc3c5c0),
    .near_water = colour(0x2a6fb0),
    .near_water_fill = colour(0xa3c8e0),
    .school = colour(0x1d2733),
    .halo = colour(0xfbfbf8),
    .stop_fill = colour(0xffffff),
    .county_name = colour(0x5d6861),
    .town_name = colour(0x424d47),
    .water_name = colour(0x2e6a87),
    .school_name = colour(0x1d2733),
    .distance = colour(0x24639f),
    .chosen = colour(0x1f6f54),
    .stop = {colour(0xd55e00), colour(0xd55e00), colour(0xd55e00), colour(0xb44800)},
    .rectify = {colour(0xe69f00), colour(0xa56f00), colour(0xe69f00), colour(0x8a5c00)},
    .notice = {colour(0x2a6fb0), colour(0x2a6fb0), colour(0x2a6fb0), colour(0x24639f)},
    .in_order = {colour(0x7fa797), colour(0x7fa797), colour(0x5f8f7d), colour(0x4d7565)},
    .not_in_service = {colour(0xb4bab6), colour(0xb4bab6), colour(0x8b938e), colour(0x5d6973)},
};

constexpr MapColours dark{
    .outside = colour(0x11181c),
    .inside = colour(0x1a2227),
    .border = colour(0x5c6a70),
    .river = colour(0x2f5870),
    .lake = colour(0x1f3f52),
    .shore = colour(0x35617a),
    .road_major = colour(0x4b4636),
    .road = colour(0x3a382e),
    .road_minor = colour(0x2b2c27),
    .rail = colour(0x39424a),
    .near_water = colour(0x6aaee6),
    .near_water_fill = colour(0x275270),
    .school = colour(0xe6eaec),
    .halo = colour(0x141b1f),
    .stop_fill = colour(0x1a2227),
    .county_name = colour(0x8f9ca3),
    .town_name = colour(0xc5ced3),
    .water_name = colour(0x77b2d6),
    .school_name = colour(0xe6eaec),
    .distance = colour(0x6aaee6),
    .chosen = colour(0x267f60),
    .stop = {colour(0xf0813a), colour(0xf0813a), colour(0xf0813a), colour(0xff9a5c)},
    .rectify = {colour(0xf0b429), colour(0xf0b429), colour(0xf0b429), colour(0xf0b429)},
    .notice = {colour(0x6aaee6), colour(0x6aaee6), colour(0x6aaee6), colour(0x6aaee6)},
    .in_order = {colour(0x5f8d7c), colour(0x5f8d7c), colour(0x84b5a3), colour(0x84b5a3)},
    .not_in_service = {colour(0x4a555b), colour(0x4a555b), colour(0x7b878d), colour(0x9aa6ad)},
};

}  // namespace

const StateColours& MapColours::of(rules::BusState state) const
{
    switch (state) {
    case rules::BusState::stop: return stop;
    case rules::BusState::rectify: return rectify;
    case rules::BusState::notice: return notice;
    case rules::BusState::in_order: return in_order;
    case rules::BusState::not_in_service: break;
    }
    return not_in_service;
}

const MapColours& light_colours()
{
    return light;
}

const MapColours& dark_colours()
{
    return dark;
}

}  // namespace xiaoan::map
