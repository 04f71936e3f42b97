// Files that came with cases: kept in the register once each, under the hash of their bytes.
#pragma once

#include "data/register/statement.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// Keeps these bytes if they are not there yet; their SHA-256 in hexadecimal. Within the transaction of the change.
[[nodiscard]] std::string keep_attachment(const SQLite::Database& db, std::string_view bytes);

/// What is kept under a hash; empty where nothing is, or where it is not what the hash says.
[[nodiscard]] std::optional<std::string> kept_attachment(const SQLite::Database& db, std::string_view sha256);

}  // namespace xiaoan::data
