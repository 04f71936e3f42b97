// The rules on operators and their agreements with schools: see the table in operator_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> operator_rules();

}  // namespace xiaoan::rules
