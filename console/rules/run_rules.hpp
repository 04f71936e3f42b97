// The rules on runs: see the table in run_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> run_rules();

}  // namespace xiaoan::rules
