#include "console/tasks/task_evidence.hpp"
#include "tests/support/a_case.hpp"
#include "tests/support/a_fleet.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using tasks::TaskEvidence;
using Evidence = std::vector<TaskEvidence>;

constexpr data::Adcode taobei{220802}, taonan{220881};

data::PlanItem an_item(std::string proves, std::string item = "23.2")
{
    return {std::move(item), "", "许可", "Permits", "", {}, false, "", std::move(proves)};
}

Evidence of(const std::shared_ptr<const data::Snapshot>& snapshot, data::Adcode county, const data::PlanItem& item,
            data::Date as_of = monday)
{
    return tasks::CountyEvidence(rules::Dossiers(snapshot), county, as_of).of(item);
}

TEST_CASE("permits and plates are shares of the buses in service in the county", "[tasks]")
{
    const auto fleet = a_fleet_snapshot();
    // 洮北: one in order, one without permit or plate. 洮南: three in service with both; the parked one does not count.
    CHECK(of(fleet, taobei, an_item("permits plates")) ==
          Evidence{{"buses_with_permit", "1/2"}, {"buses_with_plate", "1/2"}});
    CHECK(of(fleet, taonan, an_item("permits plates inspections")) ==
          Evidence{{"buses_with_permit", "3/3"}, {"buses_with_plate", "3/3"}, {"buses_inspected", "2/3"}});
    // From the day after its last one a plate holds no more.
    CHECK(of(fleet, taonan, an_item("plates"), day(2026, 12, 1)) == Evidence{{"buses_with_plate", "3/3"}});
    CHECK(of(fleet, taonan, an_item("plates"), day(2026, 12, 2)) == Evidence{{"buses_with_plate", "2/3"}});
    CHECK(of(fleet, taonan, an_item("")).empty());
    CHECK(of(fleet, taonan, an_item("unheard")).empty());
}

TEST_CASE("cases count for the item that they bear on", "[tasks]")
{
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot());
    snapshot->cases = {a_case("1", on(2026, 11, 20)), a_case("2", on(2026, 12, 20), data::CaseState::sent),
                       a_case("3", on(2026, 11, 1), data::CaseState::closed), a_case("4", on(2026, 11, 1)),
                       a_case("5", on(2026, 11, 1))};
    for (auto& each : snapshot->cases) each.item = "23.2";
    snapshot->cases[3].item = "23.3";
    snapshot->cases[4].county = taonan;
    CHECK(of(snapshot, taobei, an_item("cases")) ==
          Evidence{{"cases_living", "2"}, {"cases_overdue", "1"}, {"cases_closed", "1"}});
}

TEST_CASE("a water counts as equipped with all four, and as patrolled for thirty days", "[tasks]")
{
    data::Water whole;
    whole.county = taobei;
    whole.warning_sign = whole.lifebuoy = whole.rope = whole.pole = data::Answer::yes;
    whole.duty_unit = "瓦房镇政府";
    whole.last_patrol_on = on(2026, 10, 25);  // 29 days ago
    auto part = whole;
    part.pole = data::Answer::not_given;
    part.duty_unit.clear();
    part.last_patrol_on = on(2026, 10, 24);  // 30 days ago: no more
    auto elsewhere = whole;
    elsewhere.county = taonan;
    CHECK(of(a_snapshot(whole, part, elsewhere), taobei, an_item("waters")) ==
          Evidence{{"waters_with_holder", "1/2"}, {"waters_with_four_ones", "1/2"}, {"waters_patrolled", "1/2"}});
}

TEST_CASE("a school counts once, however many letters it sent, and drills count for a term", "[tasks]")
{
    data::School first, second;
    first.code = "1";
    second.code = "2";
    first.county = second.county = taobei;
    const auto entry = [](std::string school, data::EducationKind kind, data::DateCell when) {
        data::Education made;
        made.school = std::move(school);
        made.kind = kind;
        made.on = when;
        return made;
    };
    using enum data::EducationKind;
    const auto snapshot =
        a_snapshot(first, second, entry("1", letter, on(2026, 9, 1)), entry("1", letter, on(2026, 6, 1)),
                   entry("2", drill, on(2026, 5, 20)), entry("9", letter, on(2026, 9, 1)));
    CHECK(of(snapshot, taobei, an_item("letters")) == Evidence{{"schools_with_letter", "1/2"}});
    CHECK(of(snapshot, taobei, an_item("drills")) == Evidence{{"schools_with_drill", "0/2"}});
    CHECK(of(snapshot, taobei, an_item("drills"), day(2026, 11, 18)) == Evidence{{"schools_with_drill", "1/2"}});
    CHECK(of(snapshot, taobei, an_item("lessons")) == Evidence{{"schools_with_lesson", "0/2"}});
}

TEST_CASE("operators, agreements, meetings and assignments are told", "[tasks]")
{
    data::Operator company, lone;
    company.county = lone.county = taobei;
    company.kind = data::OperatorKind::company;
    company.government_purchased = data::Answer::yes;
    lone.kind = data::OperatorKind::individual;
    CHECK(of(a_snapshot(company, lone), taobei, an_item("operators")) ==
          Evidence{{"operators_companies", "1/2"}, {"operators_purchased", "1/2"}});

    data::School with, without, no_riders;
    with.code = "1";
    without.code = "2";
    no_riders.code = "3";
    with.county = without.county = no_riders.county = taobei;
    with.riders = without.riders = 20;
    data::Agreement filed;
    filed.school = "1";
    filed.filed_on = on(2026, 8, 1);
    CHECK(of(a_snapshot(with, without, no_riders, filed), taobei, an_item("agreements")) ==
          Evidence{{"schools_with_agreement", "1/2"}});

    data::Meeting ours, city, other;
    ours.held_on = city.held_on = other.held_on = on(2026, 11, 1);
    ours.county = taobei;
    ours.items = "22.1、23.2";
    other.items = "26";
    CHECK(of(a_snapshot(ours, city, other), taobei, an_item("meetings")) == Evidence{{"meetings_held", "2"}});

    data::Assignment done, late, elsewhere;
    done.item = late.item = elsewhere.item = "23.2";
    done.county = taobei;
    done.done_on = on(2026, 11, 1);
    late.due_on = on(2026, 11, 20);
    elsewhere.county = taonan;
    CHECK(of(a_snapshot(done, late, elsewhere), taobei, an_item("")) ==
          Evidence{{"assignments_done", "1/2"}, {"assignments_overdue", "1"}});
}

}  // namespace
