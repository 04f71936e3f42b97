#include "data/export/plain_workbook.hpp"

#include "data/intake/container.hpp"
#include "tests/data/intake/import_desk.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

TEST_CASE("a table is a workbook with texts, numbers, days and shares as such, and no live formula", "[data][export]")
{
    const ImportDesk desk;
    const Date day = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23};
    const std::array sheets{PlainSheet{"各县区",
                                       {"县区", "在运", "公司化", "截至"},
                                       {{std::string{"=1+1"}, std::int64_t{36}, Share{1, 4}, day}}},
                            PlainSheet{"逐月", {"截至", "占比"}, {{day, Share{}}}}};
    const std::string path = desk.folder.file("运营.xlsx"), again = desk.folder.file("again.xlsx");
    write_plain_workbook(path, sheets, day);
    const auto book = open_workbook(path);
    REQUIRE(book->sheets().size() == 2);
    CHECK(book->sheets()[1].name == "逐月");
    const auto cells = cells_of(*book->open(0));
    const auto has = [&](std::string_view cell) { return std::ranges::find(cells, cell) != cells.end(); };
    CHECK(has("A1 text 县区"));
    CHECK(has("A2 text '=1+1"));
    CHECK(has("B2 number 36"));
    CHECK(has("C2 number 0.25"));
    CHECK(has("D2 moment 2026-11-23"));

    write_plain_workbook(again, sheets, day);
    const auto content = [](const std::string& of) {
        std::ifstream file(of, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(file), {}};
    };
    CHECK(content(path) == content(again));
}

TEST_CASE("a share is told in hundredths, halves upwards, and not at all without a whole", "[data][export]")
{
    CHECK(plain_text(Share{1, 8}) == "13 %");  // 12.5
    CHECK(plain_text(Share{2, 3}) == "67 %");
    CHECK(plain_text(Share{0, 5}) == "0 %");
    CHECK(plain_text(Share{}).empty());
}
