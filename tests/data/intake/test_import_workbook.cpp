// Workbooks on their way into the register: several sheets, hidden ones, dates and times as spreadsheets keep them.
#include "data/intake/import.hpp"
#include "tests/data/intake/fault_of.hpp"
#include "tests/data/intake/import_desk.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

using Grid = std::vector<std::vector<std::string>>;

const Grid buses{{"号牌号码", "县区"}, {"吉G12345", "洮南市"}};
const Grid permits{{"许可编号", "号牌号码"}, {"1号", "吉G12345"}};

}  // namespace

TEST_CASE("the sheets of a workbook are one change, in whatever order they refer to each other", "[data][intake]")
{
    for (const bool buses_first : {true, false}) {
        ImportDesk desk;
        std::vector<DrawnSheet> sheets{{"校车", buses}, {"许可", permits}};
        if (!buses_first) std::swap(sheets[0], sheets[1]);
        (void)desk.import_text(drawn_workbook(sheets), {}, "洮南.xlsx");
        REQUIRE(desk.last.sheets.size() == 2);
        for (const SheetReport& sheet : desk.last.sheets) {
            CHECK(counts(sheet) == "rows 1 added 1");
            CHECK(sheet.issues.empty());
        }
        CHECK(desk.changes() == 2);
        CHECK(desk.bureau.history({}).front().reason == "洮南.xlsx: +2");
        const Snapshot snapshot = desk.snapshot();
        REQUIRE(snapshot.sources.size() == 2);
        CHECK(snapshot.source(find_bus(snapshot, "吉G12345")->origin)->sheet == "校车");
    }
}

TEST_CASE("hidden sheets are left out and said, empty ones left out, notes told apart", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text(drawn_workbook(
        {{"校车", buses}, {"旧表", permits, {}, true}, {"Sheet3", {}}, {"说明", {{"填表说明"}, {"一、…"}}}}));
    REQUIRE(desk.last.sheets.size() == 3);
    CHECK(counts(desk.last.sheets[0]) == "rows 1 added 1");
    CHECK(issues(desk.last.sheets[1]) == Issues{"0  hidden_sheet"});
    CHECK(issues(desk.last.sheets[2]) == Issues{"0  unknown_sheet"});
    CHECK(desk.all<Permit>().empty());
    const auto fault = fault_of([&] { (void)desk.import_text(drawn_workbook({{"旧表", permits, {}, true}})); });
    REQUIRE(fault);
    CHECK(fault->code() == FaultCode::unknown_kind);
}

TEST_CASE("the same bus on the sheets of two counties is told with the sheet it stood on", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text(drawn_workbook({{"洮南", buses}, {"洮北", {{"号牌号码", "县区"}, {"吉G12345", "洮北区"}}}}));
    REQUIRE(desk.last.sheets.size() == 2);
    CHECK(counts(desk.last.sheets[0]) == "rows 1 unchanged 1");
    CHECK(counts(desk.last.sheets[1]) == "rows 1 added 1");
    REQUIRE(desk.last.sheets[1].issues.size() == 1);
    CHECK(desk.last.sheets[1].issues[0].code == IssueCode::duplicate_in_file);
    CHECK(desk.last.sheets[1].issues[0].parameters == std::vector<std::string>{"洮南 2"});
    CHECK(find_bus(desk.snapshot(), "吉G12345")->county == Adcode{220802});
}

TEST_CASE("dates are serial numbers of either system, times are fractions of a day", "[data][intake]")
{
    const auto cell = [](std::string_view text) {
        return "<c t=\"inlineStr\"><is><t>" + std::string{text} + "</t></is></c>";
    };
    // ECMA-376 part 1, 18.17.4.1: 2026-12-01 is 46357 counted from 1900 and 1462 days less counted from 1904.
    for (const bool from_1904 : {false, true}) {
        const std::string serial = from_1904 ? "44895" : "46357";
        ImportDesk desk;
        const auto sheet = desk.import_text(bytes_of(
            {.sheet_data = "<row>" + cell("号牌号码") + cell("县区") + cell("检验有效期止") + cell("注册登记日期") +
                           cell("核载人数") + "</row><row>" + cell("吉G12345") + cell("洮南市") + "<c s=\"1\"><v>" +
                           serial + "</v></c><c><v>" + serial + "</v></c><c><v>36</v></c></row><row>" +
                           cell("吉G23456") + cell("洮南市") + "<c t=\"e\"><v>#N/A</v></c></row><row>" +
                           cell("吉G34567") + cell("洮南市") + "<c><f>TODAY()</f></c></row>",
             .formats = {"0", "14"},
             .from_1904 = from_1904}));
        CAPTURE(from_1904);
        CHECK(counts(sheet) == "rows 3 added 1 refused 2");
        CHECK(issues(sheet) == Issues{"3 检验有效期止 cell_error", "4 检验有效期止 formula_without_value"});
        const Snapshot snapshot = desk.snapshot();
        const Bus* bus = find_bus(snapshot, "吉G12345");
        REQUIRE(bus != nullptr);
        CHECK(bus->inspection_until == DateCell{*date_from_iso("2026-12-01")});
        CHECK(bus->registered_on == DateCell{*date_from_iso("2026-12-01")});
        CHECK(bus->seats == 36);
    }
}

TEST_CASE("a hostile file is refused whole and nothing of it is written", "[data][intake]")
{
    ImportDesk desk;
    const auto refused = [&](std::string_view bytes) {
        const auto fault = fault_of([&] { (void)desk.import_text(bytes); });
        return fault ? std::string{fault->word()} : std::string{};
    };
    CHECK(refused("") == "empty_file");
    CHECK(refused(std::string{"号牌号码,县区\n吉G12345,洮南市\n"} + '\0') == "nul_byte");
    CHECK(refused("号牌号码,县区\n吉G12345,\"洮南市\n") == "unterminated_quote");
    CHECK(refused(drawn_workbook({{"校车", buses}}).substr(0, 400)) == "truncated_workbook");
    CHECK(desk.changes() == 1);
    CHECK(desk.all<Bus>().empty());
}
