// The rules on plates: see the table in plate_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> plate_rules();

}  // namespace xiaoan::rules
