// Table silencing: written within the change of whoever sets a finding aside.
#pragma once

#include "data/register/judging.hpp"
#include "data/register/recorded_change.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace xiaoan::data {

/// Rejected as SilenceFindings says.
Result<void> add_silencing(RecordedChange& change, const SilenceFindings& asked, const Actor& actor);

/// The waivers of this rule and bus that were given with this reason end on the day, if they do not earlier; those that
/// would have no day left, and all without a day, are taken out. How many changed.
std::size_t end_waivers(RecordedChange& change, std::string_view rule, std::string_view registration_number,
                        std::string_view reason, std::optional<Date> last_on);

}  // namespace xiaoan::data
