#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::DateCell;
using data::OperatorKind;
using std::chrono::days;

data::Route a_route()
{
    data::Route route;
    route.code = "L1";
    route.school = "2122000001";
    return route;
}

data::Agreement an_agreement(DateCell signed_on = on(2026, 8, 24), DateCell filed_on = on(2026, 8, 27))
{
    data::Agreement agreement;
    agreement.school = "2122000001";
    agreement.signed_with = "DEM-" + school_operator;
    agreement.signed_on = signed_on;
    agreement.filed_on = filed_on;
    return agreement;
}

data::Operator a_company(DateCell licence_until = on(2029, 6, 30))
{
    auto company = an_operator(school_operator, OperatorKind::company);
    company.transport_licence_until = licence_until;
    return company;
}

Judged run_by(const data::Operator& who, data::Date as_of = monday)
{
    return judged(as_of, a_bus(), a_permit(), a_plate(), a_run(), a_driver(), who, an_agreement(), a_route(),
                  a_maintenance(DateCell{as_of}));
}

TEST_CASE("a carrier said to have no transport licence may not run, whichever cell says so", "[operators]")
{
    auto without = a_company(DateCell{});
    without.transport_licence = "无";
    CHECK(run_by(without).ids() == Ids{"OPERATOR-INVALID"});
    without.transport_licence = {};
    CHECK(run_by(without).ids() == Ids{"OPERATOR-INVALID?"});
}

TEST_CASE("a carrier's transport licence holds through its last day", "[operators]")
{
    CHECK(run_by(a_company(on(2026, 11, 23))).ids().empty());
    const auto expired = run_by(a_company(on(2026, 11, 23)), monday + days{1});
    CHECK(expired.ids() == Ids{"OPERATOR-INVALID"});
    CHECK(expired.grade("OPERATOR-INVALID") == 'S');
    CHECK(expired.since("OPERATOR-INVALID") == on(2026, 11, 24));
    CHECK(expired.find("OPERATOR-INVALID")->department == rules::Department::transport);
    CHECK(run_by(a_company(said_to_be_none())).ids() == Ids{"OPERATOR-INVALID"});
    CHECK(run_by(a_company({})).ids() == Ids{"OPERATOR-INVALID?"});
    // A unit set up for school buses needs no such licence, nor does a school.
    auto unit = an_operator(school_operator, OperatorKind::school_bus_unit);
    CHECK(run_by(unit).ids().empty());
    unit.kind = OperatorKind::not_given;
    CHECK(run_by(unit).ids() == Ids{"OPERATOR-INVALID?"});
}

TEST_CASE("an operator that is not given, or not in the register, cannot be judged", "[operators]")
{
    auto bus = a_bus();
    bus.run_by = {};
    CHECK(judged(monday, bus, a_permit(), a_plate(), a_run(), a_driver()).ids() ==
          Ids{"OPERATOR-INVALID?", "AGREEMENT-NONE?"});
    bus.run_by = "某公司";
    CHECK(judged(monday, bus, a_permit(), a_plate(), a_run(), a_driver(), a_company()).ids() ==
          Ids{"OPERATOR-INVALID?", "AGREEMENT-NONE?"});
}

TEST_CASE("an operator that is not the school has a filed agreement with each school it serves", "[operators]")
{
    const auto with = [&](const data::Agreement& agreement, data::Date as_of = monday) {
        return judged(as_of, a_bus(), a_permit(), a_plate(), a_run(), a_driver(), a_company(), agreement, a_route());
    };
    CHECK(with(an_agreement()).ids().empty());
    auto other_school = an_agreement();
    other_school.school = "2122000002";
    const auto none = with(other_school);
    CHECK(none.ids() == Ids{"AGREEMENT-NONE"});
    CHECK(none.grade("AGREEMENT-NONE") == 'R');
    CHECK(none.text("AGREEMENT-NONE") == "rule.AGREEMENT-NONE.text");
    CHECK(none.since("AGREEMENT-NONE") == on(2026, 9, 1));
    const auto not_filed = with(an_agreement(on(2026, 8, 24), said_to_be_none()));
    CHECK(not_filed.ids() == Ids{"AGREEMENT-NONE"});
    CHECK(not_filed.text("AGREEMENT-NONE") == "rule.AGREEMENT-NONE.filed");
    CHECK(with(an_agreement(on(2026, 8, 24), {})).ids() == Ids{"AGREEMENT-NONE?"});
    CHECK(with(an_agreement(on(2026, 11, 24), on(2026, 11, 24))).ids() == Ids{"AGREEMENT-NONE"});
    CHECK(with(an_agreement(on(2026, 11, 2), on(2026, 11, 24))).text("AGREEMENT-NONE") == "rule.AGREEMENT-NONE.filed");
    auto by_name = an_agreement();
    by_name.signed_with = school_operator;
    CHECK(with(by_name).ids().empty());
}

TEST_CASE("a school that runs its own buses signs nothing", "[operators]")
{
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), a_run(), a_driver(), an_operator(), a_route()).ids().empty());
}

TEST_CASE("without a roster the route on the paper names the school", "[operators]")
{
    const auto ids = [&](const auto&... more) {
        return judged(monday, a_bus(), a_permit(), a_plate(), a_company(), more...).ids();
    };
    CHECK(ids(a_route(), an_agreement()) == Ids{"RUN?"});
    CHECK(ids(a_route()) == Ids{"AGREEMENT-NONE", "RUN?"});
    // No school is known: an operator without any agreement is surely without this one.
    CHECK(ids() == Ids{"AGREEMENT-NONE", "RUN?"});
    CHECK(ids(an_agreement()) == Ids{"AGREEMENT-NONE?", "RUN?"});
}

}  // namespace
