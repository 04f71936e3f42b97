#include "console/rules/text_key.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

TEST_CASE("upper-secondary pupils alone are outside the Regulations, in service or not", "[data]")
{
    auto bus = a_bus();
    bus.pupils_served = data::PupilsServed::senior;
    const auto found = judged(monday, bus, a_permit(), a_plate(), a_run(), a_driver());
    CHECK(found.ids() == Ids{"SCOPE-NONE"});
    CHECK(found.grade("SCOPE-NONE") == 'D');
    CHECK_FALSE(found.find("SCOPE-NONE")->gap);
    bus.state = data::BusState::suspended;
    CHECK(judged(monday, bus).ids() == Ids{"SCOPE-NONE"});
    bus.pupils_served = data::PupilsServed::not_given;
    CHECK(judged(monday, bus).ids() == Ids{"SCOPE-NONE?"});
}

TEST_CASE("a VIN that two buses carry is to be confirmed of both", "[data]")
{
    auto one = a_bus();
    one.vin = "LZYTDTE69D1012345";
    auto other = a_bus("吉G20002");
    other.vin = one.vin;
    other.state = data::BusState::deregistered;
    const rules::Dossiers dossiers(a_snapshot(one, other, a_bus("吉G30003")));
    for (const std::size_t index : {0U, 1U}) {
        const auto found = rules::judge_bus(dossiers, index, monday);
        CHECK(std::ranges::any_of(found, [](const auto& each) { return rules::rule_id(each) == "DUPLICATE"; }));
    }
    CHECK(dossiers.same_vin(0).front()->registration_number == "吉G20002");
    CHECK(dossiers.same_vin(2).empty());
    CHECK(judged(monday, one, other, a_permit(), a_plate(), a_run(), a_driver()).ids() == Ids{"DUPLICATE"});
}

TEST_CASE("a VIN whose check digit fails is to be confirmed; none is no gap", "[data]")
{
    auto bus = a_bus();
    bus.vin = "LZYTDTE60D1012345";
    const auto found = judged(monday, bus, a_permit(), a_plate(), a_run(), a_driver());
    CHECK(found.ids() == Ids{"ID-CHECK"});
    CHECK(found.grade("ID-CHECK") == 'D');
}

TEST_CASE("names printed in a list are a set, whatever stands between them", "[data]")
{
    using rules::printed_names_key;
    CHECK(printed_names_key("东门站、西门站") == printed_names_key("西门站，东门站"));
    CHECK(printed_names_key("东门站、西门站") == printed_names_key("东门站;西门 站;东门站"));
    CHECK(printed_names_key("东门站") != printed_names_key("东门"));
    CHECK(printed_names_key("") == rules::no_text);
    CHECK(printed_names_key("、") == rules::no_text);
    rules::NameSet names;
    names.add("西门站");
    names.add("东门站");
    CHECK(names.take() == printed_names_key("东门站、西门站"));
    CHECK(names.take() == rules::no_text);
}

}  // namespace
