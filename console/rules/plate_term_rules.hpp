// The rules on how long a plate holds: see the table in plate_term_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> plate_term_rules();

}  // namespace xiaoan::rules
