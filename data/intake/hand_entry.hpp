// What a person types for one record, checked as a ledger's cells are.
#pragma once

#include "data/intake/issue.hpp"
#include "data/register/commands.hpp"
#include "data/register/region.hpp"

#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// The command that `FIELD=VALUE …` asks for: each value read as intake reads a cell; an empty value takes the field
/// out. The first thing that is wrong comes back as an issue whose column is the field's key.
[[nodiscard]] std::expected<PutRecord, RowIssue>
read_hand_entry(std::string_view kind, std::string_view key, std::span<const std::string> fields, const Region& region);

}  // namespace xiaoan::data
