// Proof that a register is what its log says: the file, the chain of hashes, the log replayed from empty.
#pragma once

#include "data/register/change.hpp"
#include "data/register/store.hpp"

namespace xiaoan::data {

[[nodiscard]] Verification verify_store(const Store& store);

}  // namespace xiaoan::data
