// The rules on inspections: see the table in inspection_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> inspection_rules();

}  // namespace xiaoan::rules
