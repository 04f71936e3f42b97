#include "data/export/marked_rows.hpp"

#include "data/intake/container.hpp"
#include "data/register/result.hpp"
#include "tests/data/intake/import_desk.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

/// What stands in the cells of the first sheet, each as "B12 text 洮南".
std::vector<std::string> cells_of_file(const std::string& path)
{
    const auto book = open_workbook(path);
    const auto reader = book->open(0);
    return cells_of(*reader);
}

bool holds(const std::vector<std::string>& cells, std::string_view cell)
{
    return std::ranges::find(cells, cell) != cells.end();
}

}  // namespace

TEST_CASE("rows with issues go back with their number, what stands in them, and why", "[data][export]")
{
    ImportDesk desk;
    ImportRequest asked;
    asked.dry_run = true;
    (void)desk.import_text("号牌号码,县区,核载人数,检验有效期止\n吉G12345,洮南市,36,2027-01-10\n"
                           "吉G23456,洮南市,三十六点五个,2026-13-40\n吉GO3456,洮南市,19,2027-01-10\n",
                           asked, "校车.csv");
    asked.path = desk.folder.file("校车.csv");
    const std::string out = desk.folder.file("退回.xlsx");
    CHECK(write_marked_rows(out, asked, desk.last, SentenceLanguage::zh) == 2);
    const auto cells = cells_of_file(out);
    CHECK(holds(cells, "A1 text 原表行号"));
    CHECK(holds(cells, "B1 text 号牌号码"));
    CHECK(holds(cells, "F1 text 问题与办法"));
    CHECK(holds(cells, "A2 number 3"));
    CHECK(holds(cells, "B2 text 吉G23456"));
    CHECK(holds(cells, "D2 text 三十六点五个"));
    CHECK(holds(cells, "A3 number 4"));
    CHECK_FALSE(holds(cells, "B2 text 吉G12345"));
    const auto reason = std::ranges::find_if(cells, [](const std::string& cell) { return cell.starts_with("F2 "); });
    REQUIRE(reason != cells.end());
    CHECK(reason->find("第 3 行“核载人数”") != std::string::npos);
    CHECK(reason->find("第 3 行“检验有效期止”不是日期：2026-13-40") != std::string::npos);
}

TEST_CASE("personal texts go back masked, and columns nobody knows stay out", "[data][export]")
{
    ImportDesk desk;
    ImportRequest asked;
    asked.dry_run = true;
    (void)desk.import_text("驾驶证号,姓名,初次领证日期,家庭住址\n220802198001010010,赵示伟,2009-99-99,示例路1号\n",
                           asked, "驾驶人.csv");
    asked.path = desk.folder.file("驾驶人.csv");
    const std::string out = desk.folder.file("退回.xlsx");
    CHECK(write_marked_rows(out, asked, desk.last, SentenceLanguage::en) == 1);
    const auto cells = cells_of_file(out);
    CHECK(holds(cells, "B2 text 220802********0010"));
    CHECK(holds(cells, "C2 text 赵某某"));
    CHECK(holds(cells, "D2 text 2009-99-99"));
    for (const auto& cell : cells) CHECK(cell.find("示例路") == std::string::npos);
}

TEST_CASE("without issues no file is made; a folder that is not there is said", "[data][export]")
{
    ImportDesk desk;
    ImportRequest asked;
    (void)desk.import_text("号牌号码,县区\n吉G12345,洮南市\n", asked, "校车.csv");
    asked.path = desk.folder.file("校车.csv");
    CHECK(write_marked_rows(desk.folder.file("退回.xlsx"), asked, desk.last, SentenceLanguage::zh) == 0);
    CHECK_FALSE(std::filesystem::exists(desk.folder.file("退回.xlsx")));
    CHECK_FALSE(std::filesystem::exists(desk.folder.file("退回.xlsx.part")));
    (void)desk.import_text("号牌号码,县区\n吉G1234,洮南市\n", asked, "校车.csv");
    CHECK_THROWS_AS(write_marked_rows(desk.folder.file("no/such/退回.xlsx"), asked, desk.last, SentenceLanguage::zh),
                    StoreFault);
}
