// Suspected illegal carriage as findings: vehicles in no register among the sightings (rule SUSPECT-CARRIAGE).
#pragma once

#include "console/checks/suspects.hpp"
#include "console/language/language.hpp"
#include "console/rules/judge.hpp"
#include "console/rules/stranger.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

/// The suspects of the days that rules on tracks look at, up to the as-of date, without those that a person set aside.
/// The snapshot of the dossiers holds sightings, schools, buses and substitutions.
[[nodiscard]] Suspects judged_suspects(const rules::Dossiers& dossiers, data::Date as_of);

/// Who set the vehicle aside for this day, until when and why; null where nobody did.
[[nodiscard]] const data::Silencing* set_aside(const data::Judging& judging, std::string_view registration_number,
                                               data::Date as_of);

/// Of the first school near which it was seen; not given where there is none.
[[nodiscard]] data::Adcode county_of(const Suspect& suspect);

/// "上学放学时段在校门附近 4 天（3 分）".
[[nodiscard]] std::string sign_text(const Sign& sign, language::Language language);
[[nodiscard]] std::string signs_text(const Suspect& suspect, language::Language language);

/// With the first sightings as evidence.
[[nodiscard]] rules::StrangerFinding stranger_finding(const data::Snapshot& snapshot, const Suspect& suspect,
                                                      language::Language language);
/// Those that the filter lets through, in the order of findings.
[[nodiscard]] std::vector<rules::StrangerFinding> stranger_findings(const data::Snapshot& snapshot,
                                                                    const Suspects& found,
                                                                    const rules::FindingFilter& filter,
                                                                    language::Language language);

}  // namespace xiaoan::checks
