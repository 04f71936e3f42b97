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
    const DriverFacts* driver = nullptr;  // null where the register does not hold that person
    data::DateCell since;                 // first day on which this person drove so
};

/// `assigned` is the day from which the person drives, where it is known. Nobody has no fault.
[[nodiscard]] DriverCheck check_driver(const BusOnDate& bus, data::PersonRef person, const data::DateCell& assigned);
/// The driver of runs, from the day on that they name.
[[nodiscard]] DriverCheck check_driver(const BusOnDate& bus, const Assignment& assignment);
/// The substitute filed for this day, if there is one: judged beside the named drivers, who may drive the next day.
[[nodiscard]] DriverCheck check_substitute(const BusOnDate& bus);

}  // namespace xiaoan::rules
