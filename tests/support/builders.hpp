// Records for tests: lawful in every way on 2026-11-23, so that a test says only what it is about.
#pragma once

#include "data/register/snapshot.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <type_traits>
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
inline constexpr data::PersonRef feng{3};  // an attendant
inline const std::string school_operator = "示例小学";
inline constexpr data::TimeOfDay ten_to_seven{410};

inline data::Bus a_bus(std::string number = bus_number)
{
    data::Bus bus;
    bus.registration_number = std::move(number);
    bus.county = data::Adcode{220802};
    bus.run_by = school_operator;
    bus.owner = school_operator;
    bus.body = data::Body::dedicated;
    bus.vehicle_type = "中型专用校车";
    bus.use_code = "小学生校车";
    bus.pupils_served = data::PupilsServed::primary;
    bus.seats = 36;
    bus.registered_on = on(2020, 6, 1);
    bus.manufactured_on = on(2020, 3, 1);
    bus.odometer_km = 96000;
    bus.inspection_until = on(2027, 3, 10);
    bus.compulsory_insurance_until = on(2027, 6, 30);
    bus.liability_insurance_until = on(2027, 6, 30);
    for (const auto piece : {&data::Bus::satellite_positioning, &data::Bus::recorder, &data::Bus::extinguisher,
                             &data::Bus::hammer, &data::Bus::first_aid, &data::Bus::lamps, &data::Bus::stop_sign})
        bus.*piece = data::Answer::yes;
    bus.equipment_until = on(2027, 12, 31);
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
    permit.route = "L1";
    permit.driver = wang;
    permit.departs_at = ten_to_seven;
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
    plate.route = "L1";
    plate.departs_at = ten_to_seven;
    plate.owner = school_operator;
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
    run.attendant = feng;
    run.departs_at = ten_to_seven;
    run.riders = 30;
    run.from_on = from_on;
    run.to_on = to_on;
    return run;
}

inline data::Driver a_driver(data::PersonRef person = wang)
{
    data::Driver driver;
    driver.licence_number = person;
    driver.licence_class = "A1";
    driver.licensed_on = on(2010, 3, 1);
    driver.last_review_on = on(2026, 3, 10);
    driver.born_on = on(1980, 1, 1);
    driver.record = "none";
    driver.licence_until = on(2030, 6, 30);
    driver.qualified_on = on(2015, 3, 1);
    return driver;
}

/// A school that runs its own bus: it needs neither agreement nor transport licence.
inline data::Operator an_operator(std::string name = school_operator,
                                  data::OperatorKind kind = data::OperatorKind::school)
{
    data::Operator made;
    made.uscc = "DEM-" + name;
    made.name = std::move(name);
    made.kind = kind;
    return made;
}

inline data::Maintenance a_maintenance(data::DateCell done_on = on(2026, 11, 2), std::string number = bus_number)
{
    data::Maintenance entry;
    entry.registration_number = std::move(number);
    entry.done_on = done_on;
    entry.what = "二级维护";
    return entry;
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

/// Days off and days worked of 2025 and 2026 in the second half of the year, as the notices of the State Council have
/// them (国办发明电〔2024〕12号, 〔2025〕7号).
inline std::vector<data::Holiday> some_holidays()
{
    std::vector<data::Holiday> table;
    const auto off = [&](data::Date first, data::Date last) {
        for (data::Date each = first; each <= last; each += std::chrono::days{1}) table.push_back({each, true, "off"});
    };
    const auto worked = [&](data::Date each) { table.push_back({each, false, "worked"}); };
    worked(day(2025, 9, 28));
    off(day(2025, 10, 1), day(2025, 10, 8));
    worked(day(2025, 10, 11));
    off(day(2026, 6, 19), day(2026, 6, 21));
    worked(day(2026, 9, 20));
    off(day(2026, 9, 25), day(2026, 9, 27));
    off(day(2026, 10, 1), day(2026, 10, 7));
    worked(day(2026, 10, 10));
    return table;
}

inline std::shared_ptr<data::Snapshot> an_empty_snapshot()
{
    auto snapshot = std::make_shared<data::Snapshot>();
    auto region = std::make_shared<data::Region>();
    region->holidays = some_holidays();
    snapshot->region = std::move(region);
    snapshot->people = std::make_shared<const data::People>();
    return snapshot;
}

/// The operator that each bus names, and an entry of its maintenance file: what every lawful bus has.
inline void add_operators(data::Snapshot& snapshot)
{
    std::vector<std::string> known;
    const auto buses = snapshot.all<data::Bus>();
    for (const data::Bus& bus : buses) {
        if (bus.run_by.empty() || std::ranges::find(known, bus.run_by) != known.end()) continue;
        known.push_back(bus.run_by);
        add_to(snapshot, an_operator(bus.run_by));
    }
}
inline void add_maintenance(data::Snapshot& snapshot)
{
    const auto buses = snapshot.all<data::Bus>();
    for (const data::Bus& bus : buses) add_to(snapshot, a_maintenance(on(2026, 11, 2), bus.registration_number));
}

/// A snapshot of these records; each kind is numbered from 1 in the order given. Where no operator is among them the
/// buses' own are added, as schools that run them; where no maintenance is, an entry for each bus.
template <class... Records>
std::shared_ptr<const data::Snapshot> a_snapshot(const Records&... records)
{
    auto snapshot = an_empty_snapshot();
    (add_to(*snapshot, records), ...);
    if constexpr (!(std::is_same_v<Records, data::Operator> || ...)) add_operators(*snapshot);
    if constexpr (!(std::is_same_v<Records, data::Maintenance> || ...)) add_maintenance(*snapshot);
    return snapshot;
}

}  // namespace xiaoan::test
