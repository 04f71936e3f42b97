// Suspects as the page shows them: rows, the days on which one was seen, and what has become of it.
#pragma once

#include "console/checks/stranger_findings.hpp"
#include "console/language/language.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

/// score, registration number, county, days, sightings, last, signs, resembles, case.
inline constexpr std::size_t suspect_columns = 9;
using SuspectRow = std::array<std::string, suspect_columns>;
[[nodiscard]] SuspectRow suspect_heads(language::Language language);

struct ShownSuspect {
    const Suspect* suspect = nullptr;
    std::vector<std::string> cases;  // numbers of living cases about it
    SuspectRow row;
};
/// Those near a school of the county, or all; in the order of their scores.
[[nodiscard]] std::vector<ShownSuspect> shown_suspects(const data::Snapshot& snapshot, const Suspects& found,
                                                       data::Adcode county, language::Language language);

/// Null where it is none.
[[nodiscard]] const Suspect* find_suspect(const Suspects& found, std::string_view registration_number);

/// A day of the strip: how often it was seen, and whether it was seen then as a suspect is (Suspect::days).
struct SeenDay {
    data::Date day{};
    std::size_t seen = 0;
    bool school_day = false;
    bool counts = false;
};
/// Whole weeks, Monday first, from the first day it was seen to the as-of date; at most the last `most_weeks`.
[[nodiscard]] std::vector<SeenDay> seen_days(const rules::SchoolDays& school_days, const Suspect& suspect,
                                             data::Date as_of, std::size_t most_weeks = 8);

/// "11-16 07:00 平安小学门前 面包车", the newest first.
struct SightingLine {
    std::string when;
    std::string what;
};
[[nodiscard]] std::vector<SightingLine> sighting_lines(const Suspect& suspect, language::Language language);

}  // namespace xiaoan::checks
