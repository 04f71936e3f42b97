#include "console/rules/driver_check.hpp"

#include "console/rules/days.hpp"
#include "console/rules/licence_class.hpp"

#include <algorithm>

namespace xiaoan::rules {

namespace {

using data::DateCell;
using std::chrono::days;

/// A withdrawal ends the qualification that it follows; one from before the qualification was won again does not.
bool is_withdrawn(const DriverFacts& driver, data::Date as_of)
{
    if (!driver.withdrawn_on.has_date() || driver.withdrawn_on.date() > as_of) return false;
    const bool won_again = driver.qualified_on.has_date() && driver.qualified_on.date() > driver.withdrawn_on.date() &&
                           driver.qualified_on.date() <= as_of;
    return !won_again;
}

std::optional<std::int32_t> seats_of(const BusFacts& bus)
{
    return bus.seats < 0 ? std::nullopt : std::optional{bus.seats};
}

struct FaultSince {
    DriverFault fault = DriverFault::none;
    DateCell since;  // not given: ever since the person drives
};

/// The first fault in the order of the law, since the day of the earliest. An explicit fault comes before a value that
/// is not given. A licence end of "none" is a licence without end (长期).
FaultSince fault_of(const DriverFacts& driver, std::optional<std::int32_t> seats, data::Date as_of)
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
    const auto cover = licence_covers(driver.classes, seats);
    if (cover == Cover::too_low) add(DriverFault::class_too_low, {});
    if (found.fault != DriverFault::none) return found;
    if (cover == Cover::police_must_say) return {DriverFault::police_must_say, {}};
    if (driver.qualified_on.not_given() || driver.licence_until.not_given() || cover == Cover::cannot_tell)
        return {DriverFault::not_given, {}};
    return found;
}

DriverCheck check_known(const BusOnDate& bus, const DriverFacts* driver, const DateCell& assigned)
{
    DriverCheck check{.driver = driver, .since = {}};
    if (check.driver == nullptr) {
        check.fault = DriverFault::not_in_register;
        return check;
    }
    const auto found = fault_of(*check.driver, seats_of(bus.facts), bus.as_of);
    check.fault = found.fault;
    if (found.fault != DriverFault::none && !is_gap(found.fault)) check.since = later(assigned, found.since);
    return check;
}

}  // namespace

DriverCheck check_driver(const BusOnDate& bus, data::PersonRef person, const DateCell& assigned)
{
    return person.given() ? check_known(bus, bus.dossiers.driver_facts(person), assigned) : DriverCheck{};
}

DriverCheck check_driver(const BusOnDate& bus, const Assignment& assignment)
{
    const RunFacts& run = *assignment.run;
    return run.driver.given() ? check_known(bus, assignment.driver, run.from_on) : DriverCheck{};
}

DriverCheck check_substitute(const BusOnDate& bus)
{
    if (bus.substitution == nullptr || bus.current_runs.empty()) return {};
    return check_driver(bus, bus.substitution->driver, DateCell{bus.as_of});
}

}  // namespace xiaoan::rules
