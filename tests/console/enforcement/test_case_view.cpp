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
        R"({"field":"plate.issued_on","value":null,"source":null}])";
    const auto lines = evidence_lines(json, Language::zh);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == "有效期起：2026-08-31（洮北区许可.csv 第 12 行）");
    CHECK(lines[1] == "检验有效期止：无（洮南.xlsx“校车”第 7 行）");
    CHECK(lines[2] == "发牌日期：未登记");
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

TEST_CASE("a case whose bus left the register says so", "[cases]")
{
    const rules::Dossiers empty(a_snapshot());
    const auto view = case_view(empty, expired_plate(), monday, Language::zh);
    CHECK_FALSE(view.has_subject);
    CHECK_FALSE(view.stands);
}

}  // namespace
