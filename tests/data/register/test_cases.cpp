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

TEST_CASE("a bus has one living case a department: a new finding joins it", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "done");
    REQUIRE(tried(in, a_step(CaseStep::sent)) == "done");
    auto later = a_case("吉G1", {"PLATE-NONE", "INSPECTION-OVERDUE"});
    later.opened_on = today + std::chrono::days{3};
    later.due_on = DateCell{today + std::chrono::days{10}};
    REQUIRE(tried(in, OpenCases{{later}}) == "done");
    const auto cases = in.snapshot().cases;
    REQUIRE(cases.size() == 1);
    const Case& joined = cases[0];
    CHECK(joined.state == CaseState::open);                           // the letter did not name it
    CHECK(joined.sent_on == DateCell{today});                         // and was sent all the same
    CHECK(joined.due_on == DateCell{today + std::chrono::days{10}});  // the earlier of both
    REQUIRE(joined.rules.size() == 2);
    CHECK(joined.rules[0].added_on.not_given());
    CHECK(joined.rules[1].rule == "INSPECTION-OVERDUE");
    CHECK(joined.rules[1].added_on == DateCell{today + std::chrono::days{3}});
    REQUIRE(joined.events.size() == 3);
    CHECK(joined.events[2].what == "finding_added");
    CHECK(joined.events[2].text == "请核实\n无校车标牌");
    CHECK(joined.events[2].due_on == DateCell{today + std::chrono::days{10}});

    auto last = a_case("吉G1", {"GPS-MISSING"});  // due later: the deadline stays
    REQUIRE(tried(in, OpenCases{{last}}) == "done");
    CHECK(in.snapshot().cases[0].due_on == DateCell{today + std::chrono::days{10}});
    CHECK(in.snapshot().cases[0].events.back().due_on.not_given());
    CHECK(in.verify().sound());
}

TEST_CASE("what the living case holds is not opened twice; an ended one makes room", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE", "PERMIT-NONE"})}}) == "done");
    CHECK(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "case_open_already 2026-0001 吉G1");
    CHECK(tried(in, OpenCases{{a_case("吉G2", {"PLATE-NONE"}), a_case("吉G1", {"PERMIT-NONE"})}}) ==
          "case_open_already 2026-0001 吉G1");
    CHECK(in.snapshot().cases.size() == 1);  // all of a command or nothing
    CHECK(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"}, "education")}}) == "done");
    CHECK(in.snapshot().cases.size() == 2);
    REQUIRE(tried(in, a_reply("2026-0001", "已受理")) == "done");
    CHECK(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}).starts_with("case_open_already"));
    REQUIRE(tried(in, a_step(CaseStep::closed)) == "done");
    CHECK(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "done");
    CHECK(in.snapshot().cases.size() == 3);
    CHECK(tried(in, a_step(CaseStep::reopened, "2026-0001", "又无标牌")) == "case_open_already 2026-0003 吉G1");
}

TEST_CASE("a case made by hand stands beside those of findings, one a matter", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "done");
    auto by_hand = a_case("吉G1", {});
    by_hand.matter = "群众反映超员";
    CHECK(tried(in, OpenCases{{by_hand}}) == "done");
    CHECK(tried(in, OpenCases{{by_hand}}).starts_with("case_open_already 2026-0002"));
    by_hand.matter = "群众反映改装座椅";
    CHECK(tried(in, OpenCases{{by_hand}}) == "done");
    OpenCase of_nothing;
    of_nothing.subject_kind = "matter";
    of_nothing.department = "transport";
    of_nothing.opened_on = today;
    CHECK(tried(in, OpenCases{{of_nothing}}) == "missing_field");
    of_nothing.matter = "站前路面包车接送学生";
    of_nothing.addressees = {{false, "洮南市交通运输局"}, {true, "洮南市人民政府办公室"}};
    of_nothing.item = "23.3";
    of_nothing.meeting = "联席2026-03";
    CHECK(tried(in, OpenCases{{of_nothing}}) == "done");
    const Case made = in.snapshot().cases.back();
    CHECK(made.matter == "站前路面包车接送学生");
    CHECK(made.addressees == of_nothing.addressees);
    CHECK(made.item == "23.3");
    CHECK(made.meeting == "联席2026-03");
    CHECK(made.due_on.not_given());
    // Nothing in the register proves its end.
    CHECK(tried(in, a_step(CaseStep::verified, "2026-0004")) == "nothing_to_verify 2026-0004");
    CHECK(tried(in, a_step(CaseStep::closed, "2026-0004")) == "by_hand_needs_reason 2026-0004");
    auto by_check = a_step(CaseStep::verified, "2026-0004", "现场未再发现");
    by_check.document = "联查2026-12";
    CHECK(tried(in, by_check) == "done");
    CHECK(tried(in, a_step(CaseStep::closed, "2026-0004")) == "done");
}

TEST_CASE("a case is walked to its end, and every step is kept with its day", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "done");
    const auto at = [](StepCase step, int days) {
        step.on = today + std::chrono::days{days};
        return step;
    };
    CHECK(tried(in, a_step(CaseStep::urged)) == "case_not_sent 2026-0001");
    auto letter = a_step(CaseStep::sent, "2026-0001", "请于期限前办理");
    letter.document = "白教函〔2026〕12号";
    letter.addressees = {{false, "洮南市公安局交通警察大队"}};
    CHECK(tried(in, letter) == "done");
    CHECK(tried(in, at(a_step(CaseStep::reminded), 12)) == "done");
    CHECK(tried(in, at(a_step(CaseStep::urged), 16)) == "done");
    CHECK(tried(in, at(a_step(CaseStep::escalated), 22)) == "done");
    CHECK(tried(in, at(a_reply("2026-0001", ""), 23)) == "missing_field");
    CHECK(tried(in, at(a_reply("2026-0001", "正在制牌"), 23)) == "done");
    auto longer = at(a_step(CaseStep::extended, "2026-0001", "制牌设备检修"), 23);
    CHECK(tried(in, longer) == "missing_field");
    longer.due_on = DateCell{today + std::chrono::days{15}};  // the deadline there is
    CHECK(tried(in, longer) == "due_not_later 2026-0001 2026-12-08");
    longer.due_on = DateCell{today + std::chrono::days{30}};
    longer.text.clear();
    CHECK(tried(in, longer) == "missing_field");
    longer.text = "制牌设备检修";
    CHECK(tried(in, longer) == "done");
    auto look = at(a_step(CaseStep::verified), 24);
    look.finding_stands = true;
    CHECK(tried(in, look) == "finding_stands_still 2026-0001 2026-12-17");
    auto end = at(a_step(CaseStep::closed), 24);
    end.finding_stands = true;
    CHECK(tried(in, end) == "finding_stands 2026-0001");
    look.finding_stands = false;
    CHECK(tried(in, look) == "done");
    CHECK(tried(in, at(a_step(CaseStep::sent), 25)) == "case_verified 2026-0001");
    end.finding_stands = false;
    CHECK(tried(in, end) == "done");
    CHECK(tried(in, end) == "case_closed 2026-0001");
    CHECK(tried(in, a_reply("2026-0001", "补充")) == "case_closed 2026-0001");
    CHECK(tried(in, a_step(CaseStep::noted, "2026-0001", "已归档")) == "done");
    CHECK(tried(in, a_step(CaseStep::opened)) == "case_begun 2026-0001");
    CHECK(tried(in, a_step(CaseStep::finding_added)) == "case_closed 2026-0001");

    const Case closed = in.snapshot().cases[0];
    CHECK(closed.state == CaseState::closed);
    CHECK(closed.closed_on == DateCell{today + std::chrono::days{24}});
    CHECK(closed.close_reason.empty());
    CHECK(closed.sent_on == DateCell{today});
    CHECK(closed.due_on == DateCell{today + std::chrono::days{30}});
    CHECK(closed.addressees == std::vector<CaseAddressee>{{false, "洮南市公安局交通警察大队"}});
    std::string steps;
    for (const CaseEvent& event : closed.events) steps += event.what + " ";
    CHECK(steps == "opened sent reminded urged escalated replied extended verified closed noted ");
    CHECK(closed.events[1].document == "白教函〔2026〕12号");
    CHECK(closed.events[2].on == DateCell{today + std::chrono::days{12}});
    CHECK(closed.events[2].at == coordinator.at);
    CHECK(closed.events[2].n == 3);
    CHECK(closed.events[6].due_on == DateCell{today + std::chrono::days{30}});
    CHECK(closed.events[7].stands == Answer::no);
    CHECK(closed.events[8].stands == Answer::no);
    CHECK(closed.events[9].stands == Answer::not_given);
    CHECK(in.verify().sound());
}

TEST_CASE("a case comes back to life with a reason, and is cancelled with one", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "done");
    CHECK(tried(in, a_step(CaseStep::reopened, "2026-0001", "问题反复")) == "case_not_ended 2026-0001");
    auto end = a_step(CaseStep::closed, "2026-0001", "车辆已转出");
    end.finding_stands = true;
    REQUIRE(tried(in, end) == "done");
    CHECK(in.snapshot().cases[0].close_reason == "车辆已转出");
    CHECK(in.snapshot().cases[0].events.back().stands == Answer::yes);
    CHECK(tried(in, a_step(CaseStep::reopened, "2026-0001", "又在运行")) == "done");
    Case reopened = in.snapshot().cases[0];
    CHECK(reopened.state == CaseState::open);
    CHECK(reopened.closed_on.not_given());
    CHECK(reopened.close_reason.empty());
    CHECK(tried(in, a_step(CaseStep::cancelled)) == "missing_field");
    CHECK(tried(in, a_step(CaseStep::cancelled, "2026-0001", "登记有误")) == "done");
    CHECK(in.snapshot().cases[0].state == CaseState::cancelled);
    CHECK(in.snapshot().cases[0].close_reason == "登记有误");
    CHECK(in.snapshot().cases[0].closed_on.not_given());
    CHECK(tried(in, a_reply("2026-0001", "补充")) == "case_cancelled 2026-0001");
    CHECK(tried(in, a_step(CaseStep::reopened, "2026-0001", "登记无误")) == "done");
}

TEST_CASE("a step is refused for a case that is not there, and before its opening", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(tried(in, OpenCases{{a_case("吉G1", {"PLATE-NONE"})}}) == "done");
    CHECK(tried(in, a_reply("2026-0009", "在办")) == "unknown_case 2026-0009");
    auto early = a_step(CaseStep::sent);
    early.on = today - std::chrono::days{1};
    CHECK(tried(in, early) == "step_before_opening 2026-0001 2026-11-23");
    early.on = today;
    CHECK(tried(in, early) == "done");
    CHECK(in.history({}).size() == 3);
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
    REQUIRE(tried(in, a_reply("2026-0001", "在办")) == "done");
    REQUIRE(tried(in, a_reply("2026-0001", "还在办")) == "done");  // touches the steps only
    CHECK(tried(in, UndoChange{ChangeId{2}}) == "later_change 3");
    REQUIRE(tried(in, UndoChange{ChangeId{4}}) == "done");
    REQUIRE(tried(in, UndoChange{ChangeId{3}}) == "done");
    CHECK(in.snapshot().cases[0].state == CaseState::open);
    CHECK(tried(in, UndoChange{ChangeId{2}}) == "done");
    CHECK(in.snapshot().cases.empty());
    CHECK(in.verify().sound());
}
