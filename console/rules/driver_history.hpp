// What stands against a driver on record (违法事故记录), as the register stores it: word and date.
#pragma once

#include "data/kinds/cell.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace xiaoan::rules {

/// 校车安全管理条例, article 23: what bars a driver, and for how long.
enum class Offence : std::uint8_t {
    points_12,          // within the last three scoring cycles
    drink_driving,      // for ever
    serious_crash,      // for ever
    serious_violation,  // within a year
    crime               // for ever
};

struct HistoryEntry {
    Offence offence{};
    data::Date on{};
};

enum class DriverHistory : std::uint8_t { not_given, clean, entries };

/// Whether a record says nothing, says "none", or names something.
[[nodiscard]] DriverHistory history_of(std::string_view record);
/// The entries of a record, "serious_violation:2026-03-02,points_12:2025-05-20". What cannot be read is left out.
[[nodiscard]] std::vector<HistoryEntry> history_entries(std::string_view record);

}  // namespace xiaoan::rules
