// What is drawn over the base map for one view: lines, symbols and distances in pixels, culled and thinned out.
#pragma once

#include "console/map/marks.hpp"
#include "console/map/scene.hpp"

#include <string>
#include <vector>

namespace xiaoan::map {

/// What a filter leaves of a scene; changes with both, not with the view.
struct Shown {
    std::vector<rules::BusState> route_states;  // gravest of the buses shown on each route; 0 where there is none
    std::vector<MarkedBus> buses;               // those with a place
    std::size_t routes = 0;                     // how many have a state
    MapBox routes_box;
};
[[nodiscard]] Shown shown_of(const Scene& scene, const SceneFilter& filter);

/// How much is drawn of each thing, so that a view stays calm however many buses there are.
struct Detail {
    enum class Crowd : std::uint8_t { few, many, throng } crowd = Crowd::few;
    bool stops = true;
    double mark_reach_px = 11;  // marks nearer than this become one
    float school_px = 12;       // side of a school's square; 0: not drawn
    bool school_names = false;
    bool water_marks = true;
};
/// By the number of routes that a view of this scale would hold if they were spread evenly. It does not depend on the
/// view's centre, so nothing changes its look while panning. `scale` as in DrawOptions.
[[nodiscard]] Detail detail_for(const Scene& scene, const Shown& shown, const MapView& view, double scale);

struct Px {
    float x = 0;
    float y = 0;
    friend bool operator==(const Px&, const Px&) = default;
};

struct DrawnRoute {
    std::uint32_t first = 0;  // into Drawing::points
    std::uint32_t count = 0;
    std::uint32_t route = 0;  // index into the geometry
    rules::BusState state{};
    float width_px = 3;
    bool chosen = false;
    bool hovered = false;
};
struct DrawnStop {
    Px at;
    float radius_px = 5;
    std::uint32_t route = 0;
    std::uint32_t stop = 0;  // index into the route's stops
    rules::BusState state{};
};
struct DrawnMark {
    Px at;
    float size = 1;          // 1: where there are few; smaller in a crowd
    std::uint32_t mark = 0;  // index into the marks; their number for the chosen bus, which has a mark of its own
    std::uint32_t bus = 0;   // index into the scene's buses
    rules::BusState state{};
    std::uint32_t count = 1;
    bool chosen = false;
    bool hovered = false;
};
struct DrawnSchool {
    Px at;
    float side_px = 12;
    std::uint32_t school = 0;
    bool chosen = false;
    bool hovered = false;
};
struct DrawnWater {
    Px at;
    std::uint32_t water = 0;
    bool in_reach = false;
    bool chosen = false;
    bool hovered = false;
};
struct DrawnDistance {
    Px from;
    Px to;
    std::uint32_t school = 0;
    std::uint32_t water = 0;
    double distance_m = 0;
};

struct DrawOptions {
    double scale = 1;  // physical pixels a design pixel
    bool schools = true;
    bool waters = true;
    data::Adcode county{};
    MapItem chosen{};
    MapItem hovered{};
    friend bool operator==(const DrawOptions&, const DrawOptions&) = default;
};

/// In order of drawing; what is chosen comes last in each list.
struct Drawing {
    MapView view;
    Detail detail;
    std::vector<Px> points;
    std::vector<DrawnRoute> routes;
    std::vector<DrawnStop> stops;
    std::vector<DrawnSchool> schools;
    std::vector<DrawnWater> waters;
    std::vector<DrawnMark> marks;
    std::vector<DrawnDistance> distances;
    std::vector<std::vector<Px>> chosen_shape;  // the shore of the chosen water
};
[[nodiscard]] Drawing drawing_of(const Scene& scene, const Shown& shown, std::span<const Mark> marks,
                                 const Detail& detail, const MapView& view, const DrawOptions& options);

}  // namespace xiaoan::map
