// Waters that are proposed for the ledger, over the map: their shores and a mark where each is nearest to a school.
#pragma once

#include "console/map/drawing.hpp"

#include <optional>
#include <span>
#include <vector>

namespace xiaoan::map {

/// `shape` outlives what is drawn of it.
struct ProposedWater {
    const geo::Geometry* shape = nullptr;
    geo::MapPosition at;
    MapBox box;  // of shape and mark
};
[[nodiscard]] ProposedWater proposed_water(const geo::Geometry& shape, const geo::Position& at);

struct DrawnProposed {
    Px at;
    std::vector<std::vector<Px>> lines;
    std::size_t water = 0;  // index into what was given
    bool chosen = false;
};

/// Those in sight; points that lie within a pixel (`scale` physical ones) of the one before are left out. The chosen
/// one comes last.
[[nodiscard]] std::vector<DrawnProposed> drawn_proposed(std::span<const ProposedWater> waters, std::size_t chosen,
                                                        const MapView& view, double scale);

/// The water (its number) whose mark lies nearest to `at`, within `tolerance_px`; of equally near ones the one on top.
[[nodiscard]] std::optional<std::size_t> picked_proposed(std::span<const DrawnProposed> drawn, const Px& at,
                                                         double tolerance_px);

}  // namespace xiaoan::map
