#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;
using xiaoan::data::DateCell;

Judged insured(xiaoan::data::Date as_of, DateCell liability, DateCell compulsory)
{
    auto bus = a_bus();
    bus.liability_insurance_until = liability;
    bus.compulsory_insurance_until = compulsory;
    return judged(as_of, bus, a_permit(), a_plate(), a_run(), a_driver());
}

TEST_CASE("an insurance holds through its last day, and its lapse stops the bus", "[insurance]")
{
    const auto far = on(2027, 6, 30);
    CHECK(insured(monday, far, far).ids().empty());
    CHECK(insured(monday, on(2026, 11, 23), far).ids() == Ids{"INSURANCE-DUE-30"});
    const auto liability = insured(monday, on(2026, 11, 22), far);
    CHECK(liability.ids() == Ids{"INSURANCE-LAPSED-CARRIER"});
    CHECK(liability.grade("INSURANCE-LAPSED-CARRIER") == 'S');
    CHECK(liability.since("INSURANCE-LAPSED-CARRIER") == on(2026, 11, 23));
    CHECK(liability.find("INSURANCE-LAPSED-CARRIER")->department == xiaoan::rules::Department::education);
    const auto compulsory = insured(monday, far, on(2026, 11, 22));
    CHECK(compulsory.ids() == Ids{"INSURANCE-LAPSED-CTPL"});
    CHECK(compulsory.find("INSURANCE-LAPSED-CTPL")->department == xiaoan::rules::Department::police_traffic);
    CHECK(insured(monday, said_to_be_none(), said_to_be_none()).ids() ==
          Ids{"INSURANCE-LAPSED-CARRIER", "INSURANCE-LAPSED-CTPL"});
}

TEST_CASE("notice is given of the insurance that ends first", "[insurance]")
{
    const auto far = on(2027, 6, 30);
    CHECK(insured(monday, on(2026, 12, 24), far).ids().empty());
    const auto due = insured(monday, on(2026, 12, 23), on(2026, 12, 1));
    CHECK(due.ids() == Ids{"INSURANCE-DUE-30"});
    CHECK(due.grade("INSURANCE-DUE-30") == 'N');
    CHECK(due.due("INSURANCE-DUE-30") == on(2026, 12, 1));
    CHECK(due.since("INSURANCE-DUE-30") == on(2026, 11, 1));
    CHECK(due.text("INSURANCE-DUE-30") == "rule.INSURANCE-DUE-30.both");
}

TEST_CASE("an end that nobody wrote down is a gap of each rule that reads it", "[insurance]")
{
    CHECK(insured(monday, {}, on(2027, 6, 30)).ids() == Ids{"INSURANCE-LAPSED-CARRIER?", "INSURANCE-DUE-30?"});
    CHECK(insured(monday, on(2027, 6, 30), {}).ids() == Ids{"INSURANCE-LAPSED-CTPL?", "INSURANCE-DUE-30?"});
    CHECK(insured(monday, {}, on(2026, 12, 1)).ids() == Ids{"INSURANCE-DUE-30", "INSURANCE-LAPSED-CARRIER?"});
}

}  // namespace
