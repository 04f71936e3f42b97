// The rules on vehicles and their equipment: see the table in vehicle_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> vehicle_rules();

}  // namespace xiaoan::rules
