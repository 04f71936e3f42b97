#include "data/register/checks.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

const Date monday = Date{std::chrono::year{2026} / 11 / 23};
const std::string bus = "吉G10001";
const Actor later{"协调员", "2026-11-23T16:00:00+08:00"};

CheckedVehicle a_vehicle(std::vector<CheckAnswer> answers, std::vector<CheckOutcome> outcomes = {})
{
    return {.id = {},
            .check = "20261123-1",
            .vehicle = bus,
            .held_on = monday,
            .answers = std::move(answers),
            .outcomes = std::move(outcomes)};
}

/// No attendant was seen: a case for the traffic police, handed over with a number, and one flag that was not so.
RecordChecks a_finding()
{
    RecordChecks asked;
    asked.sources = {{"检查表.xlsx", "联合检查表", std::string(64, '0'), "checks"}};
    asked.vehicles = {{a_vehicle({{"attendant", "no"}, {"met", "yes"}},
                                 {{"ATTENDANT-NONE", OutcomeWay::opens_case, {}},
                                  {"ATTENDANT-NONE", OutcomeWay::hand_over, "20261123-1/吉G10001"},
                                  {"EQUIPMENT-MISSING", OutcomeWay::cleared, {}}}),
                       0, 3}};
    OpenCase opened;
    opened.subject_kind = "bus";
    opened.subject_key = bus;
    opened.county = Adcode{220881};
    opened.department = "police_traffic";
    opened.opened_on = monday;
    opened.due_on = DateCell{monday};
    opened.rules = {{.rule = "ATTENDANT-NONE", .basis = "b", .text = "t", .evidence = "[]"}};
    opened.note = "联合检查 20261123-1";
    PutRecord handover{.kind = "handovers",
                       .key = "20261123-1/吉G10001",
                       .fields = {{"from", text("education")},
                                  {"to", text("police_traffic")},
                                  {"what", text("无随车照管人员")},
                                  {"handed_on", text("2026-11-23")}}};
    asked.cases = {{0, opened, {"ATTENDANT-NONE"}}};
    asked.handovers = {{handover, 0, {}}};
    asked.cleared = {{"waived", "EQUIPMENT-MISSING", bus, monday, monday + std::chrono::days{30}, "现场核实"}};
    return asked;
}

HistoryRequest of_the_vehicle()
{
    HistoryRequest asked;
    asked.kind = "checks";
    asked.key = "20261123-1/吉G10001";
    return asked;
}

std::string a_path(const Folder& folder)
{
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus(bus));
    return in.path();
}

}  // namespace

TEST_CASE("a check with its case, its hand-over and what it clears is one change", "[checks]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    const auto done = apply_checks(path, a_finding(), coordinator);
    REQUIRE(done);
    REQUIRE(done->has_value());
    const auto held = read_checks(path);
    REQUIRE(held.size() == 1);
    CHECK(held[0].check == "20261123-1");
    CHECK(held[0].held_on == monday);
    CHECK(held[0].answer("attendant") == "no");
    CHECK(held[0].answer("hammer").empty());
    CHECK(held[0].origin.row == 3);
    REQUIRE(held[0].outcomes.size() == 3);
    CHECK(held[0].outcomes[0] == CheckOutcome{"ATTENDANT-NONE", OutcomeWay::opens_case, "2026-0001"});
    CHECK(held[0].outcomes[2].way == OutcomeWay::cleared);

    const auto in = Register::open(path, Register::Access::read);
    const auto snapshot = in.snapshot();
    REQUIRE(snapshot.find_case("2026-0001") != nullptr);
    REQUIRE(snapshot.all<Handover>().size() == 1);
    CHECK(snapshot.all<Handover>().begin()->case_number == "2026-0001");
    CHECK(read_judging(path).silencings.size() == 1);
    CHECK(snapshot.source(held[0].origin)->file == "检查表.xlsx");

    const auto changes = in.history(of_the_vehicle());
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].command == "record_checks");
    CHECK(changes[0].reason == "20261123-1");
    CHECK(changes[0].file == "检查表.xlsx");
    const auto& fields = changes[0].records.at(0).fields;
    CHECK(std::ranges::count_if(fields, [](const FieldChange& each) {
              return each.field == "answer" && each.new_value == text("attendant no");
          }) == 1);
    CHECK(in.verify().sound());
}

TEST_CASE("undoing a check takes away what followed from it, and the moment before knew nothing of it", "[checks]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    const auto before = Register::open(path, Register::Access::read).snapshot().last_change;
    const auto done = apply_checks(path, a_finding(), coordinator);
    REQUIRE(done);
    auto in = Register::open(path, Register::Access::write);
    CHECK(read_checks(path, before).empty());
    REQUIRE(in.apply(UndoChange{**done}, later));
    CHECK(read_checks(path).empty());
    CHECK(read_checks(path, **done).size() == 1);
    CHECK(in.snapshot().cases.empty());
    CHECK(in.snapshot().all<Handover>().empty());
    CHECK(read_judging(path).silencings.empty());
    CHECK(in.verify().sound());
    // The log still calls it by its name.
    CHECK(in.history(of_the_vehicle()).size() == 2);
}

TEST_CASE("answers said anew take the place of those before, and a case that holds the finding gets a note", "[checks]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    REQUIRE(apply_checks(path, a_finding(), coordinator));
    RecordChecks again = a_finding();
    again.sources.clear();
    again.cleared.clear();
    again.vehicles[0].source.reset();
    again.vehicles[0].checked.answers = {{"attendant", "no"}, {"counted", "40"}, {"met", "yes"}};
    again.handovers.clear();
    REQUIRE(apply_checks(path, again, later));
    const auto held = read_checks(path);
    REQUIRE(held.size() == 1);
    CHECK(held[0].answer("counted") == "40");
    CHECK(held[0].outcomes[0].reference == "2026-0001");
    CHECK(held[0].origin == Origin{});
    const auto snapshot = Register::open(path, Register::Access::read).snapshot();
    REQUIRE(snapshot.cases.size() == 1);
    CHECK(snapshot.cases[0].events.back().what == "noted");
    CHECK(Register::open(path, Register::Access::read).verify().sound());
}

TEST_CASE("a check without number or vehicle is refused, and nothing of it is written", "[checks]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    RecordChecks asked = a_finding();
    asked.vehicles[0].checked.vehicle.clear();
    const auto refused = apply_checks(path, asked, coordinator);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == "vehicle");
    asked = a_finding();
    asked.cleared[0].registration_number = "吉G99999";
    const auto unknown = apply_checks(path, asked, coordinator);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().reason == "unknown_record");
    CHECK(read_checks(path).empty());
    CHECK(Register::open(path, Register::Access::read).snapshot().cases.empty());
}

namespace {

/// Another look at the bus: what was found, if anything.
RecordChecks a_look(std::string check, Date held_on, std::string vehicle = bus, std::vector<CheckOutcome> outcomes = {})
{
    RecordChecks asked;
    asked.vehicles = {{a_vehicle({{"met", "yes"}}, std::move(outcomes)), {}, 0}};
    asked.vehicles[0].checked.check = std::move(check);
    asked.vehicles[0].checked.vehicle = std::move(vehicle);
    asked.vehicles[0].checked.held_on = held_on;
    return asked;
}

/// Verifies the case by a check; the reason where that is refused.
std::string verified_by(const std::string& path, const std::string& check, Date on)
{
    auto in = Register::open(path, Register::Access::write);
    StepCase step{.number = "2026-0001", .step = CaseStep::verified, .on = on, .text = "已配照管员", .document = check};
    step.finding_stands = true;
    const auto done = in.apply(step, later);
    return done ? std::string{"done"} : done.error().reason;
}

}  // namespace

TEST_CASE("only a later check that met the bus and did not find it again proves that a case is put right", "[checks]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    const Date wednesday = monday + std::chrono::days{2};
    REQUIRE(apply_checks(path, a_finding(), coordinator));
    REQUIRE(apply_checks(path, a_look("20261125-1", wednesday, "吉G20002"), coordinator));
    REQUIRE(apply_checks(path, a_look("20261122-1", monday - std::chrono::days{1}), coordinator));
    REQUIRE(apply_checks(path, a_look("20261125-2", wednesday), coordinator));
    auto again = a_look("20261125-3", wednesday, bus, {{"ATTENDANT-NONE", OutcomeWay::corrected, {}}});
    REQUIRE(apply_checks(path, again, coordinator));
    CHECK(verified_by(path, "20991231-9", wednesday) == "unknown_check");
    CHECK(verified_by(path, "20261125-1", wednesday) == "check_without_vehicle");
    CHECK(verified_by(path, "20261123-1", wednesday) == "check_found_it");
    CHECK(verified_by(path, "20261122-1", wednesday) == "check_not_later");
    CHECK(verified_by(path, "20261125-3", wednesday) == "check_found_again");
    CHECK(verified_by(path, "20261125-2", monday + std::chrono::days{1}) == "check_not_held");
    CHECK(verified_by(path, "20261125-2", wednesday) == "done");
}

TEST_CASE("what a check no longer says is marked in its case, and a fact anew when it says so again", "[checks]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    auto found = a_finding();
    const std::string evidence = R"([{"field":"check.number","value":"20261123-1 吉G10001","source":null}])";
    found.cases[0].opened.rules[0].evidence = evidence;
    REQUIRE(apply_checks(path, found, coordinator));
    auto corrected = a_look("20261123-1", monday);
    corrected.withdrawn = {{"2026-0001", "20261123-1", {"ATTENDANT-NONE"}, monday, "答案已更正"}};
    corrected.ended = {{"EQUIPMENT-MISSING", bus, "现场核实", std::nullopt}};
    REQUIRE(apply_checks(path, corrected, later));
    const auto the_case = [&] { return Register::open(path, Register::Access::read).snapshot().cases.at(0); };
    CHECK(the_case().rules[0].evidence == R"([{"field":"check.number","value":"20261123-1 吉G10001","source":null},)"
                                          R"({"field":"check.withdrawn","value":"2026-11-23","source":null}])");
    CHECK(the_case().events.back().text == "答案已更正");
    CHECK(the_case().events.back().stands == Answer::no);
    CHECK(the_case().state == CaseState::open);
    CHECK(read_judging(path).silencings.empty());
    found.cleared.clear();
    found.handovers.clear();
    REQUIRE(apply_checks(path, found, later));
    CHECK(the_case().rules[0].evidence == evidence);
    CHECK(the_case().events.back().stands == Answer::yes);
    CHECK(Register::open(path, Register::Access::read).verify().sound());
}

TEST_CASE("a waiver given by a check ends on a day, or never was", "[checks]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    REQUIRE(apply_checks(path, a_finding(), coordinator));  // set aside from Monday for thirty days
    const auto until = [&](Date last) {
        auto found = a_look("20261125-1", last + std::chrono::days{1});
        found.ended = {{"EQUIPMENT-MISSING", bus, "现场核实", last}};
        REQUIRE(apply_checks(path, found, later));
        const auto held = read_judging(path).silencings;
        return held.empty() ? std::string{} : iso(held[0].until_on);
    };
    CHECK(until(monday + std::chrono::days{40}) == "2026-12-23");
    CHECK(until(monday + std::chrono::days{1}) == "2026-11-24");
    CHECK(until(monday - std::chrono::days{1}).empty());
}
