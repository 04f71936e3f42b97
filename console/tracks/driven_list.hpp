// The driven runs of the days that rules look at, as rows: what was driven otherwise than permitted.
#pragma once

#include "console/desk/check_request.hpp"
#include "console/language/language.hpp"
#include "console/rules/dossier.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace xiaoan::tracks {

/// date, departure, registration number, route, off the route, stops, late, fastest, what is found.
inline constexpr std::size_t driven_columns = 9;
using DrivenTexts = std::array<std::string, driven_columns>;
[[nodiscard]] DrivenTexts driven_heads(language::Language language);

struct ShownRun {
    desk::DrivenRunKey key;
    DrivenTexts texts;
    bool flagged = false;  // it speaks for a finding
    bool rectify = false;  // for one that must be put right
};

/// Of a county or of all, the newest day first, then by registration number and departure.
[[nodiscard]] std::vector<ShownRun> shown_runs(const rules::Dossiers& dossiers, data::Adcode county,
                                               language::Language language);

}  // namespace xiaoan::tracks
