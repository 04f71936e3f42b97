// A fleet on Monday 2026-11-23: a bus in every state, two of them in a case.
#pragma once

#include "console/desk/derived.hpp"
#include "tests/support/builders.hpp"

#include <memory>
#include <string>

namespace xiaoan::test {

/// The numbers of the fleet, in the order of the register.
namespace fleet {
inline const std::string in_order = "吉G10001";
inline const std::string without_permit = "吉G10002";  // stop: PERMIT-NONE, since 2026-09-01; its case is overdue
inline const std::string plate_ends = "吉G10003";     // notice: PLATE-DUE-30, until 2026-12-01; PLATE-BEYOND; in a case
inline const std::string other_driver = "吉G10004";   // rectify: PLATE-MISMATCH-DRIVER, since 2026-09-10
inline const std::string parked = "吉G10005";         // not in service: its run ended
inline const std::string not_inspected = "吉G10006";  // in order, with gaps: nobody wrote down its inspection
}  // namespace fleet

inline data::Bus fleet_bus(const std::string& number, std::uint32_t county, std::string run_by = "")
{
    auto bus = a_bus(number);
    bus.county = data::Adcode{county};
    bus.run_by = std::move(run_by);
    return bus;
}

template <class Record>
Record of(const std::string& number, Record record)
{
    record.registration_number = number;
    return record;
}

inline data::Case fleet_case(std::string number, const std::string& bus, data::DateCell due_on)
{
    data::Case opened;
    opened.number = std::move(number);
    opened.state = data::CaseState::open;
    opened.department = "education";
    opened.county = data::Adcode{220802};
    opened.subject_kind = "bus";
    opened.subject_key = bus;
    opened.opened_on = day(2026, 11, 2);
    opened.due_on = due_on;
    return opened;
}

inline std::shared_ptr<const data::Snapshot> a_fleet_snapshot()
{
    using namespace fleet;
    auto blank = fleet_bus(not_inspected, 220881, "丙公司");
    blank.inspection_until = {};
    auto second = a_driver(zhao);
    auto snapshot = std::make_shared<data::Snapshot>(
        *a_snapshot(fleet_bus(in_order, 220802, "甲公司"), fleet_bus(without_permit, 220802, "乙公司"),
                    fleet_bus(plate_ends, 220881, "甲公司"), fleet_bus(other_driver, 220881, "丙公司"),
                    fleet_bus(parked, 220881, "乙公司"), blank,  //
                    a_permit(), of(plate_ends, a_permit()), of(other_driver, a_permit()), of(parked, a_permit()),
                    of(not_inspected, a_permit()),  //
                    a_plate(), of(plate_ends, a_plate(on(2026, 12, 1))), of(other_driver, a_plate()),
                    of(parked, a_plate()), of(not_inspected, a_plate()),  //
                    a_run(), of(without_permit, a_run()), of(plate_ends, a_run()), of(other_driver, a_run(zhao)),
                    of(parked, a_run(wang, on(2026, 9, 1), on(2026, 10, 31))), of(not_inspected, a_run()),  //
                    a_driver(), second));
    auto region = std::make_shared<data::Region>();
    region->name_zh = "白城市";
    region->counties = {{data::Adcode{220802}, "洮北区", "Taobei District", 122.9, 45.6},
                        {data::Adcode{220881}, "洮南市", "Taonan City", 122.8, 45.3}};
    snapshot->region = region;
    snapshot->name = "白城市教育局";
    snapshot->cases = {fleet_case("2026-0001", without_permit, on(2026, 12, 31)),
                       fleet_case("2026-0002", without_permit, on(2026, 11, 10)),
                       fleet_case("2026-0003", plate_ends, on(2026, 11, 23)),
                       fleet_case("2026-0004", in_order, on(2026, 11, 10))};
    snapshot->cases[3].state = data::CaseState::closed;
    return snapshot;
}

inline std::shared_ptr<const desk::Derived> a_fleet(data::Date as_of = monday)
{
    return desk::derive(a_fleet_snapshot(), as_of);
}

/// Where a bus stands in the dossiers.
inline std::size_t index_of(const desk::Derived& derived, const std::string& number)
{
    return derived.dossiers.find(number);
}

}  // namespace xiaoan::test
