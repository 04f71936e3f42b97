// The rules on permits: see the table in permit_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> permit_rules();

}  // namespace xiaoan::rules
