#include "console/supervision/joint.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using supervision::listed;

TEST_CASE("an assignment is overdue from the day after its deadline until it is done", "[joint]")
{
    data::Assignment of;
    of.due_on = on(2026, 11, 20);
    CHECK(supervision::overdue_days(of, day(2026, 11, 20)) == 0);
    CHECK(supervision::overdue_days(of, day(2026, 11, 21)) == 1);
    of.done_on = on(2026, 11, 25);
    CHECK(supervision::overdue_days(of, day(2026, 11, 24)) == 4);  // as of that day it was not done
    CHECK(supervision::overdue_days(of, day(2026, 11, 25)) == 0);
    CHECK(supervision::is_done(of, day(2026, 11, 25)));
    of.due_on = of.done_on = {};
    CHECK(supervision::overdue_days(of, monday) == 0);
}

TEST_CASE("a hand-over waits until its receipt is back", "[joint]")
{
    data::Handover of;
    of.handed_on = on(2026, 11, 13);
    CHECK(supervision::waiting_days(of, day(2026, 11, 13)) == 0);
    CHECK(supervision::waiting_days(of, monday) == 10);
    of.received_on = on(2026, 11, 20);
    CHECK(supervision::waiting_days(of, day(2026, 11, 19)) == 6);
    CHECK(supervision::waiting_days(of, day(2026, 11, 20)) == 0);
}

TEST_CASE("a list in a field is cut at the marks that people use", "[joint]")
{
    CHECK(listed("22.1、23.2") == std::vector<std::string>{"22.1", "23.2"});
    CHECK(listed(" 22.1； 23.2，26;27, 30 ") == std::vector<std::string>{"22.1", "23.2", "26", "27", "30"});
    CHECK(listed("").empty());
    CHECK(listed("、").empty());
}

data::Contact a_contact(data::Department department, std::uint32_t county, std::string unit)
{
    data::Contact contact;
    contact.department = department;
    contact.county = data::Adcode{county};
    contact.unit = std::move(unit);
    return contact;
}

TEST_CASE("a letter goes to the county's contact, else to the city's", "[joint]")
{
    using enum data::Department;
    const auto snapshot = a_snapshot(
        a_contact(police_traffic, 0, "白城市公安局交警支队"), a_contact(police_traffic, 220881, "洮南市公安局交警大队"),
        a_contact(police_traffic, 220881, "洮南市公安局"), a_contact(transport, 220881, "洮南市交通运输局"));
    const auto unit = [&](std::string_view department, std::uint32_t county) {
        const auto* found = supervision::contact_of(*snapshot, department, data::Adcode{county});
        return found != nullptr ? found->unit : std::string{"none"};
    };
    CHECK(unit("police_traffic", 220881) == "洮南市公安局交警大队");
    CHECK(unit("police_traffic", 220802) == "白城市公安局交警支队");
    CHECK(unit("police_traffic", 0) == "白城市公安局交警支队");
    CHECK(unit("transport", 220802) == "none");
    CHECK(unit("education", 220881) == "none");
}

}  // namespace
