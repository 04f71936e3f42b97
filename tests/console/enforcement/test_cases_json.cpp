#include "console/enforcement/cases_json.hpp"
#include "tests/support/a_case.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using supervision::CaseRow;
using supervision::Standing;

TEST_CASE("cases are written to the letter of the contract", "[json]")
{
    auto opened = a_case("2026-0012", on(2026, 11, 20));
    opened.events = {{"2026-11-02T09:15:02+08:00", "opened", "王", "电话\"已\"告知"}};
    const auto other = a_case("2026-0013", {});
    const std::vector<CaseRow> rows{supervision::case_row(opened, Standing::stands, monday),
                                    supervision::case_row(other, Standing::stands, monday)};
    CHECK(enforcement::cases_json(rows, monday) ==
          R"({"cases":[{"number":"2026-0012","state":"open","department":"police_traffic","county":"220802",)"
          R"("subject":{"kind":"bus","key":"吉G10001"},"opened_on":"2026-11-02","due_on":"2026-11-20",)"
          R"("overdue_days":3,"rules":["PLATE-EXPIRED"],"events":[{"at":"2026-11-02T09:15:02+08:00",)"
          R"("what":"opened","by":"王","text":"电话\"已\"告知"}]},)"
          R"({"number":"2026-0013","state":"open","department":"police_traffic","county":"220802",)"
          R"("subject":{"kind":"bus","key":"吉G10001"},"opened_on":"2026-11-02","due_on":null,)"
          R"("overdue_days":0,"rules":["PLATE-EXPIRED"],"events":[]}]})");
    CHECK(enforcement::cases_json({}, monday) == R"({"cases":[]})");
}

TEST_CASE("all that is known of a case follows what the contract says", "[json]")
{
    auto of = after(a_case("2026-0012", on(2026, 12, 1), data::CaseState::sent), data::CaseStep::sent, day(2026, 11, 3),
                    {}, "白教函〔2026〕12号");
    of.sent_on = on(2026, 11, 3);
    of.item = "23.2";
    of.addressees = {{false, "洮南市公安局"}, {true, "洮南市人民政府"}};
    of.attachments = {{1, "函.pdf", 3, "ab"}};
    of.rules[0].evidence = R"([{"field":"plate.valid_to","value":"2026-10-31","source":null}])";
    const std::vector<CaseRow> rows{supervision::case_row(of, Standing::stands, monday)};
    CHECK(enforcement::cases_json(rows, monday, true) ==
          R"({"cases":[{"number":"2026-0012","state":"sent","department":"police_traffic","county":"220802",)"
          R"("subject":{"kind":"bus","key":"吉G10001"},"opened_on":"2026-11-02","due_on":"2026-12-01",)"
          R"("overdue_days":0,"rules":["PLATE-EXPIRED"],"events":[{"at":"2026-11-03T09:00:00+08:00",)"
          R"("what":"sent","by":"协调员","text":"","on":"2026-11-03","due_on":null,)"
          R"("document":"白教函〔2026〕12号","finding_stands":null}],"matter":null,"sent_on":"2026-11-03",)"
          R"("closed_on":null,"reason":null,"item":"23.2","meeting":null,"standing":"stands","next":"wait",)"
          R"("waiting_for":"department","urged":0,"findings":[{"rule":"PLATE-EXPIRED","basis":"b","text":"t",)"
          R"("added_on":null,"evidence":[{"field":"plate.valid_to","value":"2026-10-31","source":null}]}],)"
          R"("addressees":[{"role":"to","name":"洮南市公安局"},{"role":"copy","name":"洮南市人民政府"}],)"
          R"("attachments":[{"event":1,"name":"函.pdf","size":3,"sha256":"ab"}]}]})");
}

TEST_CASE("the report says period, total, counties, departments and calendar", "[json]")
{
    supervision::CaseReport report{.from = day(2026, 11, 1), .as_of = monday, .loads = {}, .counties = {}, .total = {}};
    report.total.living = 2;
    report.total.days = {3, 4};
    const std::vector<supervision::DueDay> calendar{{monday, true, 2}, {day(2026, 11, 24), std::nullopt, 0}};
    CHECK(enforcement::case_report_json(report, calendar) ==
          R"({"from":"2026-11-01","as_of":"2026-11-23","total":{"department":null,"county":null,"living":2,)"
          R"("bureau":0,"overdue":0,"urged":0,"escalated":0,"opened":0,"closed":0,"cancelled":0,"rectified":2,)"
          R"("median_days":3.5},"counties":[],"loads":[],"calendar":[{"date":"2026-11-23","works":true,"due":2},)"
          R"({"date":"2026-11-24","works":null,"due":0}]})");
}

}  // namespace
