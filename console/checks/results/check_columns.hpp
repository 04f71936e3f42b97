// Which column of a filled sheet is which question.
#pragma once

#include "console/checks/sheet/question.hpp"
#include "data/intake/sheet.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::checks {

struct CheckColumn {
    std::uint32_t at = 0;
    const Question* question = nullptr;
    std::string header;              // as the file has it
    const Choice* choice = nullptr;  // of a column that says of one choice whether it was made
};

struct CheckColumns {
    std::vector<CheckColumn> questions;
    std::vector<std::string> unknown;  // headers that mean nothing here
};

/// Empty where the row is no head of a check sheet: it lacks the vehicle, or both the check and its day.
[[nodiscard]] std::optional<CheckColumns> check_columns(const data::SheetRow& row);

}  // namespace xiaoan::checks
