#include "console/rules/reworded.hpp"
#include "console/rules/sentence.hpp"
#include "console/rules/vehicle.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::Answer;
using data::PupilsServed;
using rules::SchoolBusFit;
using rules::ServiceLimit;
using std::chrono::days;

Judged of_bus(const data::Bus& bus, data::Date as_of = monday)
{
    return judged(as_of, bus, a_permit(), a_plate(), a_run(wang, on(2025, 9, 1)), a_driver(),
                  a_maintenance(data::DateCell{as_of}));
}

TEST_CASE("positioning and equipment are missing where the register says so, and a gap where it says nothing",
          "[vehicle]")
{
    auto bus = a_bus();
    bus.satellite_positioning = Answer::no;
    CHECK(of_bus(bus).ids() == Ids{"GPS-MISSING"});
    CHECK(of_bus(bus).grade("GPS-MISSING") == 'R');
    bus.satellite_positioning = Answer::not_given;
    CHECK(of_bus(bus).ids() == Ids{"GPS-MISSING?"});
    for (const auto piece : {&data::Bus::hammer, &data::Bus::extinguisher, &data::Bus::first_aid, &data::Bus::lamps,
                             &data::Bus::stop_sign}) {
        bus = a_bus();
        bus.*piece = Answer::no;
        CHECK(of_bus(bus).ids() == Ids{"EQUIPMENT-MISSING"});
        bus.*piece = Answer::not_given;
        CHECK(of_bus(bus).ids() == Ids{"EQUIPMENT-MISSING?"});
    }
    bus = a_bus();
    bus.recorder = Answer::no;  // asked for by no rule
    CHECK(of_bus(bus).ids().empty());
}

TEST_CASE("the finding on equipment names the pieces that are missing, and since when the rest is past", "[vehicle]")
{
    const auto says = [](const data::Bus& bus, language::Language language) {
        return rules::sentence(language, of_bus(bus).explanations.at(0));
    };
    auto bus = a_bus();
    bus.lamps = bus.hammer = Answer::no;
    CHECK(says(bus, language::Language::zh) == "安全设备缺失：安全锤、标志灯");
    CHECK(rules::reworded("EQUIPMENT-MISSING", says(bus, language::Language::zh), language::Language::en) ==
          says(bus, language::Language::en));
    bus.equipment_until = on(2026, 11, 22);
    CHECK(says(bus, language::Language::zh) == "安全设备缺失：安全锤、标志灯；其余有效期至 2026-11-22，已过期");
    bus.lamps = bus.hammer = Answer::yes;
    CHECK(says(bus, language::Language::zh) == "安全设备有效期至 2026-11-22，已过期");
}

TEST_CASE("equipment is good through its last day", "[vehicle]")
{
    auto bus = a_bus();
    bus.equipment_until = on(2026, 11, 23);
    CHECK(of_bus(bus).ids().empty());
    const auto past = of_bus(bus, monday + days{1});
    CHECK(past.ids() == Ids{"EQUIPMENT-MISSING"});
    CHECK(past.since("EQUIPMENT-MISSING") == on(2026, 11, 24));
    bus.equipment_until = {};
    CHECK(of_bus(bus).ids() == Ids{"EQUIPMENT-MISSING?"});
}

TEST_CASE("a dedicated school bus is too old from the corresponding day of the fifteenth year", "[vehicle]")
{
    // regulations.md section 8, worked dates: first registered 2011-11-23, limit reached on 2026-11-23.
    auto bus = a_bus();
    bus.registered_on = on(2011, 11, 23);
    bus.manufactured_on = on(2011, 9, 5);
    const auto old = of_bus(bus);
    CHECK(old.ids() == Ids{"VEHICLE-OVERAGE"});
    CHECK(old.grade("VEHICLE-OVERAGE") == 'S');
    CHECK(old.since("VEHICLE-OVERAGE") == on(2026, 11, 23));
    const auto due = of_bus(bus, monday - days{1});
    CHECK(due.ids() == Ids{"VEHICLE-AGE-DUE"});
    CHECK(due.due("VEHICLE-AGE-DUE") == on(2026, 11, 23));
    CHECK(of_bus(bus, monday - days{365}).has("VEHICLE-AGE-DUE"));
    CHECK_FALSE(of_bus(bus, monday - days{366}).has("VEHICLE-AGE-DUE"));
    bus.registered_on = {};
    CHECK(of_bus(bus).ids() == Ids{"VEHICLE-OVERAGE?", "VEHICLE-AGE-DUE?"});
}

TEST_CASE("registered more than two years after it was made, a vehicle ages from then", "[vehicle]")
{
    auto bus = a_bus();
    bus.registered_on = on(2013, 11, 23);
    bus.manufactured_on = on(2011, 11, 23);
    CHECK(rules::ages_from(bus) == on(2013, 11, 23));
    bus.registered_on = on(2013, 11, 24);
    CHECK(rules::ages_from(bus) == on(2011, 11, 23));
    CHECK(of_bus(bus).ids() == Ids{"VEHICLE-OVERAGE"});
    bus.manufactured_on = {};
    CHECK(rules::ages_from(bus) == on(2013, 11, 24));
}

TEST_CASE("400,000 km are notice enough, whatever the age", "[vehicle]")
{
    auto bus = a_bus();
    bus.odometer_km = 399'999;
    CHECK(of_bus(bus).ids().empty());
    bus.odometer_km = 400'000;
    const auto due = of_bus(bus);
    CHECK(due.ids() == Ids{"VEHICLE-AGE-DUE"});
    CHECK(due.due("VEHICLE-AGE-DUE").not_given());
    bus.odometer_km = std::nullopt;  // guidance only: no gap
    CHECK(of_bus(bus).ids().empty());
}

TEST_CASE("the years that a vehicle may serve follow its papers", "[vehicle]")
{
    auto bus = a_bus();
    const auto limit = [&](std::string type, std::string use) {
        bus.vehicle_type = std::move(type);
        bus.use_code = std::move(use);
        return rules::service_limit(bus);
    };
    bus.body = data::Body::adapted;
    CHECK(limit("K28", "P") == ServiceLimit{15, 15});
    CHECK(limit("大型普通客车", "公路客运") == ServiceLimit{15, 15});
    CHECK(limit("中型普通客车", "非营运") == ServiceLimit{20, 20});
    CHECK(limit("中型普通客车", "营转非") == ServiceLimit{15, 15});
    CHECK(limit("中型普通客车", "初中生校车") == ServiceLimit{15, 20});
    CHECK(limit("小型普通客车", "租赁") == ServiceLimit{10, 10});
    CHECK(limit("小型普通客车", "非营运") == ServiceLimit{0, 0});
    CHECK(limit("小型普通客车", "") == ServiceLimit{10, 0});
    // Between the shortest and the longest limit that the papers allow, nothing can be told.
    bus.vehicle_type = "中型普通客车";
    bus.use_code = "初中生校车";
    bus.pupils_served = PupilsServed::junior;
    bus.registered_on = on(2011, 11, 23);
    bus.manufactured_on = {};
    CHECK(of_bus(bus).ids() == Ids{"VEHICLE-OVERAGE?"});
    bus.registered_on = on(2006, 11, 23);
    CHECK(of_bus(bus).has("VEHICLE-OVERAGE"));
}

TEST_CASE("children and primary pupils ride a dedicated school bus of their group", "[vehicle]")
{
    auto bus = a_bus();
    const auto fit = [&](PupilsServed pupils, std::string type, std::string use) {
        bus.pupils_served = pupils;
        bus.vehicle_type = std::move(type);
        bus.use_code = std::move(use);
        return rules::school_bus_fit(bus);
    };
    CHECK(fit(PupilsServed::primary, "中型专用校车", "小学生校车") == SchoolBusFit::fits);
    CHECK(fit(PupilsServed::primary, "K28", "S") == SchoolBusFit::fits);
    CHECK(fit(PupilsServed::primary, "中型普通客车", "小学生校车") == SchoolBusFit::not_built);
    CHECK(fit(PupilsServed::primary, "K18", "Q") == SchoolBusFit::other_use);
    CHECK(fit(PupilsServed::kindergarten, "K38", "O") == SchoolBusFit::fits);
    CHECK(fit(PupilsServed::kindergarten, "K38", "P") == SchoolBusFit::other_use);
    CHECK(fit(PupilsServed::primary_secondary, "K18", "S") == SchoolBusFit::fits);
    CHECK(fit(PupilsServed::primary_secondary, "K18", "P") == SchoolBusFit::other_use);
    CHECK(fit(PupilsServed::junior, "大型普通客车", "公路客运") == SchoolBusFit::fits);
    CHECK(fit(PupilsServed::junior, "K18", "O") == SchoolBusFit::other_use);
    CHECK(fit(PupilsServed::senior, "大型普通客车", "") == SchoolBusFit::fits);
    CHECK(fit(PupilsServed::not_given, "K18", "P") == SchoolBusFit::pupils_not_given);
    CHECK(fit(PupilsServed::primary, "K18", "") == SchoolBusFit::papers_not_given);
    // Where the papers do not say the type, the ledger's kind of body does.
    bus.body = data::Body::adapted;
    CHECK(fit(PupilsServed::primary, "", "P") == SchoolBusFit::not_built);
    bus.body = data::Body::not_given;
    CHECK(fit(PupilsServed::primary, "", "P") == SchoolBusFit::papers_not_given);
}

TEST_CASE("a vehicle that may not carry them stops without a plate; with one a person decides", "[vehicle]")
{
    auto bus = a_bus();
    bus.vehicle_type = "小型普通客车";
    CHECK(of_bus(bus).ids() == Ids{"VEHICLE-NOT-SCHOOL-BUS"});
    CHECK(of_bus(bus).grade("VEHICLE-NOT-SCHOOL-BUS") == 'R');
    CHECK(judged(monday, bus, a_permit(), a_run(), a_driver()).grade("VEHICLE-NOT-SCHOOL-BUS") == 'S');
    bus.service = data::Service::student_bus_line;
    CHECK(of_bus(bus).ids().empty());
}

TEST_CASE("a school bus has at least seven seats", "[vehicle]")
{
    auto bus = a_bus();
    bus.seats = 7;
    auto run = a_run();
    run.riders = 3;
    const auto seats = [&] { return judged(monday, bus, a_permit(), a_plate(), run, a_driver()); };
    CHECK(seats().ids().empty());
    bus.seats = 6;
    CHECK(seats().ids() == Ids{"VEHICLE-SEATS"});
    CHECK(seats().grade("VEHICLE-SEATS") == 'S');
    bus.seats = std::nullopt;
    CHECK(seats().has("VEHICLE-SEATS?"));
}

TEST_CASE("ninety days without an entry are a gap in the maintenance file", "[vehicle]")
{
    const auto maintained = [&](data::DateCell last) {
        return judged(monday, a_bus(), a_permit(), a_plate(), a_run(), a_driver(), a_maintenance(last));
    };
    CHECK(maintained(on(2026, 8, 25)).ids().empty());  // 90 days
    const auto gap = maintained(on(2026, 8, 24));
    CHECK(gap.ids() == Ids{"MAINTENANCE-GAP"});
    CHECK(gap.grade("MAINTENANCE-GAP") == 'N');
    CHECK(gap.due("MAINTENANCE-GAP") == on(2026, 11, 22));
    CHECK(gap.since("MAINTENANCE-GAP") == on(2026, 11, 23));
    // An entry of a day to come has not come; nothing at all tells nothing.
    CHECK(maintained(on(2026, 11, 24)).ids() == Ids{"MAINTENANCE-GAP?"});
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), a_run(), a_driver(), a_maintenance(on(2026, 11, 24)),
                 a_maintenance(on(2026, 11, 2)))
              .ids()
              .empty());
}

TEST_CASE("the check digit of a VIN is that of ISO 3779", "[vehicle]")
{
    // regulations.md section 4.
    CHECK(rules::vin_state("1M8GDM9AXKP042788") == rules::VinState::sound);
    CHECK(rules::vin_state("LZYTDTE69D1012345") == rules::VinState::sound);
    CHECK(rules::vin_state("LZYTDTE60D1012345") == rules::VinState::doubtful);
    CHECK(rules::vin_state("LZYTDTE6") == rules::VinState::doubtful);
    CHECK(rules::vin_state("") == rules::VinState::not_given);
}

}  // namespace
