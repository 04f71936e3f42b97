#include "console/documents/page/type.hpp"
#include "tests/console/documents/a_letter.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace xiaoan;
using namespace xiaoan::documents;
using namespace xiaoan::test;
using Catch::Matchers::WithinAbs;

namespace {

const EvenMetrics metrics;
const TypeStyle grid{.size_pt = gb9704::size_3, .cell_pt = gb9704::cell};

}  // namespace

TEST_CASE("28 characters fill the width of the text area", "[documents]")
{
    // GB/T 9704-2012, 5.2.3: 156 mm hold 28 characters, 5.571 mm each.
    const auto lines = set_lines(han(30), Face::fangsong, grid, gb9704::width, metrics);
    REQUIRE(lines.size() == 2);
    const auto& glyphs = lines[0].parts.at(0).glyphs;
    REQUIRE(glyphs.size() == 28);
    for (std::size_t i = 0; i < 28; ++i)
        CHECK_THAT(glyphs[i].x, WithinAbs(156.0 / 28 * mm * static_cast<double>(i), 0.01));
    CHECK_THAT(lines[0].width, WithinAbs(156 * mm, 0.01));
}

TEST_CASE("half a cell left over is shared by the gaps, but not within a number", "[documents]")
{
    const auto lines = set_lines(han(26) + "123" + han(5), Face::fangsong, grid, gb9704::width, metrics);
    const auto& glyphs = lines.at(0).parts.at(0).glyphs;
    REQUIRE(glyphs.size() == 29);
    CHECK_THAT(lines[0].width, WithinAbs(156 * mm, 0.01));
    CHECK_THAT(glyphs[28].x - glyphs[27].x, WithinAbs(gb9704::cell / 2, 0.01));
    CHECK(glyphs[1].x - glyphs[0].x > gb9704::cell);
}

TEST_CASE("a line far from full is not stretched, nor is the last of a passage", "[documents]")
{
    const auto lines = set_lines(han(22) + "2026年11月23日前", Face::fangsong, grid, gb9704::width, metrics);
    REQUIRE(lines.size() == 2);
    CHECK_THAT(lines[0].width, WithinAbs(22 * gb9704::cell, 0.01));
    CHECK(lines[1].width < 156 * mm);
}

TEST_CASE("a passage in several faces is one line of several parts", "[documents]")
{
    const std::vector<Run> runs{{"（一）", Face::kai}, {"正文", Face::fangsong}};
    const auto lines = set_lines(runs, grid, gb9704::width, metrics);
    REQUIRE(lines.size() == 1);
    REQUIRE(lines[0].parts.size() == 2);
    CHECK(lines[0].parts[0].face == Face::kai);
    CHECK_THAT(lines[0].parts[1].glyphs.at(0).x, WithinAbs(3 * gb9704::cell, 0.01));
}

TEST_CASE("text is aligned in its width", "[documents]")
{
    TypeStyle style{.size_pt = 10, .align = Align::right};
    CHECK_THAT(set_lines("国国", Face::song, style, 100, metrics)[0].parts[0].glyphs[0].x, WithinAbs(80, 0.01));
    style.align = Align::centre;
    CHECK_THAT(set_lines("国国", Face::song, style, 100, metrics)[0].parts[0].glyphs[0].x, WithinAbs(40, 0.01));
    CHECK(set_line(han(200), Face::song, style, metrics).parts[0].glyphs.size() == 200);
}

TEST_CASE("Latin type is set in its own widths", "[documents]")
{
    const TypeStyle latin{.size_pt = 10, .grid = false, .align = Align::left};
    // Half an em a character: twenty in 100 pt.
    const auto lines = set_lines("The permit has expired since", Face::song, latin, 100, metrics);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].parts[0].glyphs.size() == std::string_view{"The permit has"}.size());
    CHECK_THAT(lines[0].width, WithinAbs(14 * 5, 0.1));
}
