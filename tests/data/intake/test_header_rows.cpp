// Tables as counties draw them: titles, headers in several rows, groups, merged cells, sections.
#include "tests/data/intake/import_desk.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

DateCell date(std::string_view iso_text)
{
    return DateCell{*date_from_iso(iso_text)};
}

/// The ways in which the same sheet may come: as a workbook, as one whose merged cells were taken apart, as a CSV.
std::vector<std::pair<std::string, std::string>> ways(const DrawnSheet& sheet)
{
    DrawnSheet apart = sheet;
    apart.merges.clear();
    return {{"merged", drawn_workbook({sheet})}, {"apart", drawn_workbook({apart})}, {"csv", drawn_csv(sheet)}};
}

const DrawnSheet buses_in_two_rows{
    .rows = {{"洮南市校车基本情况台账", "", "", "", "", "", "", ""},
             {"填报单位：洮南市教育局", "", "", "", "填报日期：2026年11月23日", "", "", ""},
             {"序号", "车牌号", "县区", "保险", "", "安全设备", "", "核载人数"},
             {"", "", "", "交强险有效期止", "承运人责任险有效期止", "灭火器", "逃生锤", ""},
             {"#1", "吉G12345", "洮南市", "2027-02-14", "2027年3月1日", "有", "无", "#36"},
             {"#2", "吉G23456", "洮南市", "2027.4.5", "无", "√", "×", "#19"}},
    .merges = {"A1:H1", "A2:D2", "E2:H2", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3", "H3:H4"}};

}  // namespace

TEST_CASE("groups over sub-headers are read, merged or not, below titles of merged cells", "[data][intake]")
{
    for (const auto& [way, bytes] : ways(buses_in_two_rows)) {
        CAPTURE(way);
        ImportDesk desk;
        const auto sheet = desk.import_text(bytes);
        CHECK(sheet.kind == "buses");
        CHECK(counts(sheet) == "rows 2 added 2");
        CHECK(issues(sheet) == Issues{"0 序号 unknown_column"});
        const Snapshot snapshot = desk.snapshot();
        const Bus* bus = find_bus(snapshot, "吉G12345");
        REQUIRE(bus != nullptr);
        CHECK(bus->compulsory_insurance_until == date("2027-02-14"));
        CHECK(bus->liability_insurance_until == date("2027-03-01"));
        CHECK(bus->extinguisher == Answer::yes);
        CHECK(bus->hammer == Answer::no);
        CHECK(bus->seats == 36);
        CHECK(bus->origin.row == 5);
        CHECK(find_bus(snapshot, "吉G23456")->liability_insurance_until == DateCell::said_to_be_none());
    }
}

TEST_CASE("a sub-header that says nothing alone is read with its group", "[data][intake]")
{
    const DrawnSheet permits{
        .rows = {{"许可编号", "号牌号码", "许可", "", "驾驶人", "", "审批结果"},
                 {"", "", "起", "止", "姓名", "驾驶证号", ""},
                 {"1号", "吉G12345", "2026-09-01", "2027-08-31", "许示宁", "220802198001010010", "准予"}},
        .merges = {"A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"}};
    for (const auto& [way, bytes] : ways(permits)) {
        CAPTURE(way);
        ImportDesk desk;
        const auto sheet = desk.import_text(bytes);
        CHECK(sheet.kind == "permits");
        CHECK(counts(sheet) == "rows 1 added 1");
        CHECK(issues(sheet)[0] == "0 驾驶人/姓名 unknown_column");
        const auto all = desk.all<Permit>();
        REQUIRE(all.size() == 1);
        CHECK(all[0].valid_from == date("2026-09-01"));
        CHECK(all[0].valid_to == date("2027-08-31"));
    }
}

TEST_CASE("a header below the group of something else is not taken for the record's own", "[data][intake]")
{
    const DrawnSheet schools{
        .rows = {{"学校基本情况", "", "", "校长", "", "安全负责人", ""},
                 {"名称", "标识码", "县区", "姓名", "电话", "姓名", "联系电话"},
                 {"洮南市示例小学", "2122000001", "洮南市", "钱示一", "0436-00000009", "赵示伟", "0436-00000001"}},
        .merges = {"A1:C1", "D1:E1", "F1:G1"}};
    for (const auto& [way, bytes] : ways(schools)) {
        CAPTURE(way);
        ImportDesk desk;
        const auto sheet = desk.import_text(bytes);
        CHECK(sheet.kind == "schools");
        CHECK(counts(sheet) == "rows 1 added 1");
        CHECK(issues(sheet) == Issues{"0 校长/姓名 unknown_column", "0 校长/电话 unknown_column"});
        const Snapshot snapshot = desk.snapshot();
        const School& school = *snapshot.all<School>().begin();
        CHECK(school.name == "洮南市示例小学");
        CHECK(snapshot.people->text(school.phone) == "0436-00000001");
        CHECK(snapshot.people->text(school.officer) == "赵示伟");
    }
}

TEST_CASE("headers in three rows", "[data][intake]")
{
    const DrawnSheet sheet{.rows = {{"车辆信息", "", "", "有效期", "", ""},
                                    {"号牌号码", "所属", "", "检验有效期止", "保险", ""},
                                    {"", "县区", "经营企业", "", "交强险止", "承运人责任险止"},
                                    {"吉G12345", "洮南", "示例客运有限公司", "2026-12-05", "2027-02-14", "2027-03-01"}},
                           .merges = {"A1:C1", "D1:F1", "A2:A3", "B2:C2", "D2:D3", "E2:F2"}};
    for (const auto& [way, bytes] : ways(sheet)) {
        CAPTURE(way);
        ImportDesk desk;
        CHECK(counts(desk.import_text(bytes)) == "rows 1 added 1");
        const Snapshot snapshot = desk.snapshot();
        const Bus* bus = find_bus(snapshot, "吉G12345");
        REQUIRE(bus != nullptr);
        CHECK(bus->run_by == "示例客运有限公司");
        CHECK(bus->inspection_until == date("2026-12-05"));
        CHECK(bus->compulsory_insurance_until == date("2027-02-14"));
        CHECK(bus->liability_insurance_until == date("2027-03-01"));
        CHECK(bus->origin.row == 4);
    }
}

TEST_CASE("what is over the sub-headers may say the end of the header", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text("号牌号码,县区,有效期至,,\n,,检验,交强险,承运人责任险\n"
                                        "吉G12345,洮南市,2026-12-05,2027-02-14,2027-03-01\n");
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(sheet.issues.empty());
    const Snapshot snapshot = desk.snapshot();
    CHECK(find_bus(snapshot, "吉G12345")->inspection_until == date("2026-12-05"));
    CHECK(find_bus(snapshot, "吉G12345")->liability_insurance_until == date("2027-03-01"));
}

TEST_CASE("a sub-header that nobody knows, below one that is no group, breaks no headers", "[data][intake]")
{
    const DrawnSheet sheet{.rows = {{"镇赉县水域台账", "", "", "", "", "", ""},
                                    {"水域编号", "县区", "坐标", "", "防护设施", "", "巡查"},
                                    {"", "", "经度", "纬度", "警示牌", "围栏", "何时去过"},
                                    {"ZL001", "洮南市", "123°12′10″", "45°50′20″", "有", "无", "2026.8.1"}},
                           .merges = {"A1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"}};
    for (const auto& [way, bytes] : ways(sheet)) {
        CAPTURE(way);
        ImportDesk desk;
        const auto report = desk.import_text(bytes);
        CHECK(counts(report) == "rows 1 added 1");
        CHECK(issues(report) == Issues{"0 巡查/何时去过 unknown_column"});
        CHECK(desk.all<Water>().front().fence == Answer::no);
    }
}

TEST_CASE("a row that says no more than units, or what must be filled in, is skipped", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet =
        desk.import_text("号牌号码,核载,行驶里程,县区\n必填,（人）,(公里),必填\n吉G12345,36,12000,洮南市\n");
    CHECK(counts(sheet) == "rows 2 added 1 skipped 1");
    CHECK(sheet.issues.empty());
}

TEST_CASE("an ordinary row below the headers is never taken for sub-headers", "[data][intake]")
{
    ImportDesk desk;
    // Headers without a name over the last columns, where the rows hold something.
    auto sheet =
        desk.import_text("号牌号码,县区,所有人,,\n吉G12345,洮南市,示例小学,备注,其他\n吉G23456,洮南市,示例小学,,\n");
    CHECK(counts(sheet) == "rows 2 added 2");
    CHECK(issues(sheet) == Issues{"0 D unheaded_column", "0 E unheaded_column"});
    sheet = desk.import_text("统一社会信用代码,名称,类型\n91220802MA0Y4X3M93,学校,学校\n");
    CHECK(counts(sheet) == "rows 1 added 1");
}

TEST_CASE("headers far down below notes are found", "[data][intake]")
{
    std::string text = "附件1,,\n校车台账,,\n";
    for (int line = 1; line <= 12; ++line) text += "说明" + std::to_string(line) + "：按实际情况填写。,,\n\n";
    ImportDesk desk;
    const auto sheet = desk.import_text(text + "单位：辆,,2026年11月\n车牌号,县区,核载\n吉G12345,洮南市,36\n");
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(find_bus(desk.snapshot(), "吉G12345")->origin.row ==
          29);  // 2 titles, 12 notes and blank lines, unit, headers
}

TEST_CASE("blank columns, a blank row below the headers and columns out of order change nothing", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text(
        ",核载人数,,县区,,号牌号码,\n,,,,,,\n,36,,洮南市,,吉G12345,\n,,,,,,\n,十九,,洮南市,,吉G23456,\n");
    CHECK(counts(sheet) == "rows 2 added 1 refused 1");
    CHECK(issues(sheet) == Issues{"5 核载人数 bad_count"});
}

TEST_CASE("headers said again, numbers of columns, examples and headings of sections are skipped", "[data][intake]")
{
    DrawnSheet sheet = buses_in_two_rows;
    sheet.rows.insert(sheet.rows.begin() + 4, {"甲", "乙", "#1", "#2", "#3", "#4", "#5", "#6"});
    sheet.rows.insert(sheet.rows.begin() + 5, {"例", "吉G00000", "洮南市", "2027-02-14", "", "", "", ""});
    sheet.rows.insert(sheet.rows.begin() + 6, {"一、专用校车", "", "", "", "", "", "", ""});
    sheet.rows.insert(sheet.rows.begin() + 8, {"小计", "", "", "", "", "", "", "#36"});
    sheet.rows.insert(sheet.rows.begin() + 9, sheet.rows[2]);
    sheet.rows.insert(sheet.rows.begin() + 10, sheet.rows[3]);
    sheet.rows.push_back({"合计", "", "", "", "", "", "", "#55"});
    sheet.rows.push_back({"审核：", "", "", "填表人：", "", "填表日期：2026年11月23日", "", ""});
    sheet.rows.push_back({"单位盖章", "", "", "", "", "", "", ""});
    for (const auto& [way, bytes] : ways(sheet)) {
        CAPTURE(way);
        ImportDesk desk;
        const auto report = desk.import_text(bytes);
        CHECK(counts(report) == "rows 11 added 2 skipped 9");
        CHECK(issues(report) == Issues{"0 序号 unknown_column"});
        CHECK(find_bus(desk.snapshot(), "吉G23456")->origin.row == 12);
    }
}

TEST_CASE("a heading where the numbers of vehicles stand is no vehicle", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text("号牌号码,核载人数\n洮南市,\n吉G12345,36\n（二）非专用校车,\n吉G23456,19\n"
                                        "本表由各县区教育局于每月底前报送市教育局安全管理科,\n吉G2345,\n",
                                        {.county = Adcode{220881}});
    // The last row is a slip in a number, and a record of one cell is kept.
    CHECK(counts(sheet) == "rows 6 added 3 skipped 3");
    CHECK(issues(sheet) == Issues{"7 号牌号码 bad_registration_number"});
}

TEST_CASE("a second table below the first is read as what it is", "[data][intake]")
{
    const DrawnSheet sheet{.rows = {{"一、校车", "", ""},
                                    {"号牌号码", "县区", "核载人数"},
                                    {"吉G12345", "洮南市", "#36"},
                                    {"合计", "", "#36"},
                                    {"", "", ""},
                                    {"二、驾驶人", "", ""},
                                    {"驾驶证号", "姓名", "准驾车型"},
                                    {"220802198001010010", "许示宁", "A1"}}};
    for (const auto& [way, bytes] : ways(sheet)) {
        CAPTURE(way);
        ImportDesk desk;
        (void)desk.import_text(bytes);
        REQUIRE(desk.last.sheets.size() == 2);
        CHECK(desk.last.sheets[0].kind == "buses");
        CHECK(counts(desk.last.sheets[0]) == "rows 3 added 1 skipped 2");
        CHECK(desk.last.sheets[1].kind == "drivers");
        CHECK(counts(desk.last.sheets[1]) == "rows 1 added 1");
        CHECK(desk.last.sheets[1].sheet == desk.last.sheets[0].sheet);
        CHECK(desk.all<Driver>().front().origin.row == 8);
    }
}

TEST_CASE("cells merged downwards count for each of their rows, and the report says so", "[data][intake]")
{
    const DrawnSheet sheet{.rows = {{"县区", "经营企业", "号牌号码", "核载人数"},
                                    {"洮南市", "示例客运有限公司", "吉G12345", "#36"},
                                    {"", "", "吉G23456", "#19"},
                                    {"", "", "吉G34567", "很多"},
                                    {"", "", "", ""},
                                    {"洮北区", "", "吉G45678", "#24"}},
                           .merges = {"A2:A4", "B2:B6"}};
    ImportDesk desk;
    const auto report = desk.import_text(drawn_workbook({sheet}));
    CHECK(counts(report) == "rows 4 added 3 refused 1");
    REQUIRE(issues(report).size() == 6);
    CHECK(issues(report)[0] == "0 县区 merged_cells");
    CHECK(report.issues[0].parameters == std::vector<std::string>{"2"});
    CHECK(issues(report)[1] == "0 经营企业 merged_cells");
    CHECK(issues(report)[4] == "4 核载人数 bad_count");
    const Snapshot snapshot = desk.snapshot();
    CHECK(find_bus(snapshot, "吉G23456")->county == Adcode{220881});
    CHECK(find_bus(snapshot, "吉G45678")->county == Adcode{220802});
    CHECK(find_bus(snapshot, "吉G45678")->run_by == "示例客运有限公司");
}

TEST_CASE("what lies covered in a merged area is not read", "[data][intake]")
{
    // Other programs leave the values of cells that were merged over; a person does not see them.
    const DrawnSheet sheet{.rows = {{"号牌号码", "县区", "核载人数", "所有人"},
                                    {"吉G12345", "洮南市", "#36", "示例小学"},
                                    {"吉G23456", "洮北区", "#19", "示例中学"}},
                           .merges = {"B2:B3", "C3:D3"}};
    ImportDesk desk;
    CHECK(counts(desk.import_text(drawn_workbook({sheet}))) == "rows 2 added 2");
    const Snapshot snapshot = desk.snapshot();
    CHECK(find_bus(snapshot, "吉G23456")->county == Adcode{220881});
    CHECK(find_bus(snapshot, "吉G23456")->seats == 19);
    CHECK(find_bus(snapshot, "吉G23456")->owner.empty());
}

TEST_CASE("a row that only continues a merged record is no record of its own", "[data][intake]")
{
    const DrawnSheet sheet{.rows = {{"号牌号码", "县区", "途经村屯"},
                                    {"吉G12345", "洮南市", "老井"},
                                    {"", "", "瓦房"},
                                    {"吉G23456", "洮南市", "永茂"}},
                           .merges = {"A2:A3", "B2:B3"}};
    ImportDesk desk;
    const auto report = desk.import_text(drawn_workbook({sheet}));
    CHECK(counts(report) == "rows 3 added 2 skipped 1");
    CHECK(issues(report).back() == "0 途经村屯 unknown_column");
}

TEST_CASE("merged areas without end or order do no harm", "[data][intake]")
{
    DrawnSheet sheet{.rows = {{"号牌号码", "县区"}, {"吉G12345", "洮南市"}, {"吉G23456", ""}, {"吉G34567", "洮北区"}},
                     .merges = {"B2:B1048576", "B4:B4", "A1:XFD1", "A9:B3", "B2:B3", "Z1:A1"}};
    for (int i = 0; i < 3000; ++i) sheet.merges.push_back("B2:B" + std::to_string(3 + i));
    ImportDesk desk;
    const auto report = desk.import_text(drawn_workbook({sheet}));
    CHECK(counts(report) == "rows 3 added 3");
    CHECK(find_bus(desk.snapshot(), "吉G23456")->county == Adcode{220881});
}

TEST_CASE("two columns of one field are read where they do not contradict each other", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text("号牌号码,县区,座位数,核载\n吉G12345,洮南市,36,\n吉G23456,洮南市,,19\n"
                                        "吉G34567,洮南市,24,24人\n吉G45678,洮南市,24,42\n");
    CHECK(counts(sheet) == "rows 4 added 3 refused 1");
    CHECK(issues(sheet) == Issues{"0 核载 column_twice", "5 核载 columns_disagree"});
    CHECK(sheet.issues[1].value == "42");
    const Snapshot snapshot = desk.snapshot();
    CHECK(find_bus(snapshot, "吉G12345")->seats == 36);
    CHECK(find_bus(snapshot, "吉G23456")->seats == 19);
}

TEST_CASE("a header that says what it is of is read rather than one that does not", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text(
        "编号,许可证编号,车牌号,申请日期,决定日期,县区\n1,白许字1号,吉G12345,2026-8-1,2026-8-20,洮南市\n");
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(issues(sheet)[0] == "0 编号 duplicate_column");
    CHECK(desk.all<Permit>().front().number == "白许字1号");
    // Where nothing else is there, it is what it can only be.
    CHECK(counts(
              desk.import_text("编号,车牌号,申请日期,决定日期,县区\n白许字2号,吉G23456,2026-8-1,2026-8-20,洮南市\n")) ==
          "rows 1 added 1");
}
