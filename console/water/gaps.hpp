// What a water lacks of the measures that the notice of 2022 asks for, and how many waters lack each.
#pragma once

#include "console/water/risks.hpp"

#include <array>
#include <span>
#include <string_view>

namespace xiaoan::water {

/// The measures, in the order in which they are told: sign, lifebuoy, rope, pole, barrier, duty holder, patrol.
inline constexpr std::array<std::string_view, 7> measures{"warning_sign", "lifebuoy",    "rope",  "pole",
                                                          "fence",        "duty_holder", "patrol"};

enum class Measure : std::uint8_t { present, missing, unknown };
/// The key of its word: brief.measure_missing.
[[nodiscard]] std::string_view measure_key(Measure stands);

/// How one measure stands at a water, by the lines of its risk score.
[[nodiscard]] Measure measure_at(const WaterRisk& risk, std::string_view measure);

struct MeasureCount {
    std::size_t missing = 0;
    std::size_t unknown = 0;
};
/// For each of `measures`.
[[nodiscard]] std::array<MeasureCount, measures.size()> count_measures(std::span<const WaterRisk> risks);

}  // namespace xiaoan::water
