// The pipeline of permits on a date: every open application and claim with the clocks that run on it.
#pragma once

#include "console/rules/dossier.hpp"
#include "console/rules/permit_clock.hpp"

#include <span>
#include <string>
#include <vector>

namespace xiaoan::rules {

/// One running clock. An application that police and transport hold at once has one for each.
struct OpenClock {
    std::string registration_number;
    std::string number;  // of the permit; empty before it is granted
    data::Adcode county{};
    StepClock clock{};
};

/// The clocks of all applications that are open on the date, of vehicles that the register lacks too, and of the plates
/// that are claimed for a granted permit and not issued. By registration number, day of application or claim, then as
/// they count (see step_clocks). A county that is given leaves the others out.
[[nodiscard]] std::vector<OpenClock> open_clocks(const Dossiers& dossiers, data::Date as_of, data::Adcode county);

/// Why a count of a clock is empty: since_not_given, outside_holiday_table, no_limit; nothing where none is.
[[nodiscard]] std::string_view why_uncounted(const StepClock& clock);

/// `{"as_of","applications":[{"registration_number","number","step","holder","since","limit_workdays","used_workdays",
/// "late_workdays","why"?}]}`
[[nodiscard]] std::string open_clocks_json(std::span<const OpenClock> clocks, data::Date as_of);

}  // namespace xiaoan::rules
