#include "data/intake/import.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

TEST_CASE("an application becomes the permit that was granted on it", "[data][intake]")
{
    ImportDesk desk;
    const auto* applied = "许可编号,号牌号码,县区,申请日期,受理日期\n,吉G12345,洮南市,2026-08-06,2026-08-07\n";
    const auto* granted = "许可编号,号牌号码,县区,申请日期,受理日期,决定日期,审批结果\n"
                          "1号,吉G12345,洮南市,2026-08-06,2026-08-07,2026-08-26,准予\n";
    CHECK(counts(desk.import_text(applied)) == "rows 1 added 1");
    CHECK(counts(desk.import_text(granted)) == "rows 1 changed 1");
    REQUIRE(desk.all<Permit>().size() == 1);
    CHECK(desk.all<Permit>().front().number == "1号");
    CHECK(counts(desk.import_text(granted)) == "rows 1 unchanged 1");
    CHECK(counts(desk.import_text(applied)) == "rows 1 unchanged 1");  // the old list again
    CHECK(desk.all<Permit>().size() == 1);
    CHECK(desk.changes() == 3);
}

TEST_CASE("an application and its permit in one file are one record, in either order", "[data][intake]")
{
    for (const bool application_first : {true, false}) {
        const std::string application = ",吉G12345,2026-08-06,2026-08-07,,\n";
        const std::string permit = "1号,吉G12345,2026-08-06,,2026-08-26,准予\n";
        const std::string ledger = "许可编号,号牌号码,申请日期,受理日期,决定日期,审批结果\n" +
                                   (application_first ? application + permit : permit + application);
        ImportDesk desk;
        CAPTURE(application_first);
        CHECK(counts(desk.import_text(ledger)) == "rows 2 added 1 unchanged 1");
        REQUIRE(desk.all<Permit>().size() == 1);
        const Permit permit_now = desk.all<Permit>().front();
        CHECK(permit_now.number == "1号");
        CHECK(permit_now.accepted_on.has_date());
        CHECK(permit_now.decided_on.has_date());
        CHECK(counts(desk.import_text(ledger)) == "rows 2 unchanged 2");
    }
}

TEST_CASE("a claim becomes the plate that was issued on it", "[data][intake]")
{
    ImportDesk desk;
    const auto* claimed = "标牌编号,号牌号码,领取表日期\n,吉G12345,2026-08-02\n";
    const auto* issued =
        "标牌编号,号牌号码,领取表日期,发牌日期,有效期止\n吉校牌1,吉G12345,2026-08-02,2026-08-04,2026-12\n";
    CHECK(counts(desk.import_text(claimed)) == "rows 1 added 1");
    CHECK(counts(desk.import_text(issued)) == "rows 1 changed 1");
    REQUIRE(desk.all<Plate>().size() == 1);
    CHECK(desk.all<Plate>().front().number == "吉校牌1");
    CHECK(desk.all<Plate>().front().valid_to == DateCell{*date_from_iso("2026-12-31")});  // a month alone: its last day
    CHECK(counts(desk.import_text(claimed)) == "rows 1 unchanged 1");
    CHECK(counts(desk.import_text(issued)) == "rows 1 unchanged 1");
}

TEST_CASE("a granted permit, an issued plate and an application without its date are not let in unnamed",
          "[data][intake]")
{
    ImportDesk desk;
    const auto permits =
        desk.import_text("许可编号,号牌号码,申请日期,审批结果\n,吉G12345,2026-08-06,准予\n,吉G23456,2026-08-06,不予\n"
                         ",吉G34567,,\n");
    CHECK(counts(permits) == "rows 3 added 1 refused 2");
    CHECK(permits.issues[0].column == "许可编号");
    CHECK(permits.issues[0].code == IssueCode::missing_required);
    const auto plates = desk.import_text("标牌编号,号牌号码,领取表日期,发牌日期\n,吉G12345,2026-08-02,2026-08-04\n"
                                         ",吉G23456,2026-08-02,无\n");
    CHECK(counts(plates) == "rows 2 added 1 refused 1");
    CHECK(plates.issues[0].column == "标牌编号");
}

TEST_CASE("a permit without its end has no term, one that says 无 says so, and neither is mixed up", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text("许可编号,号牌号码,有效期止,注销日期\n1号,吉G12345,,无\n2号,吉G12345,无,\n");
    const auto permits = desk.all<Permit>();
    REQUIRE(permits.size() == 2);
    CHECK(permits[0].valid_to.not_given());
    CHECK(permits[0].revoked_on.is_none());
    CHECK(permits[1].valid_to.is_none());
    CHECK(permits[1].revoked_on.not_given());
}

TEST_CASE("runs without a route or a time are told apart by what they do give", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "号牌号码,线路编号,随车照管人员,发车时间,生效日期\n吉G12345,,无,06:43,2026-09-01\n"
                         "吉G12345,,冯示和,16:10,2026-09-01\n吉G12345,,冯示和,,\n";
    CHECK(counts(desk.import_text(ledger)) == "rows 3 added 3");
    const auto runs = desk.all<Run>();
    CHECK_FALSE(runs[0].attendant.given());  // 无: nobody, and no person of that name
    CHECK(runs[1].attendant.given());
    CHECK(counts(desk.import_text(ledger)) == "rows 3 unchanged 3");
}
