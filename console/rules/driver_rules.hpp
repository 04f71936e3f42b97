// The rules on drivers: see the table in driver_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> driver_rules();

}  // namespace xiaoan::rules
