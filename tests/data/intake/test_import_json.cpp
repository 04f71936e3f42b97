#include "data/intake/import.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

TEST_CASE("the report of an import as JSON has the keys of the contract", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text("号牌号码,县区,颜色\n吉G12345,洮南市,黄\n吉G2345,洮南市,黄\n", {}, "校车.csv");
    CHECK(
        import_json(std::vector<FileOutcome>{desk.last}, {.language = SentenceLanguage::en}) ==
        R"({"files":[{"file":"校车.csv","sheet":null,"kind":"buses","rows":2,"added":2,"changed":0,"unchanged":0,)"
        R"("refused":0,"skipped":0,"issues":[{"row":null,"column":"颜色","code":"unknown_column","severity":"warning",)"
        R"("text":"Column “颜色” is not known and was left out. Rename it, or name it with --mapping, if it is needed",)"
        R"("value":null},{"row":3,"column":"号牌号码","code":"bad_registration_number","severity":"warning",)"
        R"("text":"Row 3, “号牌号码”: 吉G2345 is not a valid registration number; it was kept as it is. Correct it from )"
        R"(the vehicle's papers",)"
        R"("value":"吉G2345"}]}],"dry_run":false})");
    CHECK(import_json({}, {.dry_run = true}) == R"({"files":[],"dry_run":true})");
}

TEST_CASE("a file that was refused as a whole stands in the report too", "[data][intake]")
{
    const std::vector<FileOutcome> files{FailedFile{"旧台账.xls", IntakeFault(FaultCode::old_xls)}};
    CHECK(
        import_json(files, {.language = SentenceLanguage::en}) ==
        R"({"files":[{"file":"旧台账.xls","sheet":null,"kind":null,"rows":0,"added":0,"changed":0,"unchanged":0,)"
        R"("refused":0,"skipped":0,"issues":[{"row":null,"column":null,"code":"old_xls","severity":"refused","text":")" +
            IntakeFault(FaultCode::old_xls).text(SentenceLanguage::en) + R"(","value":null}]}],"dry_run":false})");
}

TEST_CASE("personal texts stand masked in a report, whatever is wrong with them", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "驾驶证号,姓名,出生日期\n220802198001010012,赵示伟,1981-01-01\n220802198001010010,赵示伟,\n"
                         "220802198001010010,钱示芳,\n22080219800101001号,孙示丽,\n";
    const auto sheet = desk.import_text(ledger);
    CHECK(counts(sheet) == "rows 4 added 3 unchanged 1");
    CHECK(issues(sheet) == Issues{"2 驾驶证号 check_digit", "2 出生日期 birth_date_differs",
                                  "4 驾驶证号 duplicate_in_file", "5 驾驶证号 bad_licence_number"});
    CHECK(sheet.issues[0].value == "220802********0012");
    CHECK(sheet.issues[2].value == "220802********0010");
    for (const auto language : {SentenceLanguage::zh, SentenceLanguage::en}) {
        const std::string json = import_json(std::vector<FileOutcome>{desk.last}, {.language = language});
        for (const auto* secret : {"19800101001", "赵示伟", "钱示芳", "孙示丽"})
            CHECK(json.find(secret) == std::string::npos);
    }
    const auto change = desk.bureau.history({}).front();
    CHECK(change.reason == "名册.csv: +3");
}

TEST_CASE("with a plan the report says columns and changes, and whose record is changed", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text("号牌号码,县区,核载人数\n吉G12345,洮南市,36\n", {}, "八月.csv");
    (void)desk.import_text("号牌号码,县区,核载人数,颜色\n吉G12345,洮南市,40,黄\n吉G23456,洮南市,7,黄\n",
                           {.dry_run = true, .plan = true}, "九月.csv");
    const Snapshot snapshot = desk.snapshot();
    const std::string json =
        import_json(std::vector<FileOutcome>{desk.last}, {true, SentenceLanguage::en, snapshot.sources});
    const std::string after = json.substr(json.find(R"("header_row")"));
    CHECK(after ==
          R"("header_row":1,"columns":[{"column":"号牌号码","field":"registration_number","unread":null},)"
          R"({"column":"县区","field":"county","unread":null},{"column":"核载人数","field":"seats","unread":null},)"
          R"({"column":"颜色","field":null,"unread":"unknown"}],"changes":[{"row":2,"outcome":"changed",)"
          R"("key":"吉G12345","name":null,"replaces_vehicle":false,"other_county":false,)"
          R"("from":{"file":"八月.csv","sheet":null,"row":2},"fields":[{"field":"seats","old":36,"new":40}]},)"
          R"({"row":3,"outcome":"added","key":"吉G23456","name":null,"replaces_vehicle":false,"other_county":false,)"
          R"("from":null,"fields":[{"field":"registration_number","old":null,"new":"吉G23456"},)"
          R"({"field":"county","old":null,"new":"220881"},{"field":"seats","old":null,"new":7}]}],"plan":")" +
              desk.last.plan->fingerprint() + R"("}],"dry_run":true})");
}
