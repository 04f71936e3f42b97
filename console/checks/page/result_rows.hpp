// What checks found, as the page shows it: the vehicles of a day, the numbers of a campaign.
#pragma once

#include "console/checks/results/campaign.hpp"
#include "console/checks/results/recorded_part.hpp"
#include "console/language/language.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

/// check, registration number, county, expected, met, what followed.
inline constexpr std::size_t result_columns = 6;
struct ResultRow {
    std::string key;  // as the desk's selection names it: check and vehicle with a blank between
    std::array<std::string, result_columns> cells;
};
[[nodiscard]] std::array<std::string, result_columns> result_heads(language::Language language);
[[nodiscard]] std::vector<ResultRow> result_rows(std::span<const ListedCheck> checks, const data::Snapshot& snapshot,
                                                 language::Language language);

/// "超员 → 督办 2026-0001".
[[nodiscard]] std::string outcome_text(const data::CheckOutcome& outcome, language::Language language);

/// One number of a campaign with its words.
struct CampaignNumber {
    std::string label;
    std::string value;
};
/// What the plan promised and what came, what was found and what became of it.
[[nodiscard]] std::vector<CampaignNumber> campaign_numbers(const Campaign& made, language::Language language);

/// The vehicle with this key; null where there is none. `all` as read_checks gives them.
[[nodiscard]] const data::CheckedVehicle* checked_of_key(std::span<const data::CheckedVehicle> all,
                                                         std::string_view key);

/// What was read back and what came of it, a line a file and one more for each thing that a person must know.
[[nodiscard]] std::vector<std::string> recorded_lines(std::span<const RecordedPart> parts, language::Language language);

}  // namespace xiaoan::checks
