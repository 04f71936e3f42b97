// All waters ranked by their risk to pupils.
#pragma once

#include "console/water/surroundings.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace xiaoan::water {

struct RiskQuestion {
    Season season;
    data::Adcode county{};  // of the water
    std::size_t top = 0;    // 0: all
};

struct WaterRisk {
    const data::Water* water = nullptr;
    RiskScore score;
    std::vector<SchoolNear> schools;
};

/// Highest score first; of equal ones the higher exposure, then the more gaps, then by code. Waters without a place are
/// there too: what lies around them is unknown. Pointers live as long as the snapshot of `places`.
[[nodiscard]] std::vector<WaterRisk> risks(const WaterPlaces& places, const std::vector<WaterNeighbours>& neighbours,
                                           const RiskQuestion& question, data::Date as_of, const Habits& habits);

/// Whether the one stands before the other in that order.
[[nodiscard]] bool ranks_before(const WaterRisk& a, const WaterRisk& b);
/// Brings them into that order.
void rank(std::vector<WaterRisk>& risks);

/// The document of formats.md 2.1.
[[nodiscard]] std::string risks_json(const std::vector<WaterRisk>& risks, const Season& season);

}  // namespace xiaoan::water
