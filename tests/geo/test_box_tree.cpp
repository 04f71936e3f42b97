#include "geo/box_tree.hpp"

#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace xiaoan::geo;
using Items = std::vector<std::uint32_t>;

namespace {

/// Reach about a place, metres a unit all alike.
GridReach about(float x, float y, float radius_m)
{
    return {x, x, y, y, 0.01F, 0.01F, radius_m * radius_m};
}

}  // namespace

TEST_CASE("the tree finds what looking at every box finds", "[geo]")
{
    const std::size_t count = GENERATE(0u, 1u, 15u, 16u, 17u, 256u, 257u, 5000u);
    test::Lot lot(static_cast<std::uint32_t>(count) + 1);
    const auto number = [&](double low, double high) { return static_cast<float>(std::floor(lot.between(low, high))); };
    std::vector<GridBox> boxes(count);
    for (GridBox& box : boxes) {
        box = {number(0, 1e6), number(0, 1e6), 0, 0};
        box.east = box.west + number(0, 1e4);
        box.north = box.south + number(0, 1e4);
    }
    const BoxTree tree(boxes);
    CHECK(tree.size() == count);
    BoxTree::Found found;
    for (int i = 0; i < 50; ++i) {
        const float x = number(0, 1e6);
        const float y = number(0, 1e6);
        const double radius_m = number(0, 2000);
        Items near;
        Items around;
        for (std::uint32_t k = 0; k < count; ++k) {
            const auto beside = [](double value, double low, double high) {
                return std::max({low - value, value - high, 0.0});
            };
            const double east = beside(x, boxes[k].west, boxes[k].east);
            const double north = beside(y, boxes[k].south, boxes[k].north);
            if (std::hypot(east, north) * 0.01 <= radius_m) near.push_back(k);
            if (east == 0 && north == 0) around.push_back(k);
        }
        tree.find(about(x, y, static_cast<float>(radius_m) * (1 + 1e-6F)), found);
        CHECK(found.near == near);
        CHECK(found.around == around);
    }
}

TEST_CASE("a place on the edge of a box, or at the end of the radius, is found", "[geo]")
{
    const std::vector<GridBox> boxes{{100, 100, 200, 200}};
    const BoxTree tree(boxes);
    BoxTree::Found found;
    tree.find(about(200, 150, 0), found);
    CHECK(found.around == Items{0});
    tree.find(about(300, 150, 1), found);
    CHECK(found.near == Items{0});
    CHECK(found.around.empty());
    tree.find(about(300, 150, 0.999F), found);
    CHECK(found.near.empty());
}

TEST_CASE("rounding outwards never goes inwards and hardly farther than single precision must", "[geo]")
{
    test::Lot lot(8);
    for (int i = 0; i < 10000; ++i) {
        const double value = lot.between(-1.8e9, 1.8e9);
        REQUIRE(static_cast<double>(float_below(value)) <= value);
        REQUIRE(static_cast<double>(float_above(value)) >= value);
        REQUIRE(static_cast<double>(float_above(value)) - static_cast<double>(float_below(value)) <= 128);
    }
    CHECK(float_below(5) == 5);
    CHECK(float_above(-5) == -5);
}
