// What people said of headers that the program does not know, kept for the next file with the same headers.
#pragma once

#include "data/register/commands.hpp"
#include "data/register/remembered_header.hpp"
#include "data/register/store.hpp"

#include <span>
#include <vector>

namespace xiaoan::data {

/// By headers, then header.
[[nodiscard]] std::vector<RememberedHeader> read_remembered_headers(const Store& store);

/// What is said anew of the same header among the same headers takes the place of what was said before. One
/// transaction. Throws StoreFault: read_only, and SQLite::Exception.
void remember_headers(Store& store, std::span<const RememberedHeader> headers, const Actor& actor);

}  // namespace xiaoan::data
