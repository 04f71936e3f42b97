#include "console/water/findings/gap_cases.hpp"
#include "console/water/risks.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::water;
using language::Language;

namespace {

/// A fishpond without lifebuoy and rope, last patrolled 2026-10-01; nobody looked for its pole; it has a duty holder
/// without a phone.
data::Water a_fishpond()
{
    data::Water water;
    water.code = "W1";
    water.kind = data::WaterKind::fishpond;
    water.county = data::Adcode{220802};
    water.warning_sign = water.fence = data::Answer::yes;
    water.lifebuoy = water.rope = data::Answer::no;
    water.duty_holder = data::PersonRef{1};
    water.duty_unit = "平安渔场";
    water.last_patrol_on = on(2026, 10, 1);
    return water;
}

std::vector<std::string> rules_of(const data::OpenCase& opened)
{
    std::vector<std::string> ids;
    for (const data::CaseRule& rule : opened.rules) ids.push_back(rule.rule);
    return ids;
}

using Ids = std::vector<std::string>;

const GapBasis by_default{.as_of = monday};

}  // namespace

TEST_CASE("what a water lacks is told as findings, what nobody looked for as a gap of the data", "[water]")
{
    const auto water = a_fishpond();
    Ids known, all;
    for (const GapFinding& gap : gaps_of(water, by_default).counts) known.push_back(rule_id(gap));
    for (const GapFinding& gap : gaps_of(water, by_default, true).counts) all.push_back(rule_id(gap));
    CHECK(known == Ids{"WATER-LIFEBUOY-NONE", "WATER-ROPE-NONE", "WATER-DUTY-NONE", "WATER-PATROL-LATE"});
    CHECK(all ==
          Ids{"WATER-LIFEBUOY-NONE", "WATER-ROPE-NONE", "WATER-POLE-NONE?", "WATER-DUTY-NONE", "WATER-PATROL-LATE"});
    const auto found = gaps_of(water, by_default, true).counts;
    CHECK(sentence_of(found[0], monday, Language::zh) == "水边没有救生圈");
    CHECK(sentence_of(found[2], monday, Language::zh) == "救生杆有无未核实");
    CHECK(sentence_of(found[3], monday, Language::en) == "The duty holder has no phone");
    // 2026-10-01 to 2026-11-23 are 53 days; 30 are allowed outside the swimming season, so late since the 31st day.
    CHECK(sentence_of(found[4], monday, Language::zh) == "最近巡查 2026-10-01，已过 53 天，应每 30 天巡查一次");
    CHECK(found[4].since == on(2026, 11, 1));
}

TEST_CASE("a patrol is in time on the last day of its interval and late on the next, weekly in summer", "[water]")
{
    auto water = a_fishpond();
    const auto late = [&](data::Date as_of) { return measure_of(water, "patrol", as_of, {}) == Measure::missing; };
    CHECK_FALSE(late(day(2026, 10, 31)));
    CHECK(late(day(2026, 11, 1)));
    water.last_patrol_on = on(2026, 7, 1);
    CHECK_FALSE(late(day(2026, 7, 8)));
    CHECK(late(day(2026, 7, 9)));
    CHECK(late(day(2026, 6, 30)));  // a patrol to come is none yet
    water.last_patrol_on = {};
    CHECK(late(day(2026, 7, 1)));
}

TEST_CASE("the rules on waters and the lines of the score say the same of every measure", "[water]")
{
    using data::Answer;
    for (const Answer answer : {Answer::yes, Answer::no, Answer::not_given})
        for (const bool holder : {false, true})
            for (const bool phone : {false, true})
                for (const auto patrol : {data::DateCell{}, on(2026, 11, 20), on(2026, 10, 1), said_to_be_none()}) {
                    auto water = a_fishpond();
                    water.warning_sign = water.lifebuoy = water.rope = water.pole = water.fence = answer;
                    water.duty_holder = holder ? data::PersonRef{1} : data::PersonRef{};
                    water.phone = phone ? data::PersonRef{2} : data::PersonRef{};
                    water.last_patrol_on = patrol;
                    const WaterRisk risk{&water, risk_score(water, {}, season_of(monday, {}), monday, {}), {}};
                    for (const auto measure : measures)
                        CHECK(measure_of(water, measure, monday, {}) == measure_at(risk, measure));
                }
}

TEST_CASE("what a water is known to lack becomes one case, to the department of its kind and the unit named", "[water]")
{
    const auto water = a_fishpond();
    const auto snapshot = an_empty_snapshot();
    const auto made = gap_cases(*snapshot, gaps_of(water, by_default, true).counts,
                                {.opened_on = monday, .due_on = on(2026, 12, 10)});
    REQUIRE(made.cases.size() == 1);
    const auto& opened = made.cases.front();
    CHECK(opened.subject_kind == "water");
    CHECK(opened.subject_key == "W1");
    CHECK(opened.department == "agriculture");
    // The pole, which nobody looked for, is no matter for a case.
    CHECK(rules_of(opened) == Ids{"WATER-LIFEBUOY-NONE", "WATER-ROPE-NONE", "WATER-DUTY-NONE", "WATER-PATROL-LATE"});
    CHECK(opened.rules[0].text == "水边没有救生圈");
    CHECK(opened.rules[0].basis.find("教基厅函〔2022〕18号") != std::string::npos);
    CHECK(opened.rules[0].evidence == R"([{"field":"water.lifebuoy","value":"no","source":null}])");
    CHECK(opened.matter.empty());
    REQUIRE(opened.addressees.size() == 1);
    CHECK(opened.addressees.front().name == "平安渔场");
    CHECK(opened.due_on == on(2026, 12, 10));
}

TEST_CASE("a case under way is joined by the gaps that it lacks, and left alone where it holds them all", "[water]")
{
    const auto water = a_fishpond();
    const auto found = gaps_of(water, by_default).counts;
    auto snapshot = an_empty_snapshot();
    data::Case living;
    living.number = "2026-0007";
    living.subject_kind = "water";
    living.subject_key = "W1";
    living.department = "agriculture";
    living.state = data::CaseState::sent;
    living.rules = {{.rule = "WATER-ROPE-NONE", .basis = {}, .text = {}, .evidence = {}}};
    snapshot->cases.push_back(living);
    const auto joined = gap_cases(*snapshot, found, {.opened_on = monday});
    REQUIRE(joined.cases.size() == 1);
    CHECK(rules_of(joined.cases.front()) == Ids{"WATER-LIFEBUOY-NONE", "WATER-DUTY-NONE", "WATER-PATROL-LATE"});

    for (const auto& gap : found)
        if (gap.rule->id != "WATER-ROPE-NONE")
            snapshot->cases.front().rules.push_back({.rule = rule_id(gap), .basis = {}, .text = {}, .evidence = {}});
    CHECK(gap_cases(*snapshot, found, {.opened_on = monday}).already_open == Ids{"2026-0007"});
    snapshot->cases.front().rules.clear();  // made by hand: nobody knows what it holds
    CHECK(gap_cases(*snapshot, found, {.opened_on = monday}).already_open == Ids{"2026-0007"});
    snapshot->cases.front().state = data::CaseState::closed;
    CHECK(gap_cases(*snapshot, found, {.opened_on = monday}).cases.size() == 1);
}

TEST_CASE("findings are narrowed by rule, county, department and water, and say of how many", "[water]")
{
    auto snapshot = an_empty_snapshot();
    auto second = a_fishpond();
    second.code = "W2";
    second.kind = data::WaterKind::river;
    second.county = data::Adcode{220881};
    add_to(*snapshot, second);
    add_to(*snapshot, a_fishpond());
    CHECK(gap_findings(*snapshot, by_default).counts.size() == 8);
    CHECK(gap_findings(*snapshot, by_default).counts.front().water->code == "W1");
    CHECK(gap_findings(*snapshot, by_default, {.rule = "WATER-ROPE-NONE"}).counts.size() == 2);
    CHECK(gap_findings(*snapshot, by_default, {.county = data::Adcode{220881}}).counts.size() == 4);
    CHECK(gap_findings(*snapshot, by_default, {.department = "water_affairs"}).counts.front().water->code == "W2");
    CHECK(gap_findings(*snapshot, by_default, {.waters = {"W2"}, .unverified = true}).counts.size() == 5);
    const auto count = count_gaps(*snapshot, by_default);
    CHECK(count.looked_at == 2);
    CHECK(count.waters == 2);
    CHECK(count.missing == std::array<std::size_t, 7>{0, 2, 2, 0, 0, 2, 2});
    CHECK(
        gap_findings_json(*snapshot, monday, 2,
                          gap_findings(*snapshot, by_default, {.rule = "WATER-ROPE-NONE", .waters = {"W1"}}),
                          Language::zh)
            .starts_with(R"({"as_of":"2026-11-23","looked_at":{"waters":2},"counts":{"WATER-ROPE-NONE":1},"findings":[)"
                         R"({"rule":"WATER-ROPE-NONE","severity":"rectify","subject":{"kind":"water","key":"W1"},)"
                         R"("county":"220802","since":null,"due":null,"department":"agriculture","basis":)"));
}

TEST_CASE("a gap that is waived does not count from its first to its last day, and stays listed", "[water]")
{
    data::Judging judging;
    judging.silencings = {{1, "waived", "WATER-ROPE-NONE", "W1", monday, day(2026, 12, 31), "冬季停用", "李某", ""},
                          {2, "waived", "WATER-POLE-NONE?", "W1", monday, monday, "待查", "李某", ""},
                          {3, "waived", "WATER-LIFEBUOY-NONE", "W2", monday, monday, "别处的", "李某", ""},
                          {4, "waived", "PLATE-NONE", "W1", monday, monday, "校车的", "李某", ""}};
    const auto water = a_fishpond();
    const auto counts = [&](data::Date date) {
        Ids ids;
        for (const auto& gap : gaps_of(water, gap_basis(judging, date), true).counts) ids.push_back(rule_id(gap));
        return ids;
    };
    CHECK(counts(monday) == Ids{"WATER-LIFEBUOY-NONE", "WATER-DUTY-NONE", "WATER-PATROL-LATE"});
    CHECK(counts(day(2026, 12, 31)).size() == 4);  // the pole is asked about again
    CHECK(counts(day(2027, 1, 1)).size() == 5);
    CHECK(counts(day(2026, 11, 22)).size() == 5);

    const auto basis = gap_basis(judging, monday);
    const auto found = gaps_of(water, basis, true);
    REQUIRE(found.waived.size() == 2);
    CHECK(found.waived[0].waiver->reason == "冬季停用");
    CHECK(rule_id(found.waived[1]) == "WATER-POLE-NONE?");
    auto snapshot = an_empty_snapshot();
    add_to(*snapshot, water);
    CHECK(count_gaps(*snapshot, basis).missing == std::array<std::size_t, 7>{0, 1, 0, 0, 0, 1, 1});
    CHECK(has_gap(water, basis));
    const auto json = gap_findings_json(*snapshot, monday, 1, gap_findings(*snapshot, basis), Language::zh);
    CHECK(json.find(R"("counts":{"WATER-DUTY-NONE":1,"WATER-LIFEBUOY-NONE":1,"WATER-PATROL-LATE":1})") !=
          std::string::npos);
    CHECK(json.find(R"("silenced":{"kind":"waived","reason":"冬季停用","by":"李某","until":"2026-12-31"}}]})") !=
          std::string::npos);
    CHECK(rules_of(gap_cases(*snapshot, found.counts, {.opened_on = monday}).cases.front()) ==
          Ids{"WATER-LIFEBUOY-NONE", "WATER-DUTY-NONE", "WATER-PATROL-LATE"});
}

TEST_CASE("each kind of water has the department that answers for it", "[water]")
{
    data::Water water;
    using enum data::WaterKind;
    for (const auto kind : {river, lake, reservoir, canal, ditch}) {
        water.kind = kind;
        CHECK(responsible_department(water) == "water_affairs");
    }
    for (const auto kind : {pond, sandpit, other, not_given}) {
        water.kind = kind;
        CHECK(responsible_department(water) == "township");
    }
}
