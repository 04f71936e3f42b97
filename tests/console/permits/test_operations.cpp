#include "console/permits/operations_tables.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

data::Bus bus_of(std::string number, std::string run_by, std::uint32_t county = 220802)
{
    auto bus = a_bus(std::move(number));
    bus.run_by = std::move(run_by);
    bus.county = data::Adcode{county};
    return bus;
}

data::Operator an_operator(std::string name, data::OperatorKind kind, data::Answer purchased)
{
    data::Operator made;
    made.uscc = name;
    made.name = std::move(name);
    made.kind = kind;
    made.government_purchased = purchased;
    return made;
}

data::Run run_of(std::string number, std::optional<int> riders, std::string route = "L1")
{
    auto run = a_run();
    run.registration_number = std::move(number);
    run.route = std::move(route);
    run.riders = riders;
    return run;
}

data::Route route_of(std::string code, data::Direction direction)
{
    data::Route route;
    route.code = std::move(code);
    route.direction = direction;
    return route;
}

template <class... Records>
permits::Operations told(const Records&... records)
{
    return permits::operations(rules::Dossiers(a_snapshot(records...)), monday);
}

TEST_CASE("buses in service are counted by the kind of their operator and by county", "[permits]")
{
    using enum data::OperatorKind;
    const auto found =
        told(bus_of("吉G10001", "甲"), bus_of("吉G10002", "乙", 220881), bus_of("吉G10003", "丙"),
             bus_of("吉G10004", "无此"), an_operator("甲", company, data::Answer::yes),
             an_operator("乙", school, data::Answer::no), an_operator("丙", public_bus, data::Answer::not_given));
    CHECK(found.city.buses() == 4);
    CHECK(found.city.company_run() == 2);
    CHECK(found.city.purchased == 1);
    CHECK(found.city.not_purchased == 1);
    CHECK(found.city.by_kind[0].buses == 1);  // an operator that the register does not hold
    REQUIRE(found.counties.size() == 2);
    CHECK(found.counties[0].county == data::Adcode{220802});
    CHECK(found.counties[1].by_kind[static_cast<std::size_t>(school)].buses == 1);
    CHECK(data::plain_text(data::Share{found.city.company_run(), found.city.buses()}) == "50 %");
    CHECK(data::plain_text(data::Share{1, 8}) == "13 %");  // 12.5
    CHECK(data::plain_text(data::Share{}).empty());
}

TEST_CASE("a bus that is not in service is not counted", "[permits]")
{
    auto suspended = bus_of("吉G10001", "甲");
    suspended.state = data::BusState::suspended;
    auto ended = run_of("吉G10002", 30);
    ended.to_on = data::DateCell{monday - std::chrono::days{1}};
    CHECK(told(suspended, bus_of("吉G10002", "甲"), ended).city.buses() == 0);
}

TEST_CASE("a bus carries its fullest direction, not morning and afternoon added up", "[permits]")
{
    using enum data::Direction;
    const auto found = told(bus_of("吉G10001", "甲"), route_of("M1", to_school), route_of("M2", to_school),
                            route_of("N1", from_school), run_of("吉G10001", 20, "M1"), run_of("吉G10001", 15, "M2"),
                            run_of("吉G10001", 33, "N1"));
    CHECK(found.city.riders() == 35);
    CHECK(found.city.seats == 36);
    CHECK(found.city.buses_without_riders == 0);
    CHECK(told(bus_of("吉G10001", "甲"), run_of("吉G10001", std::nullopt)).city.buses_without_riders == 1);
}

TEST_CASE("pupils who ride are what their schools say, silence is counted apart", "[permits]")
{
    data::School says, silent;
    says.code = "1";
    says.county = silent.county = data::Adcode{220802};
    says.riders = 120;
    silent.code = "2";
    const auto found = told(says, silent);
    CHECK(found.city.pupils_needing == 120);
    CHECK(found.city.schools_without_need == 1);
}

TEST_CASE("over time each month is told at its end", "[permits]")
{
    auto run = run_of("吉G10001", 30);
    run.from_on = on(2026, 9, 1);
    const rules::Dossiers dossiers(a_snapshot(bus_of("吉G10001", "甲"), run));
    const auto told = permits::operations_over_time(dossiers, monday, 3);
    REQUIRE(told.size() == 4);
    CHECK(told[0].as_of == day(2026, 8, 31));
    CHECK(told[0].city.buses() == 0);
    CHECK(told[1].as_of == day(2026, 9, 30));
    CHECK(told[1].city.buses() == 1);
    CHECK(told[3].as_of == monday);
}

TEST_CASE("the tables name every kind of operator, and a month tells the county asked for", "[permits]")
{
    const auto snapshot = a_snapshot(bus_of("吉G10001", "甲"), run_of("吉G10001", 30),
                                     an_operator("甲", data::OperatorKind::company, data::Answer::yes));
    const auto told = permits::operations_over_time(rules::Dossiers(snapshot), monday, 1);
    const auto counties = permits::operations_by_county(*snapshot, told.back(), language::Language::zh);
    REQUIRE(counties.rows.size() == 2);
    CHECK(counties.heads.size() == counties.rows[0].size());
    CHECK(counties.heads[2] == "公司");
    CHECK(std::get<std::int64_t>(counties.rows[0][2]) == 1);
    CHECK(data::plain_text(counties.rows[1][9]) == "100 %");
    const auto here = permits::operations_by_month(told, data::Adcode{220802}, language::Language::zh);
    CHECK(std::get<std::int64_t>(here.rows[1][1]) == 1);
    const auto there = permits::operations_by_month(told, data::Adcode{220881}, language::Language::zh);
    CHECK(std::get<std::int64_t>(there.rows[1][1]) == 0);
}

}  // namespace
