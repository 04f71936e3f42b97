// The rules on who drives: age, record, review: see the table in driver_fitness_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> driver_fitness_rules();

}  // namespace xiaoan::rules
