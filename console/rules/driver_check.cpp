#include "console/rules/driver_check.hpp"

#include "console/rules/days.hpp"
#include "console/rules/licence_class.hpp"

#include <algorithm>

namespace xiaoan::rules {

namespace {

using data::DateCell;
using data::Driver;
using std::chrono::days;

/// A withdrawal ends the qualification that it follows; one from before the qualification was won again does not.
bool is_withdrawn(const Driver& driver, data::Date as_of)
{
    if (!driver.withdrawn_on.has_date() || driver.withdrawn_on.date() > as_of) return false;
    const bool won_again = driver.qualified_on.has_date() && driver.qualified_on.date() > driver.withdrawn_on.date() &&
                           driver.qualified_on.date() <= as_of;
    return !won_again;
}

struct FaultSince {
    DriverFault fault = DriverFault::none;
    DateCell since;  // not given: ever since the person drives
};

/// The first fault in the order of the law, since the day of the earliest. An explicit fault comes before a value that
/// is not given. A licence end of "none" is a licence without end (长期).
FaultSince fault_of(const Driver& driver, std::optional<std::int32_t> seats, data::Date as_of)
{
    FaultSince found;
    const auto add = [&](DriverFault fault, const DateCell& since) {
        const bool is_first = found.fault == DriverFault::none;
        if (is_first) found.fault = fault;
        if (!since.has_date() || (!is_first && !found.since.has_date()))
            found.since = {};
        else if (is_first || since.date() < found.since.date())
            found.since = since;
    };
    if (driver.qualified_on.is_none()) add(DriverFault::no_qualification, {});
    if (is_withdrawn(driver, as_of)) add(DriverFault::withdrawn, driver.withdrawn_on);
    if (driver.qualified_on.has_date() && driver.qualified_on.date() > as_of) add(DriverFault::qualified_later, {});
    if (has_ended(driver.licence_until, as_of))
        add(DriverFault::licence_expired, DateCell{driver.licence_until.date() + days{1}});
    const auto cover = licence_covers(driver.licence_class, seats);
    if (cover == Cover::too_low) add(DriverFault::class_too_low, {});
    if (found.fault != DriverFault::none) return found;
    if (cover == Cover::police_must_say) return {DriverFault::police_must_say, {}};
    if (driver.qualified_on.not_given() || driver.licence_until.not_given() || cover == Cover::cannot_tell)
        return {DriverFault::not_given, {}};
    return found;
}

/// The later of two days of which the second may be unknown.
DateCell later(const DateCell& first, const DateCell& other)
{
    if (!first.has_date() || !other.has_date()) return first.has_date() ? first : other;
    return DateCell{std::max(first.date(), other.date())};
}

}  // namespace

DriverCheck check_driver(const BusOnDate& bus, data::PersonRef person, const DateCell& assigned)
{
    DriverCheck check;
    if (!person.given()) return check;
    check.driver = bus.dossiers.driver(person);
    if (check.driver == nullptr) {
        check.fault = DriverFault::not_in_register;
        return check;
    }
    const auto found = fault_of(*check.driver, bus.dossier.bus->seats, bus.as_of);
    check.fault = found.fault;
    if (found.fault != DriverFault::none && !is_gap(found.fault)) check.since = later(assigned, found.since);
    return check;
}

DriverCheck check_driver(const BusOnDate& bus, const data::Run& run)
{
    return check_driver(bus, run.driver, run.from_on);
}

DriverCheck check_substitute(const BusOnDate& bus)
{
    if (bus.substitution == nullptr || bus.current_runs.empty()) return {};
    return check_driver(bus, bus.substitution->substitute_driver, DateCell{bus.as_of});
}

}  // namespace xiaoan::rules
