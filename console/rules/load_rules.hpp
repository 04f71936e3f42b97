// The rules on what a run carries: see the table in load_rules.cpp.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> load_rules();

}  // namespace xiaoan::rules
