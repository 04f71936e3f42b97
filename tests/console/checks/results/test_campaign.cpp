#include "console/checks/results/campaign.hpp"
#include "tests/support/a_case.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::checks;
using namespace xiaoan::test;
using data::OutcomeWay;

namespace {

data::CheckedVehicle vehicle(std::string number, std::vector<data::CheckAnswer> answers,
                             std::vector<data::CheckOutcome> outcomes = {}, std::string check = "20261123-1")
{
    return {.id = {},
            .check = std::move(check),
            .vehicle = std::move(number),
            .held_on = monday,
            .answers = std::move(answers),
            .outcomes = std::move(outcomes)};
}

/// Three promised to team 1 (one came, one did not, of one nobody spoke), one more met by team 2; two counties.
std::vector<data::CheckedVehicle> a_day()
{
    const data::CheckAnswer promised{"expected", "yes"}, place{"place", "示例小学"}, from{"from", "07:00"},
        to{"to", "08:30"};
    return {vehicle("吉G10001", {promised, from, {"met", "yes"}, place, to},
                    {{"ATTENDANT-NONE", OutcomeWay::opens_case, "2026-0001"},
                     {"EQUIPMENT-MISSING", OutcomeWay::corrected, {}},
                     {"ATTENDANT-NONE", OutcomeWay::hand_over, "H-1"},
                     {"PLATE-NONE", OutcomeWay::cleared, {}}}),
            vehicle("吉G10002", {promised, from, {"met", "no"}, place, to}),
            vehicle("吉G10003", {promised, from, place, to}),
            vehicle("吉G77777", {{"county", "220881"}, {"met", "yes"}},
                    {{"SUSPECT-CARRIAGE", OutcomeWay::opens_case, "2026-0002"}}, "20261123-2")};
}

std::shared_ptr<const data::Snapshot> a_register(data::CaseState first)
{
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(a_bus("吉G10001"), a_bus("吉G10002")));
    auto region = std::make_shared<data::Region>();
    region->counties = {{data::Adcode{220802}, "洮北区", "Taobei", 0, 0},
                        {data::Adcode{220881}, "洮南市", "Taonan", 0, 0}};
    snapshot->region = region;
    snapshot->cases = {a_case("2026-0001", on(2026, 11, 30), first), a_case("2026-0002")};
    auto& ended = snapshot->cases[0];
    if (first == data::CaseState::verified)
        ended = after(ended, data::CaseStep::verified, monday, data::Answer::yes, "20261124-1");
    if (first == data::CaseState::closed) ended = after(ended, data::CaseStep::closed, monday, data::Answer::yes);
    return snapshot;
}

}  // namespace

TEST_CASE("a list has each team's day with its places, its vehicles and their counties", "[results]")
{
    const auto all = a_day();
    const auto snapshot = a_register(data::CaseState::open);
    const auto list = check_list(all, *snapshot, {});
    REQUIRE(list.size() == 2);
    CHECK(list[0].number == "20261123-1");
    REQUIRE(list[0].places.size() == 1);
    CHECK(list[0].places[0].to == "08:30");
    REQUIRE(list[0].vehicles.size() == 3);
    CHECK(list[0].vehicles[1].met == data::Answer::no);
    CHECK(list[0].vehicles[2].met == data::Answer::not_given);
    CHECK(list[1].vehicles[0].county == data::Adcode{220881});
    CHECK(check_list(all, *snapshot, {.from = day(2026, 11, 24)}).empty());
    CHECK(check_list(all, *snapshot, {.from = monday, .to = monday}).size() == 2);
    const auto of_county = check_list(all, *snapshot, {.county = data::Adcode{220881}});
    REQUIRE(of_county.size() == 1);
    CHECK(of_county[0].number == "20261123-2");
}

TEST_CASE("a report says what was promised and what came, what was found and what is put right", "[results]")
{
    const auto all = a_day();
    const auto snapshot = a_register(data::CaseState::verified);
    const auto list = check_list(all, *snapshot, {});
    const auto made = campaign(list, *snapshot, monday, monday);
    CHECK(made.checks == 2);
    CHECK(made.places == 1);
    CHECK(made.minutes == 90);
    CHECK(made.all == CampaignCounts{.expected = 3,
                                     .came = 1,
                                     .missed = 1,
                                     .unreported = 1,
                                     .met = 2,
                                     .with_findings = 2,
                                     .findings = 3,
                                     .handed_over = 1,
                                     .corrected = 1,
                                     .in_cases = 2,
                                     .rectified = 1,
                                     .cleared = 1});
    REQUIRE(made.counties.size() == 3);
    CHECK(made.counties[0].county == data::Adcode{220802});
    CHECK(made.counties[0].counts.expected == 2);
    CHECK(made.counties[1].counts.met == 1);
    CHECK(!made.counties[2].county.given());  // 吉G10003 is in no register, and nobody wrote where
    CHECK(made.found ==
          std::map<std::string, std::size_t>{{"ATTENDANT-NONE", 1}, {"EQUIPMENT-MISSING", 1}, {"SUSPECT-CARRIAGE", 1}});
    // A case that is only open has put nothing right, nor has one that was closed with a reason while it stood.
    for (const auto state : {data::CaseState::open, data::CaseState::closed}) {
        const auto other = a_register(state);
        CHECK(campaign(check_list(all, *other, {}), *other, monday, monday).all.rectified == 0);
    }
}
