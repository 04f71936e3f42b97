// Which buses are shown: one answer for table, map, legend and printed list.
#pragma once

#include "console/desk/derived.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::desk {

/// Empty members let all through. The states are those of the legend; buses not in service have no row there and are
/// shown only where all its rows are on.
struct BusFilter {
    data::Adcode county{};
    std::array<bool, 4> states{true, true, true, true};  // stop, rectify, notice, in order
    std::optional<PlateState> plate{};
    std::string rule{};         // buses with a finding of this rule
    bool only_in_case = false;  // buses with an open case
    friend bool operator==(const BusFilter&, const BusFilter&) = default;
};

/// Index into BusFilter::states and the legend's rows; empty for a bus that is not in service.
[[nodiscard]] std::optional<std::size_t> legend_row(rules::BusState state);

/// Indices of the buses shown, in the order of the dossiers.
[[nodiscard]] std::vector<std::uint32_t> shown_buses(const Derived& derived, const BusFilter& filter);

/// How many buses the filter would show in each row of the legend were all its rows on; and in how many a case is open.
struct LegendCounts {
    std::array<std::size_t, 4> buses{};
    std::size_t in_case = 0;
    std::size_t looked_at = 0;
};
[[nodiscard]] LegendCounts legend_counts(const Derived& derived, const BusFilter& filter);

}  // namespace xiaoan::desk
