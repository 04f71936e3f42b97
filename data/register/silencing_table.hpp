// Table silencing: written within the change of whoever sets a finding aside.
#pragma once

#include "data/register/judging.hpp"
#include "data/register/recorded_change.hpp"

namespace xiaoan::data {

/// Rejected as SilenceFindings says.
Result<void> add_silencing(RecordedChange& change, const SilenceFindings& asked, const Actor& actor);

}  // namespace xiaoan::data
