// Files spoilt in a way that repeats: the same bytes, the same number, the same spoilt bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace xiaoan::fuzz {

/// `seed` changed in one to four places: bits, bytes, numbers, pieces doubled, left out, moved or taken from `other`,
/// the end cut off.
[[nodiscard]] std::string mutated(const std::string& seed, const std::string& other, std::uint64_t number);

}  // namespace xiaoan::fuzz
