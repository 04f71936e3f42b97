// The log of changes and its verification as JSON (formats.md section 2.1).
#pragma once

#include "data/register/change.hpp"

#include <string>
#include <vector>

namespace xiaoan::cli {

[[nodiscard]] std::string history_json(const std::vector<data::Change>& changes);
[[nodiscard]] std::string verification_json(const data::Verification& found);

}  // namespace xiaoan::cli
