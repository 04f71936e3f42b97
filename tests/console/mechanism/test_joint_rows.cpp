#include "console/mechanism/joint_json.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using language::Language;
using mechanism::JointFilter;
using mechanism::JointKind;

constexpr data::Adcode taobei{220802}, taonan{220881};

data::Assignment an_assignment(std::string number, data::DateCell due_on, data::DateCell done_on = {},
                               data::Adcode county = taonan)
{
    data::Assignment of;
    of.number = std::move(number);
    of.department = data::Department::transport;
    of.county = county;
    of.what = "核对许可";
    of.due_on = due_on;
    of.done_on = done_on;
    return of;
}

std::shared_ptr<const data::Snapshot> with_counties(const std::shared_ptr<const data::Snapshot>& of)
{
    auto snapshot = std::make_shared<data::Snapshot>(*of);
    auto region = std::make_shared<data::Region>();
    region->counties = {{taobei, "洮北区", "Taobei"}, {taonan, "洮南市", "Taonan"}};
    snapshot->region = region;
    return snapshot;
}

std::vector<std::string> keys(const std::vector<mechanism::JointRow>& rows)
{
    std::vector<std::string> all;
    for (const auto& row : rows) all.push_back(row.key);
    return all;
}
using Keys = std::vector<std::string>;

TEST_CASE("assignments stand the open ones first, of them the longest late", "[joint]")
{
    const auto snapshot = with_counties(a_snapshot(
        an_assignment("A1", on(2026, 11, 20), on(2026, 11, 19)), an_assignment("A2", on(2026, 12, 1)),
        an_assignment("A3", on(2026, 11, 10)), an_assignment("A4", on(2026, 11, 20)),
        an_assignment("A5", on(2026, 11, 22), {}, taobei), an_assignment("A6", on(2026, 11, 21), {}, data::Adcode{})));
    const auto rows = [&](const JointFilter& filter) {
        return mechanism::joint_rows(*snapshot, JointKind::assignments, monday, filter, Language::zh);
    };
    CHECK(keys(rows({})) == Keys{"A3", "A4", "A6", "A5", "A2", "A1"});
    CHECK(keys(rows({.only_open = true})) == Keys{"A3", "A4", "A6", "A5", "A2"});
    CHECK(keys(rows({.county = taobei})) == Keys{"A6", "A5"});  // what is the whole city's is each county's
    CHECK(rows({.department = "education"}).empty());
    const auto first = rows({}).front();
    CHECK(first.late_days == 13);
    CHECK(first.cells == Keys{"A3", "交通运输", "洮南市", "核对许可", "2026-11-10  逾期 13 天", "—", "", "", ""});
}

TEST_CASE("a hand-over says how long its receipt is awaited, or when it came", "[joint]")
{
    data::Handover waiting;
    waiting.number = "H1";
    waiting.from = data::Department::education;
    waiting.to = data::Department::police_traffic;
    waiting.what = "线索";
    waiting.handed_on = on(2026, 11, 13);
    auto received = waiting;
    received.number = "H2";
    received.received_on = on(2026, 11, 16);
    received.receipt = "洮公回〔2026〕5号";
    const auto snapshot = with_counties(a_snapshot(received, waiting));
    const auto rows = mechanism::joint_rows(*snapshot, JointKind::handovers, monday, {}, Language::zh);
    CHECK(keys(rows) == Keys{"H1", "H2"});
    CHECK(rows[0].cells[6] == "待回执 10 天");
    CHECK(rows[1].cells[6] == "2026-11-16  洮公回〔2026〕5号");
    CHECK(mechanism::joint_rows(*snapshot, JointKind::handovers, monday, {.department = "police_traffic"}, Language::zh)
              .size() == 2);
    CHECK(mechanism::joint_rows(*snapshot, JointKind::handovers, monday, {.department = "transport"}, Language::zh)
              .empty());
}

TEST_CASE("meetings stand newest first", "[joint]")
{
    data::Meeting early;
    early.number = "M1";
    early.kind = data::MeetingKind::joint;
    early.held_on = on(2026, 3, 1);
    auto late = early;
    late.number = "M2";
    late.kind = data::MeetingKind::on_site;
    late.held_on = on(2026, 11, 1);
    const auto snapshot = with_counties(a_snapshot(early, late));
    const auto rows = mechanism::joint_rows(*snapshot, JointKind::meetings, monday, {}, Language::zh);
    CHECK(keys(rows) == Keys{"M2", "M1"});
    CHECK(rows[0].cells[1] == "现场会");
    CHECK(rows[0].cells[3] == "全市");
}

TEST_CASE("the next number follows the highest of its form in the year", "[joint]")
{
    const auto next = [](const auto& snapshot, JointKind kind, data::Date as_of) {
        return mechanism::next_number(*snapshot, kind, as_of);
    };
    const auto snapshot = a_snapshot(an_assignment("交办2026-007", {}), an_assignment("交办2026-003", {}),
                                     an_assignment("交办2025-099", {}), an_assignment("局字 8", {}));
    CHECK(next(snapshot, JointKind::assignments, monday) == "交办2026-008");
    CHECK(next(snapshot, JointKind::assignments, day(2027, 1, 4)) == "交办2027-001");
    CHECK(next(snapshot, JointKind::meetings, monday) == "会议2026-001");
    CHECK(next(snapshot, JointKind::handovers, monday) == "移交2026-001");
}

TEST_CASE("a record's facts are those that are given, in words", "[joint]")
{
    auto of = an_assignment("A1", on(2026, 11, 20));
    of.case_number = "2026-0001";
    const auto snapshot = with_counties(a_snapshot(of));
    const auto facts = mechanism::joint_facts(*snapshot, JointKind::assignments, "A1", Language::zh);
    std::string text;
    for (const auto& fact : facts) text += fact.label + "：" + fact.value + "；";
    CHECK(text == "交办编号：A1；督办编号：2026-"
                  "0001；责任部门：交通运输；县区：洮南市；交办内容：核对许可；完成时限：2026-11-20；");
    CHECK(mechanism::joint_facts(*snapshot, JointKind::assignments, "A9", Language::zh).empty());
}

TEST_CASE("records are JSON with every field, and how late they are", "[joint]")
{
    const auto snapshot = with_counties(a_snapshot(an_assignment("A3", on(2026, 11, 10))));
    const auto rows = mechanism::joint_rows(*snapshot, JointKind::assignments, monday, {}, Language::zh);
    CHECK(mechanism::joint_json(*snapshot, JointKind::assignments, rows) ==
          R"({"assignments":[{"number":"A3","meeting":null,"item":null,"case":null,"department":"transport",)"
          R"("county":"220881","what":"核对许可","due_on":"2026-11-10","done_on":null,"result":null,)"
          R"("overdue_days":13}]})");
    CHECK(mechanism::joint_json(*snapshot, JointKind::contacts, {}) == R"({"contacts":[]})");
}

}  // namespace
