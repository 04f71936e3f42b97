#include "console/checks/results/spot_findings.hpp"
#include "tests/console/checks/sheet/a_sheet.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace xiaoan;
using namespace xiaoan::checks;
using namespace xiaoan::test;

namespace {

data::CheckedVehicle met(std::string vehicle, std::vector<data::CheckAnswer> answers)
{
    answers.push_back({"met", "yes"});
    std::ranges::sort(answers, {}, &data::CheckAnswer::question);
    return {.id = {}, .check = "20261123-1", .vehicle = std::move(vehicle), .held_on = monday, .answers = answers};
}

std::string ids(const std::vector<SpotFinding>& findings)
{
    std::string text;
    for (const auto& each : findings) text += (text.empty() ? "" : " ") + std::string{each.rule->id};
    return text;
}

}  // namespace

TEST_CASE("every finding of a check has its article, its department and its name", "[results]")
{
    for (const SpotRule& rule : spot_rules()) {
        CAPTURE(rule.id);
        CHECK(!basis_of(rule, language::Language::zh).empty());
        CHECK(!basis_of(rule, language::Language::en).empty());
        CHECK(title_of_rule(rule.id, language::Language::zh) != rule.id);
        CHECK(language::has("spot." + std::string{rule.id}));
    }
}

TEST_CASE("what is seen is found, gravest first; what is not answered is not", "[results]")
{
    const rules::Dossiers dossiers(two_buses());
    CHECK(ids(spot_findings(met("吉G10001", {}), dossiers)).empty());
    const auto found = spot_findings(met("吉G10001", {{"attendant", "no"},
                                                      {"hammer", "no"},
                                                      {"extinguisher", "pressure"},
                                                      {"plate_rear", "no"},
                                                      {"positioning", "offline"}}),
                                     dossiers);
    CHECK(ids(found) == "ATTENDANT-NONE PLATE-PLACE EQUIPMENT-MISSING");
    CHECK(found[0].severity == rules::Severity::stop);  // seen at a check
    CHECK(found[2].text == "缺少或失效：安全锤、灭火器（压力不足）");
    CHECK(found[2].department == rules::Department::police_traffic);
}

TEST_CASE("a load over the authorised number is counted with its share", "[results]")
{
    const rules::Dossiers dossiers(two_buses());  // 36 authorised
    CHECK(ids(spot_findings(met("吉G10001", {{"counted", "36"}}), dossiers)).empty());
    const auto over = spot_findings(met("吉G10001", {{"counted", "40"}}), dossiers);
    REQUIRE(ids(over) == "OVER-CAPACITY");
    CHECK(over[0].text == "核载 36 人，实载 40 人，超员 4 人（11.1%）");  // 4 / 36
    // What stands on the papers shown goes before what the register has.
    CHECK(ids(spot_findings(met("吉G10001", {{"counted", "40"}, {"seats", "45"}}), dossiers)).empty());
}

TEST_CASE("another driver must put it right; an unqualified one stops the bus", "[results]")
{
    const rules::Dossiers dossiers(two_buses());
    const auto other = spot_findings(met("吉G10001", {{"plate_driver", "no"}}), dossiers);
    REQUIRE(ids(other) == "PLATE-MISMATCH-DRIVER");
    CHECK(other[0].severity == rules::Severity::rectify);
    const auto unqualified =
        spot_findings(met("吉G10001", {{"plate_driver", "no"}, {"driver_endorsed", "no"}}), dossiers);
    CHECK(ids(unqualified) == "DRIVER-UNQUALIFIED PLATE-MISMATCH-DRIVER");
    CHECK(unqualified[1].severity == rules::Severity::stop);
}

TEST_CASE("a substitution filed for the day explains another driver and route, not the lack of a plate", "[results]")
{
    auto snapshot = std::make_shared<data::Snapshot>(*two_buses());
    add_to(*snapshot, a_substitution(monday, zhao));
    const rules::Dossiers dossiers(snapshot);
    CHECK(ids(spot_findings(met("吉G10001", {{"plate_driver", "no"}, {"on_route", "no"}}), dossiers)).empty());
    CHECK(ids(spot_findings(met("吉G10001", {{"plate_front", "no"}, {"plate_rear", "no"}}), dossiers)) == "PLATE-NONE");
}

TEST_CASE("a vehicle in no register is suspected on two signs, with one department in the lead", "[results]")
{
    const rules::Dossiers dossiers(two_buses());
    CHECK(ids(spot_findings(met("吉G77777", {{"pupils", "6"}}), dossiers)).empty());
    const auto lift =
        spot_findings(met("吉G77777", {{"pupils", "6"}, {"plate_front", "no"}, {"plate_rear", "no"}}), dossiers);
    REQUIRE(ids(lift) == "SUSPECT-CARRIAGE");
    CHECK(lift[0].department == rules::Department::police_traffic);
    const auto paid = spot_findings(met("吉G77777", {{"pupils", "6"}, {"fee", "yes"}}), dossiers);
    REQUIRE(ids(paid) == "SUSPECT-CARRIAGE");
    CHECK(paid[0].department == rules::Department::transport);
    CHECK(paid[0].text == "疑似非法接送学生：载有学生、收取费用");
    // A school bus of elsewhere bears a plate.
    CHECK(ids(spot_findings(
                  met("吉G77777", {{"pupils", "6"}, {"fee", "yes"}, {"plate_front", "yes"}, {"plate_genuine", "yes"}}),
                  dossiers))
              .empty());
}

TEST_CASE("what the team ticked is found, once, and nothing of a vehicle that was not met", "[results]")
{
    const rules::Dossiers dossiers(two_buses());
    CHECK(ids(spot_findings(met("吉G10001", {{"attendant", "no"}, {"found", "PERMIT-NONE ATTENDANT-NONE"}}),
                            dossiers)) == "ATTENDANT-NONE PERMIT-NONE");
    auto missed = met("吉G10001", {{"attendant", "no"}});
    std::ranges::find(missed.answers, "met", &data::CheckAnswer::question)->answer = "no";
    CHECK(spot_findings(missed, dossiers).empty());
}
