// A sheet made by hand: one lawful bus, one without a plate, one team at one place.
#pragma once

#include "console/checks/sheet/check_sheet.hpp"
#include "tests/support/builders.hpp"

namespace xiaoan::test {

inline std::shared_ptr<const data::Snapshot> two_buses()
{
    auto other = a_bus("吉G20002");
    other.vin = "LZYTDTE69D1012345";
    auto permit = a_permit();
    permit.number = "XK-2";
    permit.registration_number = "吉G20002";
    auto run = a_run();
    run.registration_number = "吉G20002";
    auto plate = a_plate();
    plate.stops = "东站、西站";
    plate.issuer = "交警支队";
    return a_snapshot(a_bus(), other, a_permit(), permit, plate, a_run(), run, a_driver());
}

inline checks::CheckSheet a_sheet(const rules::Dossiers& dossiers, language::Language language = language::Language::zh)
{
    auto sheet = checks::an_empty_sheet(dossiers.snapshot(), monday, language);
    checks::CheckPlan plan;
    plan.stands.push_back({1,
                           data::TimeOfDay{420},
                           data::TimeOfDay{440},
                           {"示例小学门口", {122.84, 45.62}},
                           {{"吉G10001", data::TimeOfDay{425}}, {"吉G20002", data::TimeOfDay{430}}}});
    plan.stands.push_back(
        {1, data::TimeOfDay{460}, data::TimeOfDay{480}, {"东站", {122.9, 45.6}}, {{"吉G10001", data::TimeOfDay{465}}}});
    checks::add_teams(sheet, dossiers, plan);
    return sheet;
}

}  // namespace xiaoan::test
