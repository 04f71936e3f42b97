// The rules on insurance: see the table in insurance_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> insurance_rules();

}  // namespace xiaoan::rules
