#include "console/shell/table_rows.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace xiaoan::shell;

TEST_CASE("keys move the selection by row and by page and stop at the ends", "[shell]")
{
    CHECK(row_after_key(5, RowKey::up, 100, 10) == 4U);
    CHECK(row_after_key(0, RowKey::up, 100, 10) == 0U);
    CHECK(row_after_key(99, RowKey::down, 100, 10) == 99U);
    CHECK(row_after_key(5, RowKey::page_down, 100, 10) == 14U);  // one row of the old page stays
    CHECK(row_after_key(5, RowKey::page_up, 100, 10) == 0U);
    CHECK(row_after_key(50, RowKey::home, 100, 10) == 0U);
    CHECK(row_after_key(50, RowKey::end, 100, 10) == 99U);
}

TEST_CASE("without a selection the keys begin at the end they come from", "[shell]")
{
    CHECK(row_after_key({}, RowKey::down, 7, 3) == 0U);
    CHECK(row_after_key({}, RowKey::up, 7, 3) == 6U);
    CHECK_FALSE(row_after_key({}, RowKey::down, 0, 3).has_value());
}

TEST_CASE("a selection beyond the rows that are left is taken as the last row", "[shell]")
{
    CHECK(row_after_key(50, RowKey::up, 3, 10) == 1U);
}

TEST_CASE("columns that grow share what is left to the last pixel", "[shell]")
{
    constexpr std::array<float, 3> own{100, 50, 70};
    CHECK(column_widths(own, {false, true, true}, 301) == std::vector<float>{100, 90, 111});
    CHECK(column_widths(own, {false, false, true}, 150) == std::vector<float>{100, 50, 70});
    CHECK(column_widths(own, {false, false, false}, 900) == std::vector<float>{100, 50, 70});
}

TEST_CASE("rows are copied as lines with tabs, and a cell cannot break a line", "[shell]")
{
    const std::array<std::string, 2> heads{"号牌号码", "问题"};
    const auto cell = [](std::size_t row, std::size_t column) {
        return column == 0 ? std::string("吉G·1234") + std::to_string(row) : std::string("无\t标\n牌");
    };
    CHECK(tsv(heads, 2, cell) == "号牌号码\t问题\n吉G·12340\t无 标 牌\n吉G·12341\t无 标 牌\n");
    CHECK(tsv(heads, 0, cell) == "号牌号码\t问题\n");
}
