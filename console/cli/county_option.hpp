// A county as a person types it: adcode, full name, or name without 市, 县, 区.
#pragma once

#include "data/register/region.hpp"

#include <optional>
#include <string_view>

namespace xiaoan::cli {

/// Empty where the region has no such county, or more than one.
[[nodiscard]] std::optional<data::Adcode> find_county(const data::Region& region, std::string_view text);

}  // namespace xiaoan::cli
