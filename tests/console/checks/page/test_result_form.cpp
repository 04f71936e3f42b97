#include "console/checks/page/result_form.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace xiaoan;
using namespace xiaoan::checks;
using namespace xiaoan::test;

namespace {

std::string answer(const ResultForm& form, std::string_view question)
{
    const auto answers = answers_of(form);
    const auto found = std::ranges::find(answers, question, [](const auto& each) { return each.first; });
    return found != answers.end() ? found->second : std::string{"-"};
}

}  // namespace

TEST_CASE("choices are answered by their numbers, apart by blanks or commas", "[results]")
{
    CHECK(picked("measures", "") == std::vector<std::size_t>{});
    CHECK(picked("measures", " 6，1 1") == std::vector<std::size_t>{0, 5});
    CHECK_FALSE(picked("measures", "7").has_value());  // there are six
    CHECK_FALSE(picked("measures", "0").has_value());
    CHECK_FALSE(picked("measures", "a").has_value());
    CHECK(toggled("measures", "6", 0) == "1 6");
    CHECK(toggled("measures", "1 6", 0) == "6");
}

TEST_CASE("what is typed becomes answers in the words of the questions; what stands empty is none", "[results]")
{
    ResultForm form;
    CHECK(fault_of(form) == "result.fault.vehicle");
    form.vehicle = "吉G12345";
    form.found = "11 2";
    form.measures = "2 6";
    form.handed_to = "2";
    form.time = "705";
    form.counted = "47";
    CHECK(fault_of(form).empty());
    CHECK(answer(form, "met") == "yes");
    CHECK(answer(form, "found") == "PLATE-NONE OVER-CAPACITY");
    CHECK(answer(form, "measures") == "transfer hand_over");
    CHECK(answer(form, "handed_to") == "police_traffic");
    CHECK(answer(form, "time") == "07:05");
    CHECK(answer(form, "counted") == "47");
    CHECK(answer(form, "note") == "-");
    CHECK(check_of(form, monday) == "20261123-1");

    form.handed_to = "1 2";
    CHECK(fault_of(form) == "result.fault.number");
    form.handed_to = "";
    form.counted = "4x";
    CHECK(fault_of(form) == "result.fault.count");
    form.place = "示例小学";
    form.team = "3";
    const ResultForm next = next_form(form);
    CHECK(next.team == "3");
    CHECK(next.place == "示例小学");
    CHECK(next.vehicle.empty());
    CHECK(next.found.empty());
}
