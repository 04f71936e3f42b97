// Records that look like something else, and rows that look like records (formats.md 3.5): nothing is lost in silence.
#include "data/intake/encoding.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

#include <iconv.h>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::string in_gb18030(std::string text)
{
    std::string bytes(text.size() * 2, '\0');
    iconv_t handle = iconv_open("GB18030", "UTF-8");
    char* in = text.data();
    char* out = bytes.data();
    std::size_t in_left = text.size(), out_left = bytes.size();
    REQUIRE(iconv(handle, &in, &in_left, &out, &out_left) == 0);
    iconv_close(handle);
    bytes.resize(bytes.size() - out_left);
    return bytes;
}

}  // namespace

TEST_CASE("a row that gives its key is a record, whatever words stand beside it", "[data][intake]")
{
    ImportDesk desk;
    const auto buses =
        desk.import_text("备注,号牌号码,县区,核载人数\n备注：新车,吉G73001,洮南市,36\n"
                         "说明：借用,吉G73002,洮南市,36\n注：待检,吉G73003,洮南市,36\n,吉G73004,洮南市,36\n"
                         "合计,吉G73005,洮南市,36\n小计车,吉G73006,洮南市,36\n合计,6,,216\n");
    CHECK(counts(buses) == "rows 7 added 6 skipped 1");
    CHECK(issues(buses) == Issues{"0 备注 unknown_column"});
    const auto schools =
        desk.import_text("学校名称,县区,学校标识码,在校生数\n合计小学,洮南市,2122000001,40\n合计,,25,900\n");
    CHECK(counts(schools) == "rows 2 added 1 skipped 1");
    CHECK(desk.all<School>().at(0).name == "合计小学");
    const auto drivers = desk.import_text("姓名,驾驶证号,县区\n贾合计,220802198001010010,洮南市\n");
    CHECK(counts(drivers) == "rows 1 added 1");
}

TEST_CASE("a skipped row that holds more than its word and numbers is named", "[data][intake]")
{
    ImportDesk desk;
    const auto buses = desk.import_text("号牌号码,县区,所有人,核载人数\n合计,洮南市,,36\n合计,洮南市,示例小学,36\n"
                                        "小计,,,36辆\n填报人：张三,审核人,李四,2026年11月23日\n吉G73004,洮南市,,36\n");
    CHECK(counts(buses) == "rows 5 added 1 skipped 4");
    CHECK(issues(buses) == Issues{"3 号牌号码 skipped_row"});
    CHECK(buses.issues.front().value == "合计");
    CHECK(buses.issues.front().severity == IssueSeverity::warning);
    // Without its code the school cannot be told from a total.
    const auto schools = desk.import_text("学校名称,县区,学校标识码,地址\n合计小学,洮南市,,某街1号\n");
    CHECK(counts(schools) == "rows 1 skipped 1");
    CHECK(issues(schools) == Issues{"2 学校名称 skipped_row"});
}

TEST_CASE("a remark in a column of remarks does not hide that the key is missing", "[data][intake]")
{
    ImportDesk desk;
    const auto buses = desk.import_text("备注,号牌号码,县区,核载人数\n备注：新车,,洮南市,36\n");
    CHECK(counts(buses) == "rows 1 refused 1");
    CHECK(issues(buses) == Issues{"0 备注 unknown_column", "2 号牌号码 missing_required"});
}

TEST_CASE("subtotals labelled in a later column are skipped", "[data][intake]")
{
    ImportDesk desk;
    const auto stops =
        desk.import_text("线路编号,顺序,站点名称,上车人数\nL1,1,甲,3\nL1,合计,,3\nL2,1,乙,3\nL2,小计,,3\n");
    CHECK(counts(stops) == "rows 4 added 2 skipped 2");
    const auto schools =
        desk.import_text("县区,学校名称,学校标识码,办学类型,在校生数\n洮南市,甲小学,2122000001,小学,40\n"
                         "洮南市,合计,,,40\n,总计,,,40\n");
    CHECK(counts(schools) == "rows 3 added 1 skipped 2");
    CHECK(issues(schools).empty());
}

TEST_CASE("two vehicles under one number in a file are never made one", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger =
        "号牌号码,县区,车辆识别代号,核载人数\n吉G51003,洮南市,LZYTDTE69D1012345,36\n吉G51003,洮南市,,37\n"
        "吉G51003,洮南市,1M8GDM9AXKP042788,19\n";
    for (const bool replace : {false, true}) {
        const auto sheet = desk.import_text(ledger, {.replace_vehicle = replace});
        CHECK(sheet.refused == 1);
        CHECK(issues(sheet) == Issues{"3 号牌号码 duplicate_in_file", "4 车辆识别代号 two_vehicles"});
        CHECK(sheet.issues.back().value == "1M8GDM9AXKP042788");
        CHECK(sheet.issues.back().parameters == std::vector<std::string>{"LZYTDTE69D1012345", "3"});
        CHECK(find_bus(desk.snapshot(), "吉G51003")->vin == "LZYTDTE69D1012345");
        CHECK(find_bus(desk.snapshot(), "吉G51003")->seats == 37);
    }
}

TEST_CASE("what says that a vehicle has no plate is no plate", "[data][intake]")
{
    for (const std::string words : {"无牌", "未上牌", "待上牌", "新车", "未挂牌", "无牌（新车）", " 未 上 牌 "}) {
        CAPTURE(words);
        ImportDesk desk;
        const auto sheet =
            desk.import_text("号牌号码,县区,车辆识别代号,核载人数\n" + words + ",洮南市,LZYTDTE69D1012345,36\n" +
                             words + ",洮南市,1M8GDM9AXKP042788,40\n");
        CHECK(counts(sheet) == "rows 2 refused 2");
        CHECK(issues(sheet) == Issues{"2 号牌号码 missing_required", "3 号牌号码 missing_required"});
        CHECK(desk.all<Bus>().empty());
    }
}

TEST_CASE("names of rare characters, four bytes each in GB18030, leave the encoding as it is", "[data][intake]")
{
    ImportDesk desk;
    for (const std::string ledger :
         {"姓名,驾驶证号,县区\n王㛃,220802198001010010,洮南市\n", "姓名,驾驶证号\n㛃㐂𬭎,220802198001010010\n"}) {
        const auto sheet = desk.import_text(in_gb18030(ledger), {.county = Adcode{220881}});
        CHECK(sheet.refused == 0);
        CHECK(sheet.rows == 1);
        CHECK(issues(sheet).front() == "0  read_as_encoding");
    }
    const auto sign = desk.import_text(in_gb18030("车牌号,县区,备注\n吉G10000,洮南市,30㎡\n"));
    CHECK(counts(sign) == "rows 1 added 1");
}

TEST_CASE("below a header that asks how many there are, any number above 0 is yes", "[data][intake]")
{
    ImportDesk desk;
    const auto buses =
        desk.import_text("车牌号,县区,灭火器数量,安全锤（把）\n吉G72001,洮南市,2,6\n吉G72002,洮南市,0,1\n"
                         "吉G72003,洮南市,2具,无\n吉G72004,洮南市,,有\n吉G72005,洮南市,-1,\n");
    CHECK(counts(buses) == "rows 5 added 4 refused 1");
    CHECK(issues(buses) == Issues{"6 灭火器数量 bad_answer"});
    const Snapshot snapshot = desk.snapshot();
    CHECK(find_bus(snapshot, "吉G72001")->extinguisher == Answer::yes);
    CHECK(find_bus(snapshot, "吉G72001")->hammer == Answer::yes);
    CHECK(find_bus(snapshot, "吉G72002")->extinguisher == Answer::no);
    CHECK(find_bus(snapshot, "吉G72002")->hammer == Answer::yes);
    CHECK(find_bus(snapshot, "吉G72003")->extinguisher == Answer::yes);
    CHECK(find_bus(snapshot, "吉G72003")->hammer == Answer::no);
    CHECK(find_bus(snapshot, "吉G72004")->extinguisher == Answer::not_given);
    const auto waters = desk.import_text("水域编号,县区,警示牌数量,救生圈数量(个)\nW1,洮南市,3,0\n");
    CHECK(counts(waters) == "rows 1 added 1");
    CHECK(desk.all<Water>().at(0).warning_sign == Answer::yes);
    CHECK(desk.all<Water>().at(0).lifebuoy == Answer::no);
    // Without such a header 2 may be a code: it is not guessed.
    CHECK(counts(desk.import_text("车牌号,县区,灭火器\n吉G72009,洮南市,2\n")) == "rows 1 refused 1");
}
