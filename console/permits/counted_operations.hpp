// How the buses are run over a year, counted once from what is shown.
#pragma once

#include "console/desk/derived.hpp"
#include "console/permits/operations.hpp"

#include <memory>
#include <vector>

namespace xiaoan::permits {

/// With what it was counted from.
struct CountedOperations {
    std::shared_ptr<const desk::Derived> of;
    std::vector<Operations> over_time;  // oldest first; the last is the date itself
};
inline constexpr int operations_months = 12;

}  // namespace xiaoan::permits
