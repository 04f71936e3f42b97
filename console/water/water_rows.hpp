// The table of waters near schools: one row a water, with the nearest school, in the order and range asked for.
#pragma once

#include "console/language/language.hpp"
#include "console/water/exposure.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::water {

/// The ranges that the chips offer, metres.
inline constexpr std::array<double, 4> ranges_m{200, 500, 1000, 3000};

enum class WaterColumn : std::uint8_t { name, kind, county, school, distance, schools, equipment, duty_unit, patrol };

struct WaterFilter {
    double within_m = ranges_m.back();
    data::Adcode county;  // of the water, or of a school within reach of it
    std::string text;     // part of a name, code, township, school or duty unit
    friend bool operator==(const WaterFilter&, const WaterFilter&) = default;
};

struct WaterOrder {
    WaterColumn by = WaterColumn::distance;
    bool descending = false;
    friend bool operator==(const WaterOrder&, const WaterOrder&) = default;
};

struct WaterRow {
    const data::Water* water = nullptr;
    const data::School* nearest = nullptr;
    double distance_m = 0;
    bool inside = false;
    std::size_t schools = 0;  // within the range asked for
};

struct WaterRows {
    std::vector<WaterRow> rows;
    std::array<std::size_t, ranges_m.size()> counts{};  // waters within each range that pass the rest of the filter
};

/// Pointers live as long as the snapshot of the exposures. Ties are broken by distance, then code.
[[nodiscard]] WaterRows water_rows(const Exposures& exposures, const WaterFilter& filter, const WaterOrder& order);

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
