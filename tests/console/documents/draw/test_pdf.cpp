#include "console/documents/draw/page_picture.hpp"
#include "console/documents/draw/pdf.hpp"
#include "tests/console/documents/a_letter.hpp"
#include "tests/console/documents/poppler.hpp"

#include <catch2/catch_test_macros.hpp>

#include <sstream>

using namespace xiaoan;
using namespace xiaoan::documents;
using namespace xiaoan::test;

namespace {

Letter long_letter()
{
    auto letter = a_letter();
    letter.body = {a_text("洮北、镇赉、通榆、洮南、大安：吉G·12345于2026年11月23日核对，“三无”车辆一律停运。"),
                   a_text(han(600))};
    letter.annexes = {{.title = "问题清单", .table = a_table(40)}};
    letter.demonstration = "演示数据";
    return letter;
}

std::string pdf_of(const Letter& letter)
{
    const Fonts fonts;
    return documents::pdf_of(letter_pages(letter, fonts), letter.info, fonts);
}

}  // namespace

TEST_CASE("the same letter gives the same bytes, whenever it is printed", "[documents]")
{
    const auto pdf = pdf_of(long_letter());
    CHECK(pdf == pdf_of(long_letter()));
    // Day 20780 after 1970-01-01; no clock is in the file.
    CHECK(pdf.find("/CreationDate (20261123000000+08") != std::string::npos);
}

TEST_CASE("text can be selected as it reads", "[documents]")
{
    const auto text = said_of(pdf_of(long_letter()), "pdftotext -enc UTF-8", "-");
    if (text.empty()) SKIP("pdftotext of poppler-utils is not here");
    CHECK(text.find("白教函〔2026〕12号") != std::string::npos);
    CHECK(text.find("洮北、镇赉、通榆、洮南、大安：吉G·12345于2026年11月\n23日") == std::string::npos);  // not torn
    CHECK(text.find("洮北、镇赉、通榆、洮南、大安：吉G·12345于") != std::string::npos);
    CHECK(text.find("2026年11月23日核对，“三无”车辆一律停运。") != std::string::npos);
    CHECK(text.find("— 2 —") != std::string::npos);
}

TEST_CASE("pages are A4 upright, fonts embedded with their characters", "[documents]")
{
    const auto pdf = pdf_of(long_letter());
    const auto info = said_of(pdf, "pdfinfo");
    if (info.empty()) SKIP("pdfinfo of poppler-utils is not here");
    CHECK(info.find("595.276 x 841.89 pts (A4)") != std::string::npos);
    std::istringstream fonts(said_of(pdf, "pdffonts"));
    std::string line;
    std::getline(fonts, line);
    const auto embedded = line.find("emb");
    const auto unicode = line.find("uni");
    REQUIRE(embedded != std::string::npos);
    std::getline(fonts, line);
    int count = 0;
    while (std::getline(fonts, line)) {
        CAPTURE(line);
        CHECK(line.substr(embedded, 3) == "yes");
        CHECK(line.substr(unicode, 3) == "yes");
        ++count;
    }
    CHECK(count >= 2);
}

TEST_CASE("the picture of a page is the page: paper, and ink where there is text", "[documents]")
{
    const Fonts fonts;
    const auto pages = letter_pages(a_letter(), fonts);
    const auto picture = page_picture(pages[0], 2, fonts);
    CHECK(picture.width == 1191);  // 595.276 pt at two pixels each
    CHECK(picture.height == 1684);
    const auto at = [&](double x_mm, double y_mm) {
        return picture.pixels[static_cast<std::size_t>(y_mm * mm * 2) * 1191 + static_cast<std::size_t>(x_mm * mm * 2)];
    };
    CHECK(at(5, 5) == 0xFFFFFFFF);
    // The first red rule: its thickness begins 4 mm under the name.
    const double rule = page_picture(pages[0], 1, fonts).height > 0 ? pages[0].strokes[0].y0 / mm : 0;
    const auto red = at(105, rule);
    CHECK((red >> 16 & 0xFF) > 180);
    CHECK((red >> 8 & 0xFF) < 60);
}
