// Whether the person who drives a run may drive a school bus, and if not, why and since when.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

enum class DriverFault {
    none,
    no_qualification,  // the record says that there is none
    qualified_later,   // only after the date
    withdrawn,
    licence_expired,
    class_too_low,
    not_in_register,  // from here on: cannot be judged
    not_given,
    police_must_say
};

[[nodiscard]] constexpr bool is_gap(DriverFault fault)
{
    return fault >= DriverFault::not_in_register;
}

struct DriverCheck {
    DriverFault fault = DriverFault::none;
    data::PersonRef person;                // who drives the run on this day
    const data::Driver* driver = nullptr;  // null where the register does not hold that person
    data::DateCell since;                  // first day on which this person drove this run so
};

/// A run that names nobody has no fault here. A substitute filed for this day is judged in place of the named driver.
[[nodiscard]] DriverCheck check_driver(const BusOnDate& bus, const data::Run& run);

}  // namespace xiaoan::rules
