// Table setting: written within the change of whoever sets something.
#pragma once

#include "data/register/judging.hpp"
#include "data/register/recorded_change.hpp"

namespace xiaoan::data {

/// Makes the entry of the log, or none where it is as it was. Rejected as ChangeSetting says.
Result<std::optional<ChangeId>> change_setting(RecordedChange& change, const ChangeSetting& asked, const Actor& actor);

}  // namespace xiaoan::data
