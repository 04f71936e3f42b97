#include "data/intake/import.hpp"
#include "tests/data/intake/fault_of.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

TEST_CASE("a ledger is one change with its counts as the reason, and its rows know where they stood", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet =
        desk.import_text("号牌号码,县区,核载人数\n\n吉G·12345,洮南市,36\n吉G-23456,洮南,19\n", {}, "校车.csv");
    CHECK(counts(sheet) == "rows 2 added 2");
    const auto changes = desk.bureau.history({});
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].id == desk.last.change);
    CHECK(changes[0].command == "import");
    CHECK(changes[0].reason == "校车.csv: +2");
    CHECK(changes[0].file == "校车.csv");
    const Snapshot snapshot = desk.snapshot();
    const Bus* bus = find_bus(snapshot, "吉G23456");
    REQUIRE(bus != nullptr);
    CHECK(bus->seats == 19);
    CHECK(bus->origin.row == 4);  // the blank line counts, as the spreadsheet shows it
    REQUIRE(snapshot.source(bus->origin) != nullptr);
    CHECK(snapshot.source(bus->origin)->file == "校车.csv");
}

TEST_CASE("a second import of the same file changes nothing, and unchanged records keep their origin", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "号牌号码,县区,核载人数\n吉G12345,洮南市,36\n吉G23456,洮南市,19\n";
    (void)desk.import_text(ledger, {}, "八月.csv");
    CHECK(counts(desk.import_text(ledger, {}, "九月.csv")) == "rows 2 unchanged 2");
    CHECK_FALSE(desk.last.change);
    CHECK(desk.changes() == 2);
    CHECK(counts(desk.import_text("号牌号码,县区,核载人数\n吉G12345,洮南市,40\n吉G23456,洮南市,\n", {}, "十月.csv")) ==
          "rows 2 changed 1 unchanged 1");
    const Snapshot snapshot = desk.snapshot();
    const auto file_of = [&](std::string_view number) {
        return snapshot.source(find_bus(snapshot, number)->origin)->file;
    };
    CHECK(file_of("吉G12345") == "十月.csv");
    CHECK(file_of("吉G23456") == "八月.csv");
    CHECK(find_bus(snapshot, "吉G23456")->seats == 19);  // an empty cell says nothing
}

TEST_CASE("a dry run says what the import will, and writes nothing", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "号牌号码,县区,核载人数\n吉G12345,洮南市,36\n吉G2345,洮南市,19\n";
    const auto tried = desk.import_text(ledger, {.dry_run = true});
    CHECK(desk.last.dry_run);
    CHECK_FALSE(desk.last.change);
    CHECK(desk.changes() == 1);
    CHECK(desk.all<Bus>().empty());
    const auto done = desk.import_text(ledger);
    CHECK(counts(tried) == counts(done));
    CHECK(issues(tried) == issues(done));
    CHECK(desk.snapshot().sources.size() == 1);
}

TEST_CASE("a bad row is named by its number and the rest goes on", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text("号牌号码,县区,核载人数,检验有效期止\n"
                                        "吉G12345,洮南市,36,2026-12-31\n"
                                        "吉G23456,洮南市,三十六点五个,2026-13-40\n"
                                        "\"吉G\n34567\",洮南市,19,2026-12-31\n"
                                        ",洮南市,19,2026-12-31\n"
                                        "吉G45678,通榆县,19,\n");
    CHECK(counts(sheet) == "rows 5 added 2 refused 3");
    CHECK(desk.last.refused() == 3);
    CHECK(issues(sheet) == Issues{"3 核载人数 bad_count", "3 检验有效期止 bad_date", "5 号牌号码 missing_required",
                                  "6 县区 unknown_county"});
    CHECK(sheet.issues.front().value == "三十六点五个");
    CHECK(sheet.issues.front().severity == IssueSeverity::refused);
    CHECK(find_bus(desk.snapshot(), "吉G34567") != nullptr);
    CHECK(find_bus(desk.snapshot(), "吉G23456") == nullptr);  // not half of it either
}

TEST_CASE("references may point at nothing yet and resolve themselves, in whatever order files come", "[data][intake]")
{
    ImportDesk desk;
    const auto* permits =
        "许可编号,号牌号码,申请日期,线路编号,驾驶证号\n1号,吉G12345,2026-08-06,01路,220802198001010010\n";
    const auto first = desk.import_text(permits);
    CHECK(counts(first) == "rows 1 added 1");
    CHECK(issues(first) == Issues{"2 号牌号码 unresolved_reference", "2 线路编号 unresolved_reference",
                                  "2 驾驶证号 unresolved_reference"});
    CHECK(issue_text(first.issues[0], SentenceLanguage::zh).find("校车") != std::string::npos);
    CHECK(issue_text(first.issues[0], SentenceLanguage::en).find("no bus") != std::string::npos);
    CHECK(desk.import_text("号牌号码,县区\n吉G12345,洮南市\n").issues.empty());
    CHECK(desk.import_text("线路编号,学校标识码\n01路,2122000001\n").issues.size() == 1);
    CHECK(desk.import_text("驾驶证号,姓名\n220802198001010010,许示宁\n").issues.empty());
    const auto again = desk.import_text(permits);
    CHECK(counts(again) == "rows 1 unchanged 1");
    CHECK(again.issues.empty());
}

TEST_CASE("an operator is named by its code or by its name", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text("统一社会信用代码,名称\n91220802MA0Y4X3M93,示例客运有限公司\n");
    const auto sheet = desk.import_text("号牌号码,县区,服务提供者\n吉G12345,洮南市,示例客运有限公司\n"
                                        "吉G23456,洮南市,91220802ma0y4x3m93\n吉G34567,洮南市,无此公司\n");
    CHECK(issues(sheet) == Issues{"4 服务提供者 unresolved_reference"});
    CHECK(sheet.issues.front().value == "无此公司");
}

TEST_CASE("many references are resolved as few are: operators by name too, drivers by their sealed number",
          "[data][intake]")
{
    constexpr int rows = 1200;
    ImportDesk desk;
    const auto name = [](int row) { return "示例" + std::to_string(row) + "号校车公司"; };
    const auto licence = [](int row) { return "2208010" + std::to_string(10'000 + row); };
    const auto bus = [](int row) { return "吉G" + std::to_string(10'000 + row); };
    std::string operators = "统一社会信用代码,名称\n", drivers = "驾驶证号,姓名\n",
                buses = "号牌号码,县区,服务提供者\n";
    std::string permits = "许可编号,号牌号码,驾驶证号\n";
    for (int row = 0; row < rows; ++row) {
        if (row % 3 != 0) operators += "CODE" + std::to_string(row) + "," + name(row) + "\n";
        if (row % 4 != 0) drivers += licence(row) + ",示例\n";
        buses += bus(row) + ",洮南市," + (row % 2 == 0 ? name(row) : "CODE" + std::to_string(row)) + "\n";
        permits += "许" + std::to_string(row) + "," + bus(row) + "," + licence(row) + "\n";
    }
    (void)desk.import_text(operators, {}, "服务提供者.csv");
    (void)desk.import_text(drivers, {}, "驾驶人.csv");
    // Every third operator is missing: 0, 3, … 1197.
    CHECK(issues(desk.import_text(buses, {}, "校车.csv")).size() == 400);
    // Every fourth driver is missing: 0, 4, … 1196. Of the buses none.
    const auto found = issues(desk.import_text(permits, {}, "许可.csv"));
    CHECK(found.size() == 300);
    CHECK(found.front() == "2 驾驶证号 unresolved_reference");
}

TEST_CASE("the same key twice in a file: the later row holds, with a warning where the two differ", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "号牌号码,县区,核载人数,所有人\n吉G12345,洮南市,36,示例小学\n吉G23456,洮南市,19,\n"
                         "吉G·12345,洮南市,42,\n吉G23456,洮南,19,\n";
    const auto sheet = desk.import_text(ledger);
    CHECK(counts(sheet) == "rows 4 added 2 unchanged 2");
    CHECK(issues(sheet) == Issues{"4 号牌号码 duplicate_in_file"});
    CHECK(sheet.issues.front().parameters == std::vector<std::string>{"2"});
    const Snapshot snapshot = desk.snapshot();
    CHECK(find_bus(snapshot, "吉G12345")->seats == 42);
    CHECK(find_bus(snapshot, "吉G12345")->owner == "示例小学");  // what the later row leaves empty stays
    CHECK(counts(desk.import_text(ledger)) == "rows 4 unchanged 4");
    CHECK(desk.changes() == 2);
}

TEST_CASE("another VIN under a recorded number is asked about, never taken", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text("号牌号码,县区,车辆识别代号\n吉G12345,洮南市,LZYTDTE69D1012345\n");
    const auto* other = "号牌号码,县区,车辆识别代号\n吉G12345,洮南市,1M8GDM9AXKP042788\n";
    const auto refused = desk.import_text(other);
    CHECK(counts(refused) == "rows 1 refused 1");
    CHECK(issues(refused) == Issues{"2 车辆识别代号 vehicle_replaced"});
    CHECK(refused.issues.front().value == "1M8GDM9AXKP042788");
    CHECK(refused.issues.front().parameters == std::vector<std::string>{"LZYTDTE69D1012345"});
    CHECK(desk.changes() == 2);
    const auto replaced = desk.import_text(other, {.replace_vehicle = true});
    CHECK(counts(replaced) == "rows 1 added 1");
    CHECK(find_bus(desk.snapshot(), "吉G12345")->vin == "1M8GDM9AXKP042788");
    CHECK(counts(desk.import_text(other, {.replace_vehicle = true})) == "rows 1 unchanged 1");
}

TEST_CASE("the county of rows that do not say theirs is that of the request, else it is missing", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "号牌号码,核载人数\n吉G12345,36\n";
    const auto without = desk.import_text(ledger);
    CHECK(without.kind == "buses");
    CHECK(issues(without) == Issues{"2 县区 missing_required"});
    CHECK(counts(desk.import_text(ledger, {.county = Adcode{220802}})) == "rows 1 added 1");
    CHECK(find_bus(desk.snapshot(), "吉G12345")->county == Adcode{220802});
    CHECK(counts(desk.import_text("号牌号码,县区\n吉G23456,洮南市\n吉G34567,\n", {.county = Adcode{220802}})) ==
          "rows 2 added 2");
    CHECK(find_bus(desk.snapshot(), "吉G23456")->county == Adcode{220881});
    CHECK(find_bus(desk.snapshot(), "吉G34567")->county == Adcode{220802});
}

TEST_CASE("the county of new records is the one that title, sheet or file names, and the report says so",
          "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "白城市洮北区校车台账,\n号牌号码,核载人数\n吉G12345,36\n吉G23456,19\n";
    (void)desk.import_text("号牌号码,县区\n吉G12345,洮南市\n");
    const auto sheet = desk.import_text(ledger, {}, "洮南市.csv");
    CHECK(counts(sheet) == "rows 2 added 1 changed 1");
    // The bus that 洮南市 reported is changed by a ledger of 洮北区: both stand, and a person decides.
    CHECK(issues(sheet) == Issues{"0  county_of_title", "3 号牌号码 other_county"});
    CHECK(sheet.issues[0].parameters == std::vector<std::string>{"洮北区", "白城市洮北区校车台账"});
    CHECK(find_bus(desk.snapshot(), "吉G23456")->county == Adcode{220802});
    CHECK(find_bus(desk.snapshot(), "吉G12345")->county == Adcode{220881});  // a title moves no recorded bus
    CHECK(counts(desk.import_text("号牌号码,核载\n吉G34567,36\n", {}, "洮南市校车.csv")) == "rows 1 added 1");
    CHECK(find_bus(desk.snapshot(), "吉G34567")->county == Adcode{220881});
    // Two counties, none, and part of another word: who knows.
    for (const auto* title : {"洮北区、洮南市校车台账", "校车台账", "洮北校车台账"}) {
        CAPTURE(title);
        const auto open = desk.import_text(std::string{title} + "\n号牌号码,核载人数\n吉G45678,36\n");
        CHECK(counts(open) == "rows 1 refused 1");
    }
    // A cell left empty below 县区 was left empty.
    CHECK(counts(desk.import_text("洮北区校车台账\n号牌号码,县区\n吉G56789,\n")) == "rows 1 refused 1");
    CHECK(counts(desk.import_text(ledger, {.county = Adcode{220881}})) == "rows 2 changed 1 unchanged 1");
}

TEST_CASE("a file whose headers name no kind is refused as a whole, and --kind names it", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "车牌号,颜色\n吉G12345,黄\n";
    const auto fault = fault_of([&] { (void)desk.import_text(ledger); });
    REQUIRE(fault);
    CHECK(fault->code() == FaultCode::unknown_kind);
    CHECK(desk.changes() == 1);
    (void)desk.import_text("号牌号码,县区\n吉G12345,洮南市\n");
    const auto some = desk.import_text("车牌号,核载人数,颜色\n吉G12345,36,黄\n吉G23456,19,黄\n", {.kind = "buses"});
    CHECK(counts(some) == "rows 2 changed 1 refused 1");  // a recorded bus has its county; a new one needs it
    CHECK(issues(some) == Issues{"0 颜色 unknown_column", "3 县区 missing_required"});
}

TEST_CASE("unknown and repeated columns are reported once and kept out", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text("号牌号码,县区,颜色,座位数,核载,核载人数\n吉G12345,洮南市,黄,99,98,36\n");
    CHECK(issues(sheet) == Issues{"0 颜色 unknown_column", "0 座位数 duplicate_column", "0 核载 duplicate_column"});
    CHECK(sheet.issues[1].parameters == std::vector<std::string>{"核载人数"});  // the field's own header is read
    CHECK(sheet.issues[2].parameters == std::vector<std::string>{"核载人数"});
    CHECK(find_bus(desk.snapshot(), "吉G12345")->seats == 36);
}

TEST_CASE("totals, remarks, signatures and headers said again are skipped and counted", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text("序号,号牌号码,县区,核载人数\n1,吉G12345,洮南市,36\n小计,,,36\n"
                                        "序号,号牌号码,县区,核载人数\n2,吉G23456,洮南市,19\n,合 计,,55\n3,,,\n,,,\n"
                                        "备注：核载人数含照管人员,,,\n填报人：赵示伟　联系电话：0436-00000001,,,\n");
    CHECK(counts(sheet) == "rows 8 added 2 skipped 6");
    CHECK(issues(sheet) == Issues{"0 序号 unknown_column"});
}

TEST_CASE("titles above the headers are left behind", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text(
        "洮南市校车情况统计表,,\n填报单位：洮南市教育局,,2026年11月\n号牌号码,县区,核载人数\n吉G12345,洮南市,36\n");
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(find_bus(desk.snapshot(), "吉G12345")->origin.row == 4);
}

TEST_CASE("an import that is stopped leaves the register as it was", "[data][intake]")
{
    ImportDesk desk;
    std::string ledger = "号牌号码,县区\n";
    for (int i = 10000; i < 11000; ++i) ledger += "吉G" + std::to_string(i) + ",洮南市\n";
    JobProgress progress;
    progress.stop.request_stop();
    const auto report =
        import_file(desk.bureau, {.path = desk.written("校车.csv", ledger)}, coordinator, desk.region, progress);
    CHECK(report.stopped);
    CHECK_FALSE(report.change);
    CHECK(desk.changes() == 1);
    CHECK(desk.all<Bus>().empty());
}

TEST_CASE("progress ends where it said it would", "[data][intake]")
{
    ImportDesk desk;
    std::string ledger = "号牌号码,县区\n";
    for (int i = 10000; i < 11000; ++i) ledger += "吉G" + std::to_string(i) + ",洮南市\n";
    JobProgress progress;
    (void)import_file(desk.bureau, {.path = desk.written("校车.csv", ledger)}, coordinator, desk.region, progress);
    CHECK(progress.total > 0);
    CHECK(progress.done == progress.total);
}

TEST_CASE("a text file in GB18030 is read, and the operator is told", "[data][intake]")
{
    ImportDesk desk;
    // 号牌号码,县区 / 吉G12345,洮南市 in GB18030
    const auto sheet = desk.import_text(
        "\xBA\xC5\xC5\xC6\xBA\xC5\xC2\xEB,\xCF\xD8\xC7\xF8\n\xBC\xAAG12345,\xE4\xAC\xC4\xCF\xCA\xD0\n");
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(issues(sheet) == Issues{"0  read_as_encoding"});
}

TEST_CASE("a column that nobody knows is read once a person has said what it is, and left out where one says so",
          "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "号牌号码,县区,座,车主\n吉G12345,洮南市,36,示例小学\n";
    const auto unknown = desk.import_text(ledger, {.dry_run = true});
    CHECK(issues(unknown) == Issues{"0 座 unknown_column"});
    CHECK(unknown.header_row == 1);
    REQUIRE(unknown.columns.size() == 4);
    CHECK(unknown.columns[2].unread == UnreadColumn::Why::unknown);
    CHECK(unknown.columns[3].field == "owner");
    const auto told = desk.import_text(ledger, {.mapping = {{"*", "seats", "座"}, {"*", "", "车主"}}});
    CHECK(issues(told).empty());
    CHECK(told.columns[2].field == "seats");
    CHECK(told.columns[3].unread == UnreadColumn::Why::left_out);
    CHECK(desk.all<Bus>().front().seats == 36);
    CHECK(desk.all<Bus>().front().owner.empty());
}

TEST_CASE("where two columns are one field, the one that a person named is read", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "号牌号码,县区,核载人数,实核\n吉G12345,洮南市,36,35\n";
    const auto sheet = desk.import_text(ledger, {.mapping = {{"*", "seats", "实核"}}});
    CHECK(issues(sheet) == Issues{"0 核载人数 duplicate_column"});
    CHECK(desk.all<Bus>().front().seats == 35);
}
