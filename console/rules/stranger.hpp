// Findings about vehicles in no register (SUSPECT-CARRIAGE): no bus stands behind them.
#pragma once

#include "console/rules/finding.hpp"
#include "data/kinds/cell.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::rules {

/// The rule that they are found by.
inline constexpr std::string_view rule_of_strangers = "SUSPECT-CARRIAGE";

/// With its own words and evidence.
struct StrangerFinding {
    std::string registration_number;
    data::Adcode county{};
    data::DateCell since{};
    Explanation why{};
};
/// In the order of findings: since, then registration number.
void sort_strangers(std::vector<StrangerFinding>& strangers);

/// What changed between two judgements, by registration number; each in the order of the side it is from.
struct StrangerDifference {
    std::vector<StrangerFinding> fresh{};  // of now, not of then
    std::vector<StrangerFinding> gone{};   // of then, not of now
    std::vector<StrangerFinding> still{};  // of both, as it is now
};
[[nodiscard]] StrangerDifference difference(std::span<const StrangerFinding> then,
                                            std::span<const StrangerFinding> now);

}  // namespace xiaoan::rules
