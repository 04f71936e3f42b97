#include "console/checks/sheet/check_sheet.hpp"
#include "console/checks/sheet/prefilled.hpp"
#include "console/checks/sheet/qr_code.hpp"
#include "tests/console/checks/sheet/a_sheet.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace xiaoan;
using namespace xiaoan::checks;
using namespace xiaoan::test;

namespace {

std::string fact(const ExpectedVehicle& vehicle, std::string_view label)
{
    const auto found = std::ranges::find(vehicle.facts, label, &ExpectedFact::label);
    return found != vehicle.facts.end() ? found->text : "no such fact";
}

}  // namespace

TEST_CASE("a team's sheet has a bus once, where it is seen first", "[sheet]")
{
    const rules::Dossiers dossiers(two_buses());
    const auto sheet = a_sheet(dossiers);
    REQUIRE(sheet.teams.size() == 1);
    CHECK(sheet.teams[0].check == "20261123-1");
    REQUIRE(sheet.teams[0].stands.size() == 2);
    CHECK(sheet.teams[0].stands[0].vehicles.size() == 2);
    CHECK(sheet.teams[0].stands[1].vehicles.empty());
    CHECK(code_text(sheet.teams[0], sheet.teams[0].stands[0].vehicles[0]) == "20261123-1 吉G10001");
    CHECK(code_text(sheet.teams[0], {}) == "20261123-1");
}

TEST_CASE("plate and permit stand on the sheet as they should be", "[sheet]")
{
    const rules::Dossiers dossiers(two_buses());
    const auto bus = expected_vehicle(dossiers, 0, monday, language::Language::zh);
    CHECK(bus.registration_number == "吉G10001");
    CHECK(fact(bus, "核载人数") == "36");
    CHECK(fact(bus, "所有人") == "示例小学");
    CHECK(fact(bus, "检验有效期止") == "2027-03-10");
    CHECK(fact(bus, "校车使用许可") == "XK-1，有效期止 2027-08-31");
    CHECK(fact(bus, "校车标牌") == "BP-1，交警支队，有效期止 2027-03-10");
    CHECK(fact(bus, "标牌所有人") == "示例小学");
    CHECK(fact(bus, "发车时间") == "06:50");
    CHECK(fact(bus, "停靠站点") == "东站、西站");
    CHECK(fact(bus, "线路") == "L1");
}

TEST_CASE("what the register lacks is said, not left blank, and what it holds against the bus is listed", "[sheet]")
{
    const rules::Dossiers dossiers(two_buses());
    const auto bus = expected_vehicle(dossiers, 1, monday, language::Language::zh);
    CHECK(fact(bus, "校车标牌") == "登记簿中没有");
    CHECK(fact(bus, "车架号末六位") == "012345");
    REQUIRE(!bus.flags.empty());
    CHECK(bus.flags[0].rule == "PLATE-NONE");
    CHECK(bus.flags[0].severity == rules::Severity::stop);
    // Every vehicle has the same facts, so that they can be columns.
    const auto other = expected_vehicle(dossiers, 0, monday, language::Language::zh);
    REQUIRE(bus.facts.size() == other.facts.size());
    for (std::size_t i = 0; i < bus.facts.size(); ++i) CHECK(bus.facts[i].label == other.facts[i].label);
}

TEST_CASE("the desk fills in where, when and which vehicle, and no answer of the road", "[sheet]")
{
    const rules::Dossiers dossiers(two_buses());
    const auto sheet = a_sheet(dossiers);
    const auto& team = sheet.teams[0];
    const auto& stand = team.stands[0];
    std::string filled;
    for (const Question& question : questions())
        if (const auto text = prefilled(question, sheet, team, stand, stand.vehicles[1]); !text.empty())
            filled += std::string{question.name} + "=" + text + " ";
    CHECK(filled == "check=20261123-1 date=2026-11-23 team=1 place=示例小学门口 lon=122.840000 lat=45.620000 "
                    "from=07:00 to=07:20 county=220802 vehicle=吉G20002 expected=yes ");
}

TEST_CASE("a QR code keeps its quiet zone and has its three finders", "[sheet]")
{
    // 19 bytes and an ECI header at level M: version 2, 25 modules (ISO/IEC 18004, table 7); 33 with the quiet zone.
    const auto areas = qr_code("20261123-1 吉G10001", 0, 0, 33);
    const auto dark = [&](int column, int row) {
        return std::ranges::any_of(areas, [&](const documents::Area& area) {
            return area.x <= column + 0.5 && column + 0.5 < area.x + area.width && area.y <= row + 0.5 &&
                   row + 0.5 < area.y + area.height;
        });
    };
    for (const auto& area : areas) {
        CHECK(area.x > 3.99);
        CHECK(area.y > 3.99);
        CHECK(area.x + area.width < 29.01);
        CHECK(area.y + area.height < 29.01);
    }
    for (const auto& [left, top] : {std::pair{4, 4}, {22, 4}, {4, 22}})
        for (int i = 0; i < 7; ++i) {
            CHECK(dark(left + i, top));
            CHECK(dark(left, top + i));
            CHECK(dark(left + 3, top + 3));
            CHECK(!dark(left + 1, top + 1));
        }
    // The alignment pattern of version 2 has its middle in module (18, 18) (ISO/IEC 18004, annex E).
    CHECK(dark(22, 22));
    CHECK(!dark(21, 22));
    CHECK(dark(20, 22));
}
