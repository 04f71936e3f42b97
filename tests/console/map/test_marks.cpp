#include "console/map/marks.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <vector>

namespace {

using namespace xiaoan::map;
using xiaoan::rules::BusState;

TEST_CASE("a bus in order near one that must stop joins its mark", "[map]")
{
    const std::vector<MarkedBus> buses{{{0, 0}, BusState::in_order, 0}, {{50, 0}, BusState::stop, 1}};
    const auto marks = gathered(buses, 100);
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].state == BusState::stop);
    CHECK(marks[0].bus == 1);
    CHECK(marks[0].at.x == 50);
    CHECK(marks[0].count() == 1);
    CHECK(marks[0].total() == 2);
}

TEST_CASE("buses farther apart than the reach keep marks of their own, also across squares", "[map]")
{
    const std::vector<MarkedBus> buses{
        {{99, 0}, BusState::stop, 0}, {{101, 0}, BusState::stop, 1}, {{202, 0}, BusState::stop, 2}};
    const auto marks = gathered(buses, 100);
    REQUIRE(marks.size() == 2);
    CHECK(marks[0].count() == 2);
    CHECK(marks[1].bus == 2);
}

TEST_CASE("no bus is lost and the gravest come first", "[map]")
{
    std::vector<MarkedBus> buses;
    for (std::uint32_t i = 0; i < 1000; ++i)
        buses.push_back({{static_cast<double>(i * 37 % 500), static_cast<double>(i * 91 % 300)},
                         static_cast<BusState>(i % 4 + 1),
                         i});
    const auto marks = gathered(buses, 40);
    std::uint32_t sum = 0;
    for (const Mark& mark : marks) sum += mark.total();
    CHECK(sum == 1000);
    CHECK(std::ranges::is_sorted(marks, {}, &Mark::state));
    for (const Mark& a : marks)
        for (const Mark& b : marks) {
            if (&a == &b) continue;
            const double dx = a.at.x - b.at.x;
            const double dy = a.at.y - b.at.y;
            REQUIRE(dx * dx + dy * dy > 40 * 40);
        }
}

TEST_CASE("nothing to mark gives no mark", "[map]")
{
    CHECK(gathered({}, 10).empty());
}

}  // namespace
