#include "tests/console/documents/a_list.hpp"
#include "tests/console/documents/poppler.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using documents::flagged_list_pdf;

TEST_CASE("the list is a PDF whose pages are A4 lying, all of them", "[documents]")
{
    const auto pdf = flagged_list_pdf(list_of_rows(60));
    CHECK(pdf.starts_with("%PDF-1."));
    CHECK(pdf.ends_with("%%EOF\n"));
    const auto pages = times(pdf, "/Type /Page % ");
    CHECK(pages > 1);
    // 297 mm by 210 mm (ISO 216) in points.
    CHECK(times(pdf, "/MediaBox [ 0 0 841.889764 595.275591 ]") == pages);
}

TEST_CASE("a longer list has more pages, and a single row or none has one", "[documents]")
{
    const auto pages = [](const documents::FlaggedList& list) {
        return times(flagged_list_pdf(list), "/Type /Page % ");
    };
    CHECK(pages(list_of_rows(1)) == 1);
    CHECK(pages(list_of(*a_fleet(), {.rule = "PERMIT-REVOKED"})) == 1);
    CHECK(pages(list_of_rows(100)) > pages(list_of_rows(50)));
}

TEST_CASE("the same list gives the same bytes, whenever it is printed", "[documents]")
{
    const auto list = list_of(*a_fleet());
    const auto pdf = flagged_list_pdf(list);
    CHECK(flagged_list_pdf(list) == pdf);
    CHECK(pdf.find("/CreationDate (20261123000000") != std::string::npos);  // the as-of date, no clock
}

TEST_CASE("a row higher than a page neither hangs nor loses the rows after it", "[documents]")
{
    auto list = list_of_rows(3);
    for (int i = 0; i < 200; ++i) list.rows[1].evidence += "\n许可编号 XK-1";
    const auto pages = times(flagged_list_pdf(list), "/Type /Page % ");
    CHECK(pages >= 2);
    CHECK(pages <= 4);
}

TEST_CASE("every row is on the pages, under headers, with numbered feet", "[documents]")
{
    const auto pdf = flagged_list_pdf(list_of_rows(60));
    const auto words = words_of(pdf);
    if (words.empty()) SKIP("pdftotext of poppler-utils is not here");
    const auto pages = times(words, "\f");
    CHECK(pages == times(pdf, "/Type /Page % "));
    CHECK(times(words, "校车问题清单") == 1);
    CHECK(times(words, "牵头部门") == pages);
    for (std::size_t i = 0; i < 60; ++i) {
        CAPTURE(i);
        CHECK(times(words, "吉G·" + std::to_string(20000 + i)) == 1);
    }
    for (std::size_t page = 1; page <= pages; ++page)
        CHECK(times(words, "第" + std::to_string(page) + "页，共" + std::to_string(pages) + "页") == 1);
}

TEST_CASE("the page says what the list says", "[documents]")
{
    const auto words = words_of(flagged_list_pdf(list_of(*a_fleet())));
    if (words.empty()) SKIP("pdftotext of poppler-utils is not here");
    for (const auto* text : {"白城市教育局", "截至2026年11月23日", "查看校车6辆：停运1，整改1，提示1；列出问题7项",
                             "吉G·10002", "无校车使用许可", "立即", "2026-12-01", "《机动车登记规定》"}) {
        CAPTURE(text);
        CHECK(words.find(text) != std::string::npos);
    }
    const auto none = words_of(flagged_list_pdf(list_of(*a_fleet(), {.rule = "PERMIT-REVOKED"})));
    CHECK(none.find("6辆校车中没有符合条件的问题") != std::string::npos);
    CHECK(none.find("牵头部门") == std::string::npos);
}

}  // namespace
