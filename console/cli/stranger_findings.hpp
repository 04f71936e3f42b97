// Suspected illegal carriage as findings: vehicles in no register among the sightings (rule SUSPECT-CARRIAGE).
#pragma once

#include "console/cli/context.hpp"
#include "console/rules/findings_json.hpp"
#include "console/rules/judge.hpp"

#include <vector>

namespace xiaoan::cli {

/// Those of the days that rules on tracks look at, that the filter lets through and nobody set aside; in the order of
/// findings. `dossiers` hold sightings, schools, buses and substitutions.
[[nodiscard]] std::vector<rules::StrangerFinding>
stranger_findings(const Context& context, const rules::Dossiers& dossiers, const rules::FindingFilter& filter);

}  // namespace xiaoan::cli
