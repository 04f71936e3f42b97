// Copies a register with its secret, and does not believe the copy before it was opened and counted.
#pragma once

#include "data/register/store.hpp"

#include <string>

namespace xiaoan::data {

/// Throws StoreFault: exists where the file or its secret is there already; damaged where the copy is not the register.
void back_up(const Store& store, const std::string& path);

}  // namespace xiaoan::data
