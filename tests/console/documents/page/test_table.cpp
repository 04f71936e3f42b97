#include "console/documents/page/table.hpp"
#include "tests/console/documents/a_letter.hpp"
#include "tests/console/documents/poppler.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::documents;
using namespace xiaoan::test;

namespace {

std::vector<Page> pages_of(const Table& table, const TableStyle& style = {}, double from = 0)
{
    PageFlow flow({});
    flow.move(from);
    draw_table(flow, table, style, EvenMetrics{});
    return flow.take();
}

}  // namespace

TEST_CASE("the header stands on every page and each row on one", "[documents]")
{
    const auto pages = pages_of(a_table(100));
    REQUIRE(pages.size() > 2);
    std::size_t next = 0;
    for (const Page& page : pages) {
        const std::string text = text_of(page);
        CHECK(times(text, "号牌号码") == 1);
        std::size_t rows = 0;
        while (text.find("吉G·" + std::to_string(20000 + next)) != std::string::npos) ++next, ++rows;
        CHECK(rows > 0);
        // The problem takes two lines; both are on the row's page.
        CHECK(times(text, "未领取校车标牌") == rows);
        CHECK(times(text, "说明原因") == rows);
    }
    CHECK(next == 100);
}

TEST_CASE("nothing leaves the text area", "[documents]")
{
    for (const Page& page : pages_of(a_table(60))) {
        for (const TextLine& line : page.lines) {
            CHECK(left_of(line) >= gb9704::left);
            CHECK(right_of(line) <= gb9704::right + 0.01);
            CHECK(line.baseline <= gb9704::bottom);
        }
        for (const Stroke& stroke : page.strokes) CHECK(stroke.y1 <= gb9704::bottom + 0.01);
    }
}

TEST_CASE("a table that begins low takes its header to the page of its first row", "[documents]")
{
    const auto pages = pages_of(a_table(1), {}, gb9704::height - 30);
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].lines.empty());
    CHECK(times(text_of(pages[1]), "号牌号码") == 1);
}

TEST_CASE("a row higher than a page goes on over the next, whole", "[documents]")
{
    auto table = a_table(3);
    std::string much;
    for (int i = 0; i < 150; ++i) much += "第" + std::to_string(i) + "行\n";
    table.rows[1].cells[2].text = much + "终";
    const auto pages = pages_of(table);
    std::string all;
    for (const Page& page : pages) all += text_of(page);
    for (int i = 0; i < 150; ++i) CHECK(times(all, "第" + std::to_string(i) + "行") == 1);
    CHECK(times(all, "终") == 1);
    CHECK(times(all, "吉G·20001") == 1);
    CHECK(times(all, "吉G·20002") == 1);
}

TEST_CASE("a cell may reach over several columns, and a row leave room to write", "[documents]")
{
    Table form;
    form.columns = {{"", 50}, {"", 50}, {"", 50}};
    form.has_head = false;
    form.rows = {{.cells = {{.text = "处理情况", .label = true}, {.text = han(30), .columns = 2}}, .least_mm = 40}};
    const auto pages = pages_of(form);
    const auto* wide = find_line(pages.at(0), "国国国");
    REQUIRE(wide != nullptr);
    CHECK(right_of(*wide) > gb9704::left + 110 * mm);
    double lowest = 0;
    for (const Stroke& stroke : pages[0].strokes) lowest = std::max(lowest, stroke.y1);
    CHECK(lowest - gb9704::top >= 40 * mm);
}
