#include "console/enforcement/case_view.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using enforcement::case_view;
using enforcement::evidence_lines;
using language::Language;

TEST_CASE("frozen evidence reads as field, value and the row it came from", "[cases]")
{
    const std::string json =
        R"([{"field":"permit.valid_from","value":"2026-08-31","source":{"file":"洮北区许可.csv","sheet":null,"row":12}},)"
        R"({"field":"bus.inspection_until","value":"none","source":{"file":"洮南.xlsx","sheet":"校车","row":7}},)"
        R"({"field":"plate.issued_on","value":null,"source":null},{"field":"plate","value":null,"source":null}])";
    const auto lines = evidence_lines(json, Language::zh);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == "有效期起：2026-08-31（洮北区许可.csv 第 12 行）");
    CHECK(lines[1] == "检验有效期止：无（洮南.xlsx“校车”第 7 行）");
    CHECK(lines[2] == "发牌日期：未登记");
    CHECK(lines[3] == "标牌：登记簿中没有");
}

TEST_CASE("evidence that is no JSON is shown as it stands", "[cases]")
{
    CHECK(evidence_lines("", Language::zh).empty());
    CHECK(evidence_lines("[{", Language::zh) == std::vector<std::string>{"[{"});
    CHECK(evidence_lines("{}", Language::zh) == std::vector<std::string>{"{}"});
    CHECK(evidence_lines("[1]", Language::zh).empty());
}

data::Case expired_plate()
{
    data::Case opened;
    opened.number = "2026-0001";
    opened.state = data::CaseState::open;
    opened.department = "police_traffic";
    opened.county = data::Adcode{220802};
    opened.subject_kind = "bus";
    opened.subject_key = bus_number;
    opened.opened_on = day(2026, 11, 2);
    opened.due_on = on(2026, 11, 10);
    opened.rules = {{"PLATE-EXPIRED", "《条例》", "已过期", "[]"}};
    opened.events = {{"2026-11-02T09:15:02+08:00", "opened", "李某", "说明"}};
    return opened;
}

TEST_CASE("a case says of each finding whether it still stands on the date", "[cases]")
{
    const rules::Dossiers expired(a_snapshot(a_bus(), a_permit(), a_plate(on(2026, 11, 1)), a_run(), a_driver()));
    const rules::Dossiers renewed(a_snapshot(a_bus(), a_permit(), a_plate(on(2027, 11, 1)), a_run(), a_driver()));
    const auto opened = expired_plate();
    const auto standing = case_view(expired, opened, monday, Language::zh);
    CHECK(standing.stands);
    CHECK(standing.findings.at(0).standing == "截至 2026-11-23 仍存在");
    CHECK(standing.overdue_days == 13);
    CHECK(standing.subject == "吉G·10001");
    CHECK(standing.steps.at(0).at == "2026-11-02 09:15");
    CHECK(standing.steps.at(0).what == "开立");
    const auto gone = case_view(renewed, opened, monday, Language::zh);
    CHECK_FALSE(gone.stands);
    CHECK(gone.findings.at(0).standing == "截至 2026-11-23 已不存在");
}

TEST_CASE("a case whose findings are gone says so, and so does one that came back", "[cases]")
{
    const rules::Dossiers expired(a_snapshot(a_bus(), a_permit(), a_plate(on(2026, 11, 1)), a_run(), a_driver()));
    const rules::Dossiers renewed(a_snapshot(a_bus(), a_permit(), a_plate(on(2027, 11, 1)), a_run(), a_driver()));
    auto of = expired_plate();
    CHECK(case_view(renewed, of, monday, Language::zh).says == "截至 2026-11-23，开立时的问题已全部消除，待核实");
    CHECK(case_view(renewed, of, monday, Language::zh).next_text == "核实：问题已消除");
    CHECK(case_view(expired, of, monday, Language::zh).says.empty());
    CHECK(case_view(expired, of, monday, Language::zh).next_text == "发函");
    of.state = data::CaseState::closed;
    CHECK(case_view(renewed, of, monday, Language::zh).says.empty());
    CHECK(case_view(expired, of, monday, Language::zh).says == "截至 2026-11-23，问题又存在或仍存在，可重新督办");
    of.state = data::CaseState::verified;
    CHECK(case_view(expired, of, monday, Language::zh).says == "核实之后问题又出现（截至 2026-11-23）");
    CHECK(case_view(expired, of, monday, Language::zh).next_text == "核实或再催");
}

TEST_CASE("a step says its day, its letter, its deadline and its files", "[cases]")
{
    auto of = expired_plate();
    of.events.push_back({.at = "2026-11-12T10:00:00+08:00",
                         .what = "replied",
                         .by = "李某",
                         .text = "在办",
                         .on = on(2026, 11, 10),
                         .due_on = {},
                         .document = "洮公交函〔2026〕3号",
                         .stands = {},
                         .n = 2});
    of.events.push_back({.at = "2026-11-12T10:05:00+08:00",
                         .what = "extended",
                         .by = "李某",
                         .text = "检修",
                         .on = on(2026, 11, 12),
                         .due_on = on(2026, 11, 30),
                         .document = {},
                         .stands = {},
                         .n = 3});
    of.attachments = {{2, "照片.jpg", 1536, std::string(64, 'a')}};
    of.addressees = {{false, "洮南市公安局"}, {true, "洮南市人民政府"}};
    const auto view = case_view(rules::Dossiers(a_snapshot()), of, monday, Language::zh);
    CHECK(view.steps.at(1).at == "2026-11-10（2026-11-12 10:00 登记）");
    CHECK(view.steps.at(1).what == "回复  洮公交函〔2026〕3号");
    CHECK(view.steps.at(1).notes == std::vector<std::string>{"附件：照片.jpg（2 KB）"});
    CHECK(view.steps.at(2).at == "2026-11-12 10:05");
    CHECK(view.steps.at(2).notes == std::vector<std::string>{"期限 2026-11-30"});
    CHECK(view.addressees == std::vector<std::string>{"主送：洮南市公安局", "抄送：洮南市人民政府"});
}

TEST_CASE("what else speaks of a case is named with it", "[cases]")
{
    data::Meeting met;
    met.number = "联席2026-03";
    met.held_on = on(2026, 11, 12);
    met.agreed = "月底前补齐标牌";
    met.cases = "2026-0009、2026-0001";
    data::Assignment task;
    task.number = "交办2026-07";
    task.case_number = "2026-0001";
    task.department = data::Department::transport;
    task.what = "核对许可";
    task.due_on = on(2026, 11, 30);
    data::Handover handed;
    handed.number = "移交2026-02";
    handed.case_number = "2026-0001";
    handed.to = data::Department::police_traffic;
    auto other = task;
    other.number = "交办2026-08";
    other.case_number = "2026-0002";
    auto of = expired_plate();
    of.item = "23.2";
    const auto view = case_view(rules::Dossiers(a_snapshot(met, task, other, handed)), of, monday, Language::zh);
    CHECK(view.links == std::vector<std::string>{"任务台账 23.2  ", "会议 联席2026-03（2026-11-12）：月底前补齐标牌",
                                                 "交办 交办2026-07（交通运输，2026-11-30 前）：核对许可",
                                                 "移交 移交2026-02：公安交管，回执未到（—）"});
}

TEST_CASE("a step that the state forbids is explained, one it allows is not", "[cases]")
{
    auto of = expired_plate();
    CHECK(enforcement::why_not(of, data::CaseStep::sent, Language::zh).empty());
    CHECK(enforcement::why_not(of, data::CaseStep::urged, Language::zh) == "督办事项 2026-0001 还有内容未发函，先发函");
    of.state = data::CaseState::closed;
    CHECK(enforcement::why_not(of, data::CaseStep::replied, Language::zh) == "督办事项 2026-0001 已办结");
}

TEST_CASE("a size is told in the unit that fits", "[cases]")
{
    CHECK(enforcement::size_text(1023) == "1023 B");
    CHECK(enforcement::size_text(1024) == "1 KB");
    CHECK(enforcement::size_text(20 * 1024 * 1024) == "20.0 MB");
}

TEST_CASE("a case whose bus left the register says so", "[cases]")
{
    const rules::Dossiers empty(a_snapshot());
    const auto view = case_view(empty, expired_plate(), monday, Language::zh);
    CHECK_FALSE(view.has_subject);
    CHECK_FALSE(view.stands);
}

}  // namespace
