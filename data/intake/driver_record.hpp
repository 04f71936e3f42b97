// The record of a driver as ledgers write it: what happened, each with its date (formats.md 1.4).
#pragma once

#include "data/intake/date_system.hpp"
#include "data/intake/values/reading.hpp"

#include <string>
#include <string_view>

namespace xiaoan::data {

/// "serious_violation:2026-03-02,points_12:2025-05-20", or "none" for 无. The words points_12, drink_driving,
/// serious_crash, serious_violation, crime and their Chinese forms, apart by commas of any kind, each with its date
/// behind a colon. Faults: bad_word{words}; incomplete_date where a date is missing; the faults of parse_date.
[[nodiscard]] Reading<std::string> parse_driver_record(std::string_view text, DateSystem system);

}  // namespace xiaoan::data
