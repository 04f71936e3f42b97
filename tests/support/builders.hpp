// Records for tests: lawful in every way on 2026-11-23, so that a test says only what it is about.
#pragma once

#include "data/register/snapshot.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace xiaoan::test {

inline data::Date day(int year, unsigned month, unsigned day_of_month)
{
    return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day_of_month}};
}
inline data::DateCell on(int year, unsigned month, unsigned day_of_month)
{
    return data::DateCell{day(year, month, day_of_month)};
}
inline data::DateCell said_to_be_none()
{
    return data::DateCell::said_to_be_none();
}

/// Monday, the date of the worked examples in regulations.md section 8.
inline const data::Date monday = day(2026, 11, 23);

inline const std::string bus_number = "吉G10001";
inline constexpr data::PersonRef wang{1};
inline constexpr data::PersonRef zhao{2};

inline data::Bus a_bus(std::string number = bus_number)
{
    data::Bus bus;
    bus.registration_number = std::move(number);
    bus.county = data::Adcode{220802};
    bus.seats = 36;
    bus.inspection_until = on(2027, 3, 10);
    bus.state = data::BusState::in_use;
    return bus;
}

inline data::Permit a_permit(data::DateCell valid_from = on(2025, 9, 1), data::DateCell valid_to = on(2027, 8, 31))
{
    data::Permit permit;
    permit.number = "XK-1";
    permit.registration_number = bus_number;
    permit.applied_on = on(2025, 8, 1);
    permit.decided_on = on(2025, 8, 20);
    permit.decision = data::Decision::granted;
    permit.valid_from = valid_from;
    permit.valid_to = valid_to;
    permit.driver = wang;
    return permit;
}

inline data::Permit an_application(data::DateCell applied_on)
{
    data::Permit permit;
    permit.registration_number = bus_number;
    permit.applied_on = applied_on;
    return permit;
}

inline data::Plate a_plate(data::DateCell valid_to = on(2027, 3, 10))
{
    data::Plate plate;
    plate.number = "BP-1";
    plate.permit = "XK-1";
    plate.registration_number = bus_number;
    plate.driver = wang;
    plate.issued_on = on(2026, 9, 10);
    plate.valid_to = valid_to;
    plate.state = data::PlateState::valid;
    return plate;
}

inline data::Run a_run(data::PersonRef driver = wang, data::DateCell from_on = on(2026, 9, 1),
                       data::DateCell to_on = {})
{
    data::Run run;
    run.registration_number = bus_number;
    run.route = "L1";
    run.driver = driver;
    run.from_on = from_on;
    run.to_on = to_on;
    return run;
}

inline data::Driver a_driver(data::PersonRef person = wang)
{
    data::Driver driver;
    driver.licence_number = person;
    driver.licence_class = "A1";
    driver.licence_until = on(2030, 6, 30);
    driver.qualified_on = on(2015, 3, 1);
    return driver;
}

inline data::Substitution a_substitution(data::Date date, data::PersonRef driver)
{
    data::Substitution substitution;
    substitution.date = data::DateCell{date};
    substitution.registration_number = bus_number;
    substitution.substitute_driver = driver;
    substitution.filed_on = data::DateCell{date};
    return substitution;
}

/// One more record at the end of its table, numbered from 1 within its kind.
template <class Record>
void add_to(data::Snapshot& snapshot, const Record& record)
{
    const auto& table = snapshot.all<Record>();
    std::vector<Record> rows(table.begin(), table.end());
    rows.push_back(record);
    rows.back().id = data::RecordId{static_cast<std::int64_t>(rows.size())};
    snapshot.all<Record>() = data::Table<Record>(std::move(rows));
}

inline std::shared_ptr<data::Snapshot> an_empty_snapshot()
{
    auto snapshot = std::make_shared<data::Snapshot>();
    snapshot->region = std::make_shared<const data::Region>();
    snapshot->people = std::make_shared<const data::People>();
    return snapshot;
}

/// A snapshot of these records; each kind is numbered from 1 in the order given.
template <class... Records>
std::shared_ptr<const data::Snapshot> a_snapshot(const Records&... records)
{
    auto snapshot = an_empty_snapshot();
    (add_to(*snapshot, records), ...);
    return snapshot;
}

}  // namespace xiaoan::test
