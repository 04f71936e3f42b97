#include "data/intake/row_selection.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;

namespace {

RowSelection typed(std::initializer_list<std::string_view> parts)
{
    RowSelection selection;
    for (const auto part : parts) REQUIRE(add_to_selection(selection, part));
    return selection;
}

}  // namespace

TEST_CASE("rows are named by number, and by sheet as a spreadsheet writes it", "[data][intake]")
{
    const RowSelection any = typed({"2-14,20"});
    CHECK(any.names("", 2));
    CHECK(any.names("校车", 14));
    CHECK_FALSE(any.names("校车", 15));
    CHECK(any.names("校车", 20));
    CHECK_FALSE(any.names("校车", 1));
    const RowSelection one = typed({"校车!3", "许可!"});
    CHECK(one.names("校车", 3));
    CHECK_FALSE(one.names("校车", 4));
    CHECK(one.names("许可", 400'000));
    CHECK_FALSE(one.names("标牌", 3));
}

TEST_CASE("ranges may overlap, touch and stand in any order", "[data][intake]")
{
    const RowSelection rows = typed({"9-12,2-5,4-6,7,20-20"});
    for (const std::uint32_t row : {2U, 5U, 6U, 7U, 9U, 12U, 20U}) CHECK(rows.names("", row));
    for (const std::uint32_t row : {1U, 8U, 13U, 19U, 21U}) CHECK_FALSE(rows.names("", row));
    CHECK(rows.sheets.front().rows == std::vector<RowSelection::Range>{{2, 7}, {9, 12}, {20, 20}});
    const RowSelection last = typed({"4294967295", "1-4294967294"});
    CHECK(last.names("", 4'294'967'295U));
}

TEST_CASE("what becomes of rows may be named in place of their numbers", "[data][intake]")
{
    CHECK(typed({"added"}).asks_outcome());
    CHECK(typed({"changed", "校车!7"}).asks_outcome());
    CHECK_FALSE(typed({"added", "changed"}).asks_outcome());  // all of them
    CHECK_FALSE(typed({"7"}).asks_outcome());
}

TEST_CASE("what is no selection is refused", "[data][intake]")
{
    RowSelection selection;
    for (const auto* wrong : {"", "0", "x", "3-", "-3", "7-5", "2,,3", "校车!x", "1e3", "5000000000", "2 - 3"}) {
        CAPTURE(wrong);
        CHECK_FALSE(add_to_selection(selection, wrong));
    }
    CHECK(selection.sheets.empty());
}

TEST_CASE("row numbers become the fewest ranges", "[data][intake]")
{
    const std::vector<std::uint32_t> rows{2, 3, 4, 7, 9, 10};
    CHECK(ranges_of(rows) == std::vector<RowSelection::Range>{{2, 4}, {7, 7}, {9, 10}});
    CHECK(ranges_of({}).empty());
}
