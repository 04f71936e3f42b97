// The rules on applications and terms: see the table in permit_step_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> permit_step_rules();

}  // namespace xiaoan::rules
