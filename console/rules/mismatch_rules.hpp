// The rules on what a plate says against what is so: see the table in mismatch_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> mismatch_rules();

}  // namespace xiaoan::rules
