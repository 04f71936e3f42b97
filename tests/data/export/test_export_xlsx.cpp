#include "data/export/export_xlsx.hpp"

#include "data/intake/container.hpp"
#include "data/intake/zip_archive.hpp"
#include "data/register/result.hpp"
#include "tests/data/intake/import_desk.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

const ExportOptions in_clear{.unmasked = true, .as_of = std::chrono::year{2026} / 11 / 23};

std::string part_of(const std::string& path, const std::string& name)
{
    const IntakeLimits limits;
    ZipArchive archive(read_source_file(path, limits), limits);
    return std::string{archive.unpack(name).view()};
}

std::string content(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool holds(std::string_view text, std::string_view piece)
{
    return text.find(piece) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a workbook has dates and numbers as such, headers that stay in sight, and filters", "[data][export]")
{
    ImportDesk desk;
    (void)desk.import_text("号牌号码,县区,所有人,核载人数,行驶里程,注册登记日期,承运人责任险有效期止\n"
                           "吉G12345,洮南市,=1+1,36,198000.5,2020-12-11,无\n");
    const std::string path = desk.folder.file("校车.xlsx");
    CHECK(export_xlsx(path, desk.snapshot(), kind_info<Bus>, in_clear) == 0);

    const auto book = open_workbook(path);
    CHECK(book->sheets().front().name == "校车");
    const auto cells = cells_of(*book->open(0));
    const auto has = [&](std::string_view cell) { return std::ranges::find(cells, cell) != cells.end(); };
    CHECK(has("A1 text 号牌号码"));
    CHECK(has("A2 text 吉G12345"));
    CHECK(has("D2 text 洮南市"));
    CHECK(has("K2 number 36"));
    CHECK(has("L2 moment 2020-12-11"));
    CHECK(has("N2 number 198000.5"));
    CHECK(has("R2 text 无"));
    CHECK(has("E2 text '=1+1"));

    const std::string sheet = part_of(path, "xl/worksheets/sheet1.xml");
    CHECK(holds(sheet, R"(<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>)"));
    CHECK(holds(sheet, R"(<autoFilter ref="A1:AA2"/>)"));  // 27 fields
    CHECK(holds(sheet, R"(<col min="1" max="1" width="1)"));
    CHECK(holds(sheet, "<v>44176</v>"));  // 2020-12-11 is 44,176 days after 1899-12-30
    CHECK_FALSE(holds(sheet, "<f>"));
}

TEST_CASE("columns are as wide as what stands in them, within bounds", "[data][export]")
{
    ImportDesk desk;
    (void)desk.import_text("school,operator,signed_on\n2122000001," + std::string(100, 'A') + ",2026-08-24\n");
    const std::string path = desk.folder.file("a.xlsx");
    (void)export_xlsx(path, desk.snapshot(), kind_info<Agreement>, in_clear);
    const std::string sheet = part_of(path, "xl/worksheets/sheet1.xml");
    // What a file holds is 5 pixels of padding more, in sevenths (ECMA-376 part 1, 18.3.1.13).
    CHECK(holds(sheet, R"(<col min="1" max="1" width="12.7109375")"));  // ten digits and two
    CHECK(holds(sheet, R"(<col min="2" max="2" width="40.7109375")"));
    CHECK(holds(sheet, R"(<col min="4" max="4" width="10.7109375")"));  // four Chinese characters of its header and two
}

TEST_CASE("the same records give the same workbook", "[data][export]")
{
    ImportDesk desk;
    (void)desk.import_text("号牌号码,县区\n吉G12345,洮南市\n");
    const std::string first = desk.folder.file("1.xlsx"), second = desk.folder.file("2.xlsx");
    (void)export_xlsx(first, desk.snapshot(), kind_info<Bus>, in_clear);
    (void)export_xlsx(second, desk.snapshot(), kind_info<Bus>, in_clear);
    CHECK(content(first) == content(second));
}

TEST_CASE("a geometry that no cell can hold is left out, counted, and stays recorded", "[data][export]")
{
    ImportDesk desk;
    std::string line = "LINESTRING (122 45";
    for (int i = 0; i < 4000; ++i) line += ", 122." + std::to_string(10000 + i) + " 45.5";
    line += ")";
    REQUIRE(line.size() > 32'767);
    REQUIRE(desk.import_text("code,geometry\nL1,\"" + line + "\"\nL2,\"LINESTRING (122 45, 123 45)\"\n").added == 2);
    const std::string recorded = desk.all<Route>().front().geometry;
    const std::string path = desk.folder.file("a.xlsx");
    CHECK(export_xlsx(path, desk.snapshot(), kind_info<Route>, in_clear) == 1);
    const SheetReport again = desk.import({.path = path}).sheets.front();
    CAPTURE(issues(again));
    CHECK(counts(again) == "rows 2 unchanged 2");
    CHECK((desk.all<Route>().front().geometry == recorded));
}

TEST_CASE("a workbook that cannot be written leaves nothing behind", "[data][export]")
{
    ImportDesk desk;
    const std::string path = desk.folder.file("no/such/a.xlsx");
    CHECK_THROWS_AS(export_xlsx(path, desk.snapshot(), kind_info<Bus>, in_clear), StoreFault);
    std::filesystem::create_directory(desk.folder.file("folder.xlsx"));
    CHECK_THROWS_AS(export_xlsx(desk.folder.file("folder.xlsx"), desk.snapshot(), kind_info<Bus>, in_clear),
                    StoreFault);
    CHECK_FALSE(std::filesystem::exists(desk.folder.file("folder.xlsx.part")));
}
