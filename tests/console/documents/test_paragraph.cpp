#include "console/documents/paragraph.hpp"
#include "console/documents/pdf_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace xiaoan;
using namespace xiaoan::documents;
using Catch::Matchers::WithinAbs;

TEST_CASE("a Chinese character is as wide as its size in points", "[documents]")
{
    const PdfFile pdf({});
    CHECK_THAT(Paragraph(pdf.page(), "国", {.size_pt = 10}).width(), WithinAbs(10, 0.1));
    CHECK_THAT(Paragraph(pdf.page(), "校车问题清单", {.size_pt = 18}).width(), WithinAbs(108, 0.5));
}

TEST_CASE("text is broken at the width, and grows downwards", "[documents]")
{
    const PdfFile pdf({});
    const TextStyle style{.size_pt = 10};
    const double line = Paragraph(pdf.page(), "国", style).height();
    // Twenty characters of 10 pt in 52 pt: five a line.
    const Paragraph broken(pdf.page(), "国国国国国国国国国国国国国国国国国国国国", style, 52);
    CHECK_THAT(broken.height(), WithinAbs(4 * line, 0.1));
    CHECK(broken.width() <= 52);
    CHECK_THAT(Paragraph(pdf.page(), "一\n二", style, 52).height(), WithinAbs(2 * line, 0.1));
    // A word without a place to break it is broken anyway: nothing runs into the next column.
    CHECK(Paragraph(pdf.page(), "LDEMXXTE0FD000100LDEMXXTE0FD000100", style, 52).width() <= 52);
}

TEST_CASE("a page is A4, upright or lying", "[documents]")
{
    // ISO 216: 210 mm by 297 mm, 1 mm = 72 / 25.4 pt.
    const PdfFile upright({});
    CHECK_THAT(upright.width(), WithinAbs(595.276, 0.001));
    CHECK_THAT(upright.height(), WithinAbs(841.890, 0.001));
    const PdfFile lying({.title = {}, .author = {}, .landscape = true});
    CHECK_THAT(lying.width(), WithinAbs(841.890, 0.001));
    CHECK_THAT(lying.height(), WithinAbs(595.276, 0.001));
}
