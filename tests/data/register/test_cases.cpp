#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

constexpr Date today{std::chrono::year{2026} / 11 / 23};

OpenCase a_case(std::string_view bus, std::initializer_list<std::string_view> rules,
                std::string_view department = "police_traffic")
{
    OpenCase asked{"bus",
                   std::string{bus},
                   Adcode{220881},
                   std::string{department},
                   today,
                   DateCell{today + std::chrono::days{15}},
                   {},
                   "请核实"};
    for (const auto rule : rules)
        asked.rules.push_back({std::string{rule}, "校车安全管理条例 第十五条", "无校车标牌", "[]"});
    return asked;
}

template <class Asked>
std::string tried(Register& in, const Asked& asked)
{
    const auto done = in.apply(asked, coordinator);
    if (done) return "done";
    std::string answer = done.error().reason;
    for (const auto& argument : done.error().arguments) answer += " " + argument;
    return answer;
}

}  // namespace

TEST_CASE("a case is opened with its frozen findings and a running number of the year", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(in.apply(OpenCases{{a_case("吉G1", {"PLATE-NONE"}), a_case("吉G2", {"PLATE-NONE", "PERMIT-EXPIRED"})}},
                     coordinator));
    const auto snapshot = in.snapshot();
    REQUIRE(snapshot.cases.size() == 2);
    const Case& opened = snapshot.cases[1];
    CHECK(snapshot.cases[0].number == "2026-0001");
    CHECK(opened.number == "2026-0002");
    CHECK(opened.state == CaseState::open);
    CHECK(opened.subject_key == "吉G2");
    CHECK(opened.county == Adcode{220881});
    CHECK(opened.due_on == DateCell{today + std::chrono::days{15}});
    REQUIRE(opened.rules.size() == 2);
    CHECK(opened.rules[1].rule == "PERMIT-EXPIRED");
    CHECK(opened.rules[1].basis == "校车安全管理条例 第十五条");
    REQUIRE(opened.events.size() == 1);
    CHECK(opened.events[0].what == "opened");
    CHECK(opened.events[0].by == "协调员");
    CHECK(opened.events[0].at == coordinator.at);
    CHECK(opened.events[0].text == "请核实");
    CHECK(snapshot.find_case("2026-0002") == &opened);
    CHECK(snapshot.find_case("2026-0003") == nullptr);
    CHECK(in.history({}).front().touched == 2);
}

TEST_CASE("numbers start anew each year and are never given twice", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto first = in.apply(OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}, coordinator);
    REQUIRE(in.apply(UndoChange{**first}, coordinator));
    REQUIRE(in.apply(OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}, coordinator));
    auto later = a_case("吉G2", {"PLATE-NONE"});
    later.opened_on = Date{std::chrono::year{2027} / 1 / 4};
    later.due_on = {};
    REQUIRE(in.apply(OpenCases{{later}}, coordinator));
    const auto cases = in.snapshot().cases;
    REQUIRE(cases.size() == 2);
    CHECK(cases[0].number == "2026-0002");
    CHECK(cases[1].number == "2027-0001");
}

TEST_CASE("what a case not yet closed covers is not opened twice", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE", "PERMIT-NONE"})}}) == "done");
    CHECK(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "case_open_already 2026-0001 吉G1");
    CHECK(tried(in, OpenCases{{a_case("吉G2", {"PLATE-NONE"}), a_case("吉G1", {"PERMIT-NONE"})}}) ==
          "case_open_already 2026-0001 吉G1");
    CHECK(in.snapshot().cases.size() == 1);  // all of a command or nothing
    CHECK(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"}, "education")}}) == "done");
    CHECK(tried(in, OpenCases{{a_case("吉G1", {"INSPECTION-OVERDUE"})}}) == "done");
    CHECK(tried(in, OpenCases{{a_case("吉G1", {})}}) == "done");
    CHECK(tried(in, OpenCases{{a_case("吉G1", {})}}).starts_with("case_open_already"));
    REQUIRE(tried(in, ReplyCase{"2026-0001", "已受理"}) == "done");
    CHECK(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}).starts_with("case_open_already"));
    REQUIRE(tried(in, CloseCase{"2026-0001", "已补办标牌", today, false}) == "done");
    CHECK(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "done");
}

TEST_CASE("a case is replied to and closed, and every step is kept", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "done");
    CHECK(tried(in, ReplyCase{"2026-0009", "在办"}) == "unknown_case 2026-0009");
    CHECK(tried(in, ReplyCase{"2026-0001", ""}) == "missing_field");
    CHECK(tried(in, ReplyCase{"2026-0001", "在办"}) == "done");
    CHECK(tried(in, ReplyCase{"2026-0001", "还在办"}) == "done");
    CHECK(in.snapshot().cases[0].state == CaseState::replied);
    CHECK(tried(in, CloseCase{"2026-0001", "", today, true}) == "finding_stands 2026-0001");
    CHECK(tried(in, CloseCase{"2026-0001", "", today, false}) == "done");
    CHECK(tried(in, CloseCase{"2026-0001", "", today, false}) == "case_closed 2026-0001");
    CHECK(tried(in, ReplyCase{"2026-0001", "补充"}) == "case_closed 2026-0001");
    const Case closed = in.snapshot().cases[0];
    CHECK(closed.state == CaseState::closed);
    CHECK(closed.closed_on == DateCell{today});
    REQUIRE(closed.events.size() == 4);
    CHECK(closed.events[2].text == "还在办");
    CHECK(closed.events[3].what == "closed");
    CHECK(in.verify().sound());
}

TEST_CASE("a case that stands is closed only with a reason", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "done");
    CHECK(tried(in, CloseCase{"2026-0001", "车辆已转出", today, true}) == "done");
    CHECK(in.snapshot().cases[0].close_reason == "车辆已转出");
}

TEST_CASE("a case without subject or department, or due before it opens, is refused", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    CHECK(tried(in, OpenCases{{a_case("", {"PLATE-NONE"})}}) == "missing_field");
    CHECK(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"}, "")}}) == "missing_field");
    auto late = a_case("吉G1", {"PLATE-NONE"});
    late.due_on = DateCell{today - std::chrono::days{1}};
    CHECK(tried(in, OpenCases{{late}}) == "due_before_opening");
    late.due_on = DateCell{today};
    CHECK(tried(in, OpenCases{{late}}) == "done");
    CHECK(tried(in, OpenCases{}) == "done");
    CHECK(in.history({}).size() == 2);
}

TEST_CASE("the opening of a case is not undone once it was replied to", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "done");  // change 2
    REQUIRE(tried(in, ReplyCase{"2026-0001", "在办"}) == "done");
    REQUIRE(tried(in, ReplyCase{"2026-0001", "还在办"}) == "done");  // touches the steps only
    CHECK(tried(in, UndoChange{ChangeId{2}}) == "later_change 3");
    REQUIRE(tried(in, UndoChange{ChangeId{4}}) == "done");
    REQUIRE(tried(in, UndoChange{ChangeId{3}}) == "done");
    CHECK(in.snapshot().cases[0].state == CaseState::open);
    CHECK(tried(in, UndoChange{ChangeId{2}}) == "done");
    CHECK(in.snapshot().cases.empty());
    CHECK(in.verify().sound());
}
