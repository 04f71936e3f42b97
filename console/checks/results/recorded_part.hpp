// What came of one file of results, or of one vehicle that was typed, for the window.
#pragma once

#include "console/checks/results/conclusions.hpp"
#include "data/intake/fault.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::checks {

struct RecordedPart {
    std::string file{};  // its name without folders; empty: typed
    std::optional<data::IntakeFault> fault{};
    std::size_t added = 0, changed = 0, unchanged = 0, refused = 0, skipped = 0;
    std::vector<data::RowIssue> issues{};
    std::vector<Remark> remarks{};  // what a person has to be told of its vehicles
};

/// Counts what was made of what was read.
[[nodiscard]] RecordedPart recorded_part(std::span<const CheckSheetReading> readings, const Conclusions& made);

}  // namespace xiaoan::checks
