#include "tests/console/documents/a_letter.hpp"
#include "tests/console/documents/poppler.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace xiaoan;
using namespace xiaoan::documents;
using namespace xiaoan::test;
using Catch::Matchers::WithinAbs;

namespace {

const EvenMetrics metrics;

std::vector<Page> pages_of(const Letter& letter)
{
    return letter_pages(letter, metrics);
}

/// Text of the body's size: title, head, page numbers and small print have others.
std::vector<TextLine> body_lines(const Page& page)
{
    std::vector<TextLine> lines;
    for (const TextLine& line : page.lines)
        if (line.size_pt == gb9704::size_3 && line.baseline > gb9704::top && line.baseline < gb9704::bottom)
            lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("a page has 22 lines of 28 characters, in the margins of the standard", "[documents]")
{
    auto letter = a_letter();
    letter.body = {a_text(han(2000))};
    const auto pages = pages_of(letter);
    REQUIRE(pages.size() > 3);
    const auto lines = body_lines(pages[1]);
    REQUIRE(lines.size() == 22);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(lines[i].glyphs.size() == 28);
        CHECK_THAT(left_of(lines[i]), WithinAbs(28 * mm, 0.01));
        CHECK_THAT(right_of(lines[i]), WithinAbs((28 + 156) * mm, 0.3));  // 16 pt in a cell of 15.79
        if (i > 0) CHECK_THAT(lines[i].baseline - lines[i - 1].baseline, WithinAbs(225.0 / 22 * mm, 0.001));
    }
    CHECK(lines.front().baseline > 37 * mm);
    CHECK(lines.back().baseline < (37 + 225) * mm);
}

TEST_CASE("the head of a letter: name at 30 mm, double rules of 170 mm, 20 mm above the end", "[documents]")
{
    const auto page = pages_of(a_letter()).at(0);
    const auto* name = find_line(page, "白城市教育局");
    REQUIRE(name != nullptr);
    CHECK(name->ink == Ink::red);
    CHECK_THAT(name->baseline - 0.88 * name->size_pt, WithinAbs(30 * mm, 0.01));
    CHECK_THAT((left_of(*name) + right_of(*name)) / 2, WithinAbs(105 * mm, 0.1));
    REQUIRE(page.strokes.size() == 4);
    for (const Stroke& stroke : page.strokes) {
        CHECK(stroke.ink == Ink::red);
        CHECK_THAT(stroke.x1 - stroke.x0, WithinAbs(170 * mm, 0.01));
    }
    // Thick over thin under the name, thin over thick above the end of the page.
    CHECK_THAT(page.strokes[0].y0 - page.strokes[0].width / 2, WithinAbs(34 * mm + name->size_pt, 0.01));
    CHECK(page.strokes[0].width > page.strokes[1].width);
    CHECK(page.strokes[0].y0 < page.strokes[1].y0);
    CHECK_THAT(page.strokes[2].y0 + page.strokes[2].width / 2, WithinAbs((297 - 20) * mm, 0.01));
    CHECK(page.strokes[2].width > page.strokes[3].width);
    CHECK(page.strokes[3].y0 < page.strokes[2].y0);
    const auto* number = find_line(page, "白教函〔2026〕12号");
    REQUIRE(number != nullptr);
    CHECK_THAT(right_of(*number), WithinAbs(184 * mm, 0.3));                               // flush right
    CHECK_THAT(number->baseline - 0.88 * 16 - (page.strokes[1].y0), WithinAbs(14, 0.01));  // 7/8 of 3号
}

TEST_CASE("a head can be black, or left to paper that bears it already", "[documents]")
{
    auto letter = a_letter();
    letter.head.ink = HeadInk::black;
    const auto black = pages_of(letter).at(0);
    CHECK(find_line(black, "白城市教育局")->ink == Ink::black);
    CHECK(black.strokes.at(0).ink == Ink::black);
    letter.head.ink = HeadInk::preprinted;
    const auto blank = pages_of(letter).at(0);
    CHECK(blank.strokes.empty());
    CHECK(find_line(blank, "白教函〔2026〕12号") != nullptr);
    // The text stands where it stood.
    CHECK(find_line(blank, "洮南市")->baseline == find_line(black, "洮南市")->baseline);
}

TEST_CASE("the document form has its number in the middle and one rule as wide as the text", "[documents]")
{
    auto letter = a_letter();
    letter.head = {HeadForm::document, HeadInk::red, "白城市教育局文件", "白教发〔2026〕3号"};
    const auto page = pages_of(letter).at(0);
    const auto* name = find_line(page, "白城市教育局文件");
    REQUIRE(name != nullptr);
    CHECK_THAT(name->baseline - 0.88 * name->size_pt, WithinAbs((37 + 35) * mm, 0.01));  // 7.2.4
    const auto* number = find_line(page, "白教发〔2026〕3号");
    REQUIRE(number != nullptr);
    CHECK_THAT((left_of(*number) + right_of(*number)) / 2, WithinAbs((28 + 78) * mm, 0.1));
    REQUIRE(page.strokes.size() == 1);
    CHECK_THAT(page.strokes[0].x1 - page.strokes[0].x0, WithinAbs(156 * mm, 0.01));
    CHECK_THAT(page.strokes[0].y0 - (number->baseline + 0.12 * 16), WithinAbs(4 * mm, 0.01));  // 7.2.7
    CHECK(find_line(page, "— 1 —") != nullptr);
}

TEST_CASE("pages are numbered, odd ones right, even ones left, the first of a letter not", "[documents]")
{
    auto letter = a_letter();
    letter.body = {a_text(han(1600))};
    const auto pages = pages_of(letter);
    REQUIRE(pages.size() >= 3);
    CHECK(find_line(pages[0], "—") == nullptr);
    const auto* second = find_line(pages[1], "— 2 —");
    const auto* third = find_line(pages[2], "— 3 —");
    REQUIRE(second != nullptr);
    REQUIRE(third != nullptr);
    // One character in from the edge, the dash 7 mm below the text area; 4号.
    CHECK_THAT(left_of(*second), WithinAbs(28 * mm + 14, 0.01));
    CHECK_THAT(right_of(*third), WithinAbs(184 * mm - 14, 0.01));
    CHECK_THAT(second->baseline - 0.88 * 14, WithinAbs((37 + 225 + 7) * mm, 0.01));
    CHECK(second->size_pt == 14);
}

TEST_CASE("the date stands four characters from the right, the sender in its middle above", "[documents]")
{
    const auto page = pages_of(a_letter()).back();
    const auto* date = find_line(page, "2026年11月23日");
    REQUIRE(date != nullptr);
    CHECK_THAT(right_of(*date), WithinAbs(184 * mm - 4 * gb9704::cell, 0.01));
    const TextLine* sender = nullptr;
    for (const TextLine& line : page.lines)
        if (std::abs(line.baseline - (date->baseline - gb9704::pitch)) < 0.01) sender = &line;
    REQUIRE(sender != nullptr);
    CHECK_THAT((left_of(*sender) + right_of(*sender)) / 2, WithinAbs((left_of(*date) + right_of(*date)) / 2, 0.01));
}

TEST_CASE("a sender with a long name stays within the text area", "[documents]")
{
    auto letter = a_letter();
    letter.signature = "白城市教育局校车安全管理工作领导小组办公室（联席会议办公室）";
    letter.head.name = letter.signature;
    const auto pages = pages_of(letter);
    for (const Page& page : pages)
        for (const TextLine& line : body_lines(page)) {
            CHECK(left_of(line) >= 28 * mm - 0.01);
            CHECK(right_of(line) <= 184 * mm + 0.3);
        }
    const auto* name = find_line(pages.at(0), "白城市教育局校车");
    REQUIRE(name != nullptr);
    CHECK(right_of(*name) - left_of(*name) <= 156 * mm + 0.3);
}

TEST_CASE("however long the text is, the signature's page has text of it, and nothing is lost", "[documents]")
{
    const auto rows = GENERATE(Catch::Generators::range(1, 60));
    auto letter = a_letter();
    letter.annexes.push_back({.title = "清单", .table = a_table(2)});
    letter.body = {a_text(han(static_cast<std::size_t>(rows) * 28 - 2))};
    const auto pages = pages_of(letter);
    std::size_t characters = 0;
    for (const Page& page : pages)
        for (const TextLine& line : body_lines(page))
            characters += static_cast<std::size_t>(
                std::ranges::count(line.glyphs, U'国', [](const Glyph& glyph) { return glyph.code; }));
    CHECK(characters == static_cast<std::size_t>(rows) * 28 - 2);
    for (const Page& page : pages)
        if (find_line(page, "2026年11月23日") != nullptr) CHECK(find_line(page, "国") != nullptr);
}

TEST_CASE("a heading is not the last line of a page", "[documents]")
{
    for (std::size_t rows = 1; rows < 40; ++rows) {
        CAPTURE(rows);
        auto letter = a_letter();
        letter.body = {a_text(han(rows * 28 - 2)), a_heading(Level::one, "二、有关要求"), a_text(han(100))};
        for (const Page& page : pages_of(letter)) {
            const auto lines = body_lines(page);
            CHECK((lines.empty() || lines.back().face != Face::hei));
        }
    }
}

TEST_CASE("annexes are named under the text and stand on pages of their own", "[documents]")
{
    auto letter = a_letter();
    letter.annexes.push_back({.title = "问题清单", .table = a_table(2)});
    const auto one = pages_of(letter);
    CHECK(text_of(one[one.size() - 2]).find("附件：问题清单\n") != std::string::npos);
    CHECK(lines_on(one.back()).at(0) == "附件");
    letter.annexes.push_back({.title = han(30), .table = a_table(1)});
    const auto two = pages_of(letter);
    const std::string text = text_of(two[two.size() - 3]);
    CHECK(text.find("附件：1.问题清单\n") != std::string::npos);
    CHECK(lines_on(two[two.size() - 2]).at(0) == "附件1");
    CHECK(lines_on(two.back()).at(0) == "附件2");
    // 7.3.7: 附件 on the first row, the title centred on the third.
    const auto* label = find_line(two.back(), "附件2");
    CHECK(label->face == Face::hei);
    CHECK_THAT(left_of(*label), WithinAbs(28 * mm, 0.01));
}

TEST_CASE("an annex name of two lines stands under its own beginning", "[documents]")
{
    auto letter = a_letter();
    letter.annexes = {{.title = han(40), .table = a_table(1)}, {.title = "反馈单", .table = a_table(1)}};
    std::vector<TextLine> lines;
    for (const Page& page : pages_of(letter))
        for (const TextLine& line : page.lines)
            if (line.size_pt == 16 && line.glyphs.front().code == U'国' && left_of(line) > 28 * mm + 3 * gb9704::cell)
                lines.push_back(line);
    // 28 cells without two of indent, three of 附件：, one of "1.": 22, then 18.
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].glyphs.size() == 22);
    CHECK(lines[1].glyphs.size() == 18);
    CHECK(left_of(lines[0]) == left_of(lines[1]));
}

TEST_CASE("copies stand at the foot of the last page, rules only in the document form", "[documents]")
{
    auto letter = a_letter();
    letter.copies = "抄送：洮南市人民政府。";
    const auto page = pages_of(letter).back();
    const auto* copies = find_line(page, "抄送");
    REQUIRE(copies != nullptr);
    CHECK(copies->size_pt == 14);
    CHECK_THAT(copies->baseline, WithinAbs(baseline_in_row(262 * mm - gb9704::pitch, gb9704::pitch, 14), 0.01));
    CHECK_THAT(left_of(*copies), WithinAbs(28 * mm + 14 * gb9704::cell / 16, 0.01));
    letter.head.form = HeadForm::document;
    const auto document = pages_of(letter).back();
    CHECK(std::ranges::count(document.strokes, 0.35 * mm, &Stroke::width) == 2);
}

TEST_CASE("invented buses are marked on every page, the witness stands on the last alone", "[documents]")
{
    auto letter = a_letter();
    letter.body = {a_text(han(1600))};
    letter.demonstration = "演示数据";
    letter.witness = {"变更链首 0f3c"};
    const auto pages = pages_of(letter);
    for (const Page& page : pages) CHECK(find_line(page, "演示数据") != nullptr);
    for (std::size_t i = 0; i + 1 < pages.size(); ++i) CHECK(find_line(pages[i], "变更链首") == nullptr);
    const auto* witness = find_line(pages.back(), "变更链首");
    REQUIRE(witness != nullptr);
    CHECK(witness->baseline > 277 * mm);
    CHECK(witness->baseline < 292 * mm);
}

TEST_CASE("the title takes at most two lines, centred, the first page keeps text under it", "[documents]")
{
    const auto page = pages_of(a_letter()).at(0);
    std::vector<const TextLine*> title;
    for (const TextLine& line : page.lines)
        if (line.size_pt == 22) title.push_back(&line);
    REQUIRE(title.size() == 2);
    for (const auto* line : title) CHECK_THAT((left_of(*line) + right_of(*line)) / 2, WithinAbs(106 * mm, 0.1));
    CHECK(title[0]->glyphs.size() != title[1]->glyphs.size());
    CHECK(find_line(page, "现将有关") != nullptr);  // 公文首页必须显示正文
}

TEST_CASE("in English the same letter stands on the same page", "[documents]")
{
    auto letter = a_letter();
    letter.language = language::Language::en;
    letter.addressee = "To the transport office:";
    letter.body = {a_text("The permit expired on 2026-08-31. Please have it put right and answer in writing.")};
    letter.annexes = {{.title = "Findings", .table = a_table(1)}};
    const auto pages = pages_of(letter);
    REQUIRE(pages.size() == 2);
    CHECK(text_of(pages[0]).find("Annexes:Findings") != std::string::npos);
    CHECK(lines_on(pages[1]).at(0) == "Annex");
    for (const TextLine& line : pages[0].lines) CHECK(right_of(line) <= 184 * mm + 0.3);
}
