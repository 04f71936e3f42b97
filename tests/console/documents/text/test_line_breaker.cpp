#include "console/documents/text/line_breaker.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace xiaoan::documents;

namespace {

std::vector<std::string> lines_of(std::string_view text, const LineMeasure& measure = {})
{
    std::vector<std::string> texts;
    for (const Line& line : broken_into_lines(text, measure)) texts.push_back(utf8(line.text()));
    return texts;
}

using Texts = std::vector<std::string>;

std::string han(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "国";
    return text;
}

}  // namespace

TEST_CASE("a line of the page holds 28 characters, the first of a paragraph 26", "[documents]")
{
    // GB/T 9704-2012, 5.2.3 and 7.3.3: 28 characters a line, each paragraph indented by two.
    const auto lines = broken_into_lines(han(26 + 28 + 3), {.first_indent = 4});
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].cells.size() == 26);
    CHECK(lines[0].indent == 4);
    CHECK(lines[1].cells.size() == 28);
    CHECK(lines[1].indent == 0);
    CHECK(lines[1].width == 56);
    CHECK_FALSE(lines[1].ends_paragraph);
    CHECK(lines[2].cells.size() == 3);
    CHECK(lines[2].ends_paragraph);
}

TEST_CASE("two digits share a cell", "[documents]")
{
    const auto lines = broken_into_lines(han(26) + "1234");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].width == 56);
}

TEST_CASE("each character knows its place in the paragraph", "[documents]")
{
    const auto lines = broken_into_lines(han(28) + "\n车 辆");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].cells[27] == Cell{U'国', 2, 27});
    CHECK(lines[1].cells[0] == Cell{U'车', 2, 29});
    CHECK(lines[1].cells[2] == Cell{U'辆', 2, 31});
}

TEST_CASE("a mark at the end of a line takes half a cell where there is no more room", "[documents]")
{
    // 27 characters and an odd digit leave half a cell, which is what the stop needs.
    const auto lines = broken_into_lines(han(27) + "1。" + han(5));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].cells.size() == 29);
    CHECK(lines[0].width == 56);
    CHECK(lines[0].cells[28] == Cell{U'。', 1, 28});
    // Where there is room it keeps its cell.
    CHECK(broken_into_lines(han(27) + "。" + han(5))[0].cells[27].width == 2);
}

TEST_CASE("a mark for which there is no room takes the character before it along", "[documents]")
{
    CHECK(lines_of(han(28) + "。" + han(5)) == Texts{han(27), "国。" + han(5)});
    CHECK(lines_of(han(28) + "”。") == Texts{han(27), "国”。"});
}

TEST_CASE("marks within a line keep their cells", "[documents]")
{
    const auto lines = broken_into_lines(han(10) + "，" + han(17) + "。" + han(5));
    for (const Line& line : lines)
        for (const Cell& cell : line.cells) CHECK(cell.width == 2);
}

TEST_CASE("an opening mark goes to the line of what it opens", "[documents]")
{
    const auto lines = lines_of(han(27) + "《条例》");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == han(27));
    CHECK(lines[1] == "《条例》");
}

TEST_CASE("a date at the end of a line goes down whole", "[documents]")
{
    const auto lines = lines_of(han(25) + "2026年11月23日前报告");
    CHECK(lines == Texts{han(25), "2026年11月23日前报告"});
}

TEST_CASE("what is tied and longer than a line is cut where the line is full", "[documents]")
{
    const auto lines = lines_of(std::string(130, 'A'));
    CHECK(lines == Texts{std::string(56, 'A'), std::string(56, 'A'), std::string(18, 'A')});
}

TEST_CASE("blanks at the ends of a line are not seen, and do not count", "[documents]")
{
    CHECK(lines_of("one two three", {.width = 7}) == Texts{"one two", "three"});
    CHECK(lines_of("one two  ", {.width = 7}) == Texts{"one two"});
}

TEST_CASE("a line break in the text ends the line, and no text is one empty line", "[documents]")
{
    CHECK(lines_of("甲\n\n乙") == Texts{"甲", "", "乙"});
    CHECK(lines_of("") == Texts{""});
    const auto lines = broken_into_lines("甲\n乙", {.first_indent = 4, .indent = 2});
    CHECK(lines[0].indent == 4);
    CHECK(lines[1].indent == 2);
    CHECK(lines[0].ends_paragraph);
}

TEST_CASE("any measure will do", "[documents]")
{
    LineMeasure measure{
        .width = 1200, .half_cell = 0, .widths = [](char32_t code, std::size_t) { return code == U'i' ? 100 : 300; }};
    CHECK(lines_of("iii am in it", measure) == Texts{"iii am", "in it"});
}

TEST_CASE("no line is wider than the page, none begins or ends against the rules", "[documents]")
{
    const std::string text =
        "根据《校车安全管理条例》（国务院令第617号）第十四条、第四十五条第一款，我局于2026年11月23日对吉G·12345、"
        "吉G·20871、吉GD·01188等3辆校车的使用许可、校车标牌、检验（有效期至2026年12月1日）和驾驶人资格进行核对，"
        "发现“未取得校车标牌”“许可已过期”等问题；请贵单位于3个工作日内依法处理，并函告我局（联系电话：0436-3224567）。"
        "此前已以白教函〔2026〕12号函商请办理——尚未收到答复……逾期的，按有关规定执行，比例在2%～5%之间。";
    for (int width = 20; width <= 60; ++width) {
        CAPTURE(width);
        const auto lines = broken_into_lines(text, {.width = width, .first_indent = 4});
        std::string all;
        for (const Line& line : lines) {
            CAPTURE(utf8(line.text()));
            REQUIRE_FALSE(line.cells.empty());
            CHECK(line.width + line.indent <= width);
            CHECK_FALSE(never_first(line.cells.front().code));
            if (!line.ends_paragraph) CHECK_FALSE(never_last(line.cells.back().code));
            all += utf8(line.text());
        }
        CHECK(all == text);  // nothing is lost, nothing doubled
    }
}
