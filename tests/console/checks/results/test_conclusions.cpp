#include "console/checks/results/conclusions.hpp"
#include "tests/console/checks/sheet/a_sheet.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace xiaoan;
using namespace xiaoan::checks;
using namespace xiaoan::test;
using data::OutcomeWay;

namespace {

CheckSheetReading reading_of(std::string vehicle, std::vector<data::CheckAnswer> answers)
{
    answers.push_back({"met", "yes"});
    std::ranges::sort(answers, {}, &data::CheckAnswer::question);
    CheckSheetReading reading;
    reading.file = "检查.csv";
    reading.sha256 = std::string(64, 'a');
    reading.rows = 1;
    reading.vehicles.push_back({{.id = {},
                                 .check = "20261123-1",
                                 .vehicle = std::move(vehicle),
                                 .held_on = monday,
                                 .answers = std::move(answers)},
                                2});
    return reading;
}

Conclusions concluded(const CheckSheetReading& reading, const std::vector<data::CheckedVehicle>& held = {},
                      bool as_read = false)
{
    const rules::Dossiers dossiers(two_buses());
    return conclusions(std::span{&reading, 1}, held, dossiers, {.opened_on = monday, .as_read = as_read});
}

/// The same vehicle at another check, with what followed there.
data::CheckedVehicle at_another(data::Date held_on, std::string check, std::vector<data::CheckOutcome> outcomes)
{
    return {.id = {},
            .check = std::move(check),
            .vehicle = "吉G20002",
            .held_on = held_on,
            .answers = {{"met", "yes"}},
            .outcomes = std::move(outcomes)};
}

std::vector<std::string> keys_of(const std::vector<Remark>& remarks)
{
    std::vector<std::string> keys;
    for (const Remark& each : remarks) keys.push_back(each.key);
    return keys;
}

std::string value_of(const data::PutRecord& record, std::string_view field)
{
    const auto found = std::ranges::find(record.fields, field, &data::FieldValue::field);
    return found != record.fields.end() ? std::get<std::string>(found->value) : std::string{};
}

}  // namespace

TEST_CASE("what is found opens one case a department, due the same day where the bus must stop", "[results]")
{
    const auto made = concluded(reading_of("吉G10001", {{"attendant", "no"}, {"hammer", "no"}, {"at_stop", "no"}}));
    REQUIRE(made.command.cases.size() == 2);
    const auto& police = std::ranges::find(made.command.cases, "police_traffic", [](const auto& each) {
                             return each.opened.department;
                         })->opened;
    REQUIRE(police.rules.size() == 2);
    CHECK(police.subject_kind == "bus");
    CHECK(police.subject_key == "吉G10001");
    CHECK(police.county == data::Adcode{220802});
    CHECK(police.due_on == data::DateCell{monday});
    CHECK(police.note == "来源：联合检查 20261123-1（2026-11-23）");
    CHECK(police.rules[0].evidence == R"([{"field":"check.number","value":"20261123-1 吉G10001","source":null},)"
                                      R"({"field":"check.date","value":"2026-11-23","source":null},)"
                                      R"({"field":"check.answers","value":"有随车照管人员：否","source":null}])");
    // Nothing says that a fine was decided.
    for (const auto& rule : police.rules) CHECK(rule.text.find("罚") == std::string::npos);
    REQUIRE(made.command.sources.size() == 1);
    CHECK(made.command.vehicles[0].row == 2);
}

TEST_CASE("what was corrected on the spot opens no case, unless the bus must stop", "[results]")
{
    const auto made =
        concluded(reading_of("吉G10001", {{"attendant", "no"}, {"hammer", "no"}, {"measures", "corrected"}}));
    REQUIRE(made.command.cases.size() == 1);
    REQUIRE(made.command.cases[0].opened.rules.size() == 1);
    CHECK(made.command.cases[0].opened.rules[0].rule == "ATTENDANT-NONE");
    const auto& outcomes = made.command.vehicles[0].checked.outcomes;
    CHECK(outcomes == std::vector<data::CheckOutcome>{{"ATTENDANT-NONE", OutcomeWay::opens_case, {}},
                                                      {"EQUIPMENT-MISSING", OutcomeWay::corrected, {}}});
}

TEST_CASE("a hand-over carries the document number of the department and its case", "[results]")
{
    const auto made = concluded(reading_of("吉G10001", {{"plate_genuine", "no"},
                                                        {"measures", "transfer impound hand_over"},
                                                        {"handed_to", "police_traffic"},
                                                        {"document", "白公交移〔2026〕7号"}}));
    REQUIRE(made.command.handovers.size() == 1);
    const auto& handover = made.command.handovers[0];
    CHECK(handover.record.key == "20261123-1-吉G10001");
    CHECK(handover.opened == std::size_t{0});
    CHECK(value_of(handover.record, "to") == "police_traffic");
    CHECK(value_of(handover.record, "receipt") == "白公交移〔2026〕7号");
    CHECK(value_of(handover.record, "received_on") == "2026-11-23");
    CHECK(value_of(handover.record, "what") == "标牌疑似伪造、变造");
    CHECK(made.vehicles[0].pupils_first);
}

TEST_CASE("a vehicle held with pupils aboard is asked about", "[results]")
{
    CHECK_FALSE(concluded(reading_of("吉G10001", {{"measures", "impound"}})).vehicles[0].pupils_first);
    CHECK_FALSE(concluded(reading_of("吉G10001", {{"measures", "impound"}, {"pupils", "3"}})).vehicles[0].pupils_first);
    CHECK(concluded(reading_of("吉G10001", {{"measures", "impound"}, {"pupils", "0"}})).vehicles[0].pupils_first);
    CHECK(concluded(reading_of("吉G10001", {{"measures", "finish_run impound"}})).vehicles[0].pupils_first);
}

TEST_CASE("a flag that was found not to be so is set aside for thirty days, not what was found", "[results]")
{
    const auto made =
        concluded(reading_of("吉G20002", {{"attendant", "no"}, {"cleared", "PLATE-NONE ATTENDANT-NONE"}}));
    REQUIRE(made.command.cleared.size() == 1);
    CHECK(made.command.cleared[0].rule == "PLATE-NONE");
    CHECK(made.command.cleared[0].registration_number == "吉G20002");
    CHECK(made.command.cleared[0].from_on == monday);
    CHECK(made.command.cleared[0].until_on == day(2026, 12, 23));
}

TEST_CASE("a vehicle in no register becomes a matter", "[results]")
{
    const auto made = concluded(reading_of("无牌三轮车1", {{"pupils", "6"}, {"fee", "yes"}, {"county", "220881"}}));
    REQUIRE(made.command.cases.size() == 1);
    const auto& opened = made.command.cases[0].opened;
    CHECK(opened.subject_kind == "matter");
    CHECK(opened.department == "transport");
    CHECK(opened.county == data::Adcode{220881});
    CHECK(opened.rules.empty());
    CHECK(opened.matter.find("无牌三轮车1") != std::string::npos);
    CHECK(made.command.cases[0].found == std::vector<std::string>{"SUSPECT-CARRIAGE"});
}

TEST_CASE("the same said again changes nothing; more said keeps what was said and opens nothing twice", "[results]")
{
    const auto first = reading_of("吉G10001", {{"attendant", "no"}, {"counted", "30"}});
    auto held = concluded(first).command.vehicles[0].checked;
    held.outcomes[0].reference = "2026-0007";
    const auto same = concluded(first, {held});
    CHECK(same.vehicles[0].outcome == data::Outcome::unchanged);
    CHECK(same.command.vehicles.empty());
    CHECK(same.command.sources.empty());
    const auto more = concluded(
        reading_of("吉G10001", {{"counted", "31"}, {"document", "甲1号"}, {"handed_to", "transport"}}), {held});
    CHECK(more.vehicles[0].outcome == data::Outcome::changed);
    CHECK(more.command.cases.empty());
    const auto& merged = more.command.vehicles[0].checked;
    CHECK(merged.answer("attendant") == "no");
    CHECK(merged.answer("counted") == "31");
    CHECK(merged.outcomes[0] == data::CheckOutcome{"ATTENDANT-NONE", OutcomeWay::opens_case, "2026-0007"});
    REQUIRE(more.command.handovers.size() == 1);
    CHECK(more.command.handovers[0].case_number == "2026-0007");
}

TEST_CASE("what does not stand that day cannot be cleared, nor what another check found since", "[results]")
{
    const auto ticked = reading_of("吉G20002", {{"cleared", "PLATE-NONE PERMIT-NONE"}});
    const auto made = concluded(ticked);  // it has a permit
    CHECK(made.vehicles[0].cleared == std::vector<std::string>{"PLATE-NONE"});
    CHECK(keys_of(made.vehicles[0].remarks) == std::vector<std::string>{"spot.not_cleared.none"});
    CHECK(made.command.cleared.size() == 1);
    CHECK(made.command.vehicles[0].checked.outcomes ==
          std::vector<data::CheckOutcome>{{"PLATE-NONE", OutcomeWay::cleared, {}}});
    const auto same_day =
        concluded(ticked, {at_another(monday, "20261123-2", {{"PLATE-NONE", OutcomeWay::opens_case, "2026-0001"}})});
    CHECK(same_day.command.cleared.empty());
    // Found on the first of December: cleared up to the day before.
    const auto later = concluded(
        ticked, {at_another(day(2026, 12, 1), "20261201-1", {{"PLATE-NONE", OutcomeWay::opens_case, "2026-0001"}})});
    REQUIRE(later.command.cleared.size() == 1);
    CHECK(later.command.cleared[0].until_on == day(2026, 11, 30));
}

TEST_CASE("the waiver of a check ends when it is found again, or the tick is taken out", "[results]")
{
    const auto cleared = at_another(day(2026, 11, 20), "20261120-1", {{"PLATE-NONE", OutcomeWay::cleared, {}}});
    const auto found = concluded(reading_of("吉G20002", {{"plate_front", "no"}, {"plate_rear", "no"}}), {cleared});
    REQUIRE(found.command.ended.size() == 1);
    CHECK(found.command.ended[0].rule == "PLATE-NONE");
    CHECK(found.command.ended[0].reason == "联合检查 20261120-1 现场核实不存在，请更正台账");
    CHECK(found.command.ended[0].last_on == day(2026, 11, 22));

    auto ticked = reading_of("吉G20002", {{"cleared", "PLATE-NONE"}});
    const auto held = concluded(ticked).command.vehicles[0].checked;
    const auto taken_out = concluded(reading_of("吉G20002", {{"cleared", ""}}), {held});
    REQUIRE(taken_out.command.ended.size() == 1);
    CHECK_FALSE(taken_out.command.ended[0].last_on);
    CHECK(concluded(ticked, {held}).command.vehicles.empty());
}

TEST_CASE("a registered bus is not accused by O for 0 or I for 1, until a person looked", "[results]")
{
    const std::vector<data::CheckAnswer> said{{"fee", "yes"}, {"handed_to", "transport"}, {"pupils", "30"}};
    const auto slip = reading_of("吉GI0OO1", said);
    const auto made = concluded(slip);
    CHECK(made.vehicles[0].held_back);
    CHECK(made.vehicles[0].resembles == "吉G10001");
    CHECK(made.vehicles[0].found.empty());
    CHECK(made.command.cases.empty());
    CHECK(made.command.handovers.empty());
    REQUIRE(made.command.vehicles.size() == 1);  // what was said is kept
    CHECK(made.command.vehicles[0].checked.answer("pupils") == "30");
    // A person looked: it is another vehicle, though nothing else is said.
    const auto held = made.command.vehicles[0].checked;
    const auto decided = concluded(slip, {held}, true);
    CHECK(decided.command.cases.size() == 1);
    CHECK(decided.command.handovers.size() == 1);
    auto known = decided.command.vehicles[0].checked;
    known.outcomes[0].reference = "2026-0001";
    CHECK(concluded(slip, {known}).vehicles[0].outcome == data::Outcome::unchanged);
    // One letter off is told, no more: neighbours in a fleet are one digit apart.
    const auto near = concluded(reading_of("吉G10003", said));
    CHECK_FALSE(near.vehicles[0].held_back);
    CHECK(near.vehicles[0].resembles == "吉G10001");
    CHECK(near.command.cases.size() == 1);
}

TEST_CASE("an answer that is corrected withdraws what it said from its case, by name", "[results]")
{
    auto held = concluded(reading_of("吉G10001", {{"attendant", "no"}, {"hammer", "no"}})).command.vehicles[0].checked;
    for (auto& outcome : held.outcomes) outcome.reference = "2026-0007";
    const auto made = concluded(reading_of("吉G10001", {{"hammer", "yes"}}), {held});
    CHECK(made.command.cases.empty());
    REQUIRE(made.command.withdrawn.size() == 1);
    CHECK(made.command.withdrawn[0].case_number == "2026-0007");
    CHECK(made.command.withdrawn[0].rules == std::vector<std::string>{"EQUIPMENT-MISSING"});
    CHECK(made.command.withdrawn[0].check == "20261123-1");
    CHECK(made.vehicles[0].withdrawn == std::vector<std::string>{"2026-0007"});
}

TEST_CASE("a stranger on a row without county is of the county where its check stood, if that is one", "[results]")
{
    auto reading = reading_of("无牌三轮车1", {{"pupils", "6"}, {"fee", "yes"}});
    const auto bus = [&](std::string number, std::string county) {
        auto other = reading.vehicles[0];
        other.checked.vehicle = std::move(number);
        other.checked.answers = {{"met", "yes"}};
        if (!county.empty()) other.checked.answers.insert(other.checked.answers.begin(), {"county", std::move(county)});
        reading.vehicles.push_back(std::move(other));
    };
    bus("吉G10001", "");
    CHECK(concluded(reading).command.cases.at(0).opened.county == data::Adcode{220802});
    bus("无牌三轮车2", "220881");
    CHECK_FALSE(concluded(reading).command.cases.at(0).opened.county.given());
}

TEST_CASE("belts that are not there are told, though no rule asks for them", "[results]")
{
    const auto made = concluded(reading_of("吉G10001", {{"belts", "no"}}));
    CHECK(keys_of(made.vehicles[0].remarks) == std::vector<std::string>{"spot.belts"});
    CHECK(made.command.vehicles[0].checked.answer("belts") == "no");
}
