// The maps of briefings and of letters to parents: a county, one water, one school, all drawn alike.
#pragma once

#include "console/map/print/paper_map.hpp"
#include "console/water/risks.hpp"

#include <span>

namespace xiaoan::water {

/// What maps are drawn from. References live as long as the caller's.
struct MapSource {
    const map::PaperBase& base;
    const WaterPlaces& places;
    language::Language language{};
};

/// So many waters are named on the county's map, with their rank.
inline constexpr std::size_t waters_named_on_map = 15;

/// All ranked waters by level and all schools; of no county: the whole region. Empty where neither a water nor the
/// region has a place.
[[nodiscard]] std::optional<documents::Figure> county_figure(const MapSource& source, std::span<const WaterRisk> ranked,
                                                             data::Adcode county, double width_pt, double height_pt);

/// One of the ranked waters, what lies within 3 km of it. Empty for a water without a place.
[[nodiscard]] std::optional<documents::Figure> water_figure(const MapSource& source, std::span<const WaterRisk> ranked,
                                                            std::size_t index, double width_pt, double height_pt);

/// A school and the waters near it, `near` as of exposures(): the first `named` by name. Empty without any.
[[nodiscard]] std::optional<documents::Figure> school_figure(const MapSource& source, std::span<const Exposure> near,
                                                             std::size_t named, double width_pt, double height_pt);

}  // namespace xiaoan::water
