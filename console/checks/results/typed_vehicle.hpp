// What a person types about one vehicle of a check, as if it had been the row of a sheet.
#pragma once

#include "console/checks/results/check_file.hpp"
#include "console/language/language.hpp"
#include "data/register/region.hpp"
#include "data/register/result.hpp"

#include <expected>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace xiaoan::checks {

/// Answers by the names of their questions; an empty one takes out what was said. A vehicle of which nothing is said
/// about it was met. The issue where an answer cannot be read: its column is the question in the language asked for;
/// the code is unknown_column where there is no such question, or none that is typed, out_of_range (`date`) for a check
/// later than `latest`.
[[nodiscard]] std::expected<CheckSheetReading, data::RowIssue>
typed_vehicle(const data::CheckedVehicle& of, std::span<const std::pair<std::string, std::string>> answers,
              std::span<const data::CountyName> counties, data::Date latest, language::Language language);

/// The names by which an answer may give a county of the region.
[[nodiscard]] std::vector<data::CountyName> counties_to_read(const data::Region& region);

}  // namespace xiaoan::checks
