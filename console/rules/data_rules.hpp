// The rules on what the register itself shows to be wrong: see the table in data_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> data_rules();

}  // namespace xiaoan::rules
