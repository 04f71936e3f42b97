// The form that a plan is asked for by: texts as they are typed, and what they mean.
#pragma once

#include "console/checks/plan/check_plan.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace xiaoan::checks {

struct PlanForm {
    data::Date date{};
    std::string from;
    std::string to;
    std::string teams;
    friend bool operator==(const PlanForm&, const PlanForm&) = default;
};

[[nodiscard]] PlanForm form_of(const PlanWish& wish);

/// Which fields cannot be read. `why` is the key of a text, empty where all can.
struct FormFault {
    std::string_view why{};
    bool from = false;
    bool to = false;
    bool teams = false;
};
inline constexpr std::size_t most_teams = 50;
/// Hours as 06:30, 630 or 6:30, the end after the begin and long enough for one stand; 1 to 50 teams.
[[nodiscard]] FormFault fault_of(const PlanForm& form);
/// What it asks for. The form is without fault.
[[nodiscard]] PlanWish wish_of(const PlanForm& form);

/// 06:30, 6:30, 0630 and 630, with a colon of either width; not given for anything else.
[[nodiscard]] data::TimeOfDay typed_time(std::string_view text);

}  // namespace xiaoan::checks
