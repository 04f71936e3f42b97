#include "console/permits/permit_board.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using permits::ClockLook;
using rules::Department;
using rules::Step;

rules::OpenClock a_clock(std::string number, Step step, Department holder, std::optional<int> limit,
                         std::optional<int> used, std::optional<bool> late, std::uint32_t county = 220802)
{
    rules::OpenClock open;
    open.registration_number = std::move(number);
    open.county = data::Adcode{county};
    open.clock = {
        .step = step, .holder = holder, .since = on(2026, 11, 16), .limit = limit, .used = used, .late = late};
    return open;
}

std::vector<std::string> numbers(const permits::BoardColumn& column)
{
    std::vector<std::string> all;
    for (const auto* each : column.cards) all.push_back(each->registration_number);
    return all;
}

const std::vector<rules::OpenClock>& clocks()
{
    static const std::vector<rules::OpenClock> all{
        a_clock("吉G1", Step::reply, Department::transport, 3, 1, false),
        a_clock("吉G2", Step::reply, Department::transport, 3, 5, true),
        a_clock("吉G3", Step::reply, Department::police_traffic, 3, 3, false),
        a_clock("吉G4", Step::reply, Department::transport, 3, 9, true, 220881),
        a_clock("吉G5", Step::decide, Department::government, {}, {}, {}),
        a_clock("吉G6", Step::present, Department::bus_operator, {}, 4, {})};
    return all;
}

TEST_CASE("a column of the board has the latest on top, then those that end first", "[permits]")
{
    const auto board = permits::permit_board(clocks(), {});
    const auto& reply = board.columns[static_cast<std::size_t>(Step::reply) - 1];
    CHECK(numbers(reply) == std::vector<std::string>{"吉G4", "吉G2", "吉G3", "吉G1"});
    CHECK(reply.late == 2);
    CHECK(board.clocks == 6);
    CHECK(board.late == 2);
    CHECK(board.shown == 6);
}

TEST_CASE("the board is narrowed by county, holder and lateness; its sums are the county's", "[permits]")
{
    const auto county = permits::permit_board(clocks(), {.county = data::Adcode{220802}, .only_late = true});
    CHECK(county.clocks == 5);
    CHECK(county.late == 1);
    CHECK(county.shown == 1);
    const auto police = permits::permit_board(clocks(), {.holder = Department::police_traffic});
    CHECK(police.shown == 1);
    REQUIRE(police.holders.size() == 4);  // in the order of the departments, those that hold something
    CHECK(police.holders[0].holder == Department::police_traffic);
    CHECK(police.holders[1].clocks == 3);
}

TEST_CASE("a card says how the clock stands in words, and why it cannot be counted", "[permits]")
{
    const auto days = [](const rules::OpenClock& open) {
        return permits::card_text(open, language::Language::zh).days;
    };
    CHECK(days(clocks()[0]) == "余 2 日 1/3");
    CHECK(days(clocks()[1]) == "超期 2 日 5/3");
    CHECK(days(clocks()[2]) == "今日到期 3/3");
    CHECK(days(clocks()[4]) == "超出节假日表");
    CHECK(days(clocks()[5]) == "已等 4 日");
    auto undated = clocks()[4];
    undated.clock.since = {};
    CHECK(days(undated) == "时限无法计算");
    CHECK(permits::card_text(undated, language::Language::zh).since == "未填写起算日");
    auto surely = clocks()[4];
    surely.clock.late = true;  // told without a count
    CHECK(permits::look_of(surely.clock) == ClockLook::late);
    CHECK(days(surely) == "已超期");
}

}  // namespace
