// The table of waters: one row a water, with its place in the ranking and the nearest school, in the order and range
// asked for.
#pragma once

#include "console/language/language.hpp"
#include "console/water/exposure.hpp"
#include "console/water/gap_rules.hpp"
#include "console/water/ranked_waters.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::water {

/// The ranges that the chips offer, metres.
inline constexpr std::array<double, 4> ranges_m{200, 500, 1000, 3000};
/// Every water of the ranking, also those that no school is near to, or without a place.
inline constexpr double any_range_m = std::numeric_limits<double>::infinity();

enum class WaterColumn : std::uint8_t {
    rank,
    level,
    name,
    kind,
    county,
    school,
    distance,
    schools,
    equipment,
    duty_unit,
    patrol
};

struct WaterFilter {
    double within_m = ranges_m.back();
    data::Adcode county;                  // of the water, or of a school within reach of it
    std::string text;                     // part of a name, code, township, school or duty unit
    std::optional<RiskLevel> level = {};  // only of this band; lets nothing through before the ranking is there
    GapBasis basis{};                     // gaps are judged by this
    bool only_gaps = false;               // only what is known to lack something
    friend bool operator==(const WaterFilter&, const WaterFilter&) = default;
};

struct WaterOrder {
    WaterColumn by = WaterColumn::distance;
    bool descending = false;
    friend bool operator==(const WaterOrder&, const WaterOrder&) = default;
};

struct WaterRow {
    const data::Water* water = nullptr;
    const data::School* nearest = nullptr;  // null: none within reach, or the water has no place
    double distance_m = 0;                  // of that school
    bool inside = false;
    std::size_t schools = 0;          // within the range asked for
    const WaterRisk* risk = nullptr;  // null before the ranking is there
    std::size_t rank = 0;             // in the whole city, from 1
};

struct WaterRows {
    std::vector<WaterRow> rows;
    std::array<std::size_t, ranges_m.size()> counts{};  // waters within each range that pass the rest of the filter
    std::size_t all = 0;                                // and whatever their range
    std::array<std::size_t, 4> levels{};                // of each band, within the range asked for
    std::size_t with_gaps = 0;  // rows that are known to lack something, whether only these are asked for or not
};

/// Pointers live as long as the snapshot of the exposures, and the ranking (of the same snapshot; null: not there yet).
/// Ties are broken by distance, then code.
[[nodiscard]] WaterRows water_rows(const Exposures& exposures, const WaterFilter& filter, const WaterOrder& order,
                                   const RankedWaters* ranked = nullptr);

/// 警示牌, 救生圈, 救生绳, 救生杆: what is to stand at a water, in this order.
inline constexpr std::size_t equipment_items = 4;
[[nodiscard]] std::array<data::Answer, equipment_items> equipment_of(const data::Water& water);
inline constexpr std::array<std::string_view, equipment_items> equipment_fields{"warning_sign", "lifebuoy", "rope",
                                                                                "pole"};

/// 有, 无, 未核实.
[[nodiscard]] std::string_view answer_word(data::Answer answer, language::Language language);
/// "240 m", "1,240 m": whole metres.
[[nodiscard]] std::string distance_text(double distance_m);
/// The name, or that it has none, with its code.
[[nodiscard]] std::string water_name(const data::Water& water, language::Language language);

}  // namespace xiaoan::water
