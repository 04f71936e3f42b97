#include "geo/spatial_index.hpp"

#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <limits>

using namespace xiaoan::geo;

TEST_CASE("the index finds what looking at every box finds", "[geo]")
{
    const std::size_t count = GENERATE(0u, 1u, 15u, 16u, 17u, 256u, 257u, 5000u);
    test::Lot lot(static_cast<std::uint32_t>(count) + 1);
    std::vector<Box> boxes(count);
    for (Box& box : boxes) {
        box.add(Position{lot.between(121, 125), lot.between(44, 47)});
        box.add(Position{box.west + lot.between(0, 0.1), box.south + lot.between(0, 0.1)});
    }
    const SpatialIndex index(boxes);
    CHECK(index.size() == count);
    for (int i = 0; i < 50; ++i) {
        Box asked;
        asked.add(Position{lot.between(121, 125), lot.between(44, 47)});
        asked.add(Position{asked.west + lot.between(0, 0.5), asked.south + lot.between(0, 0.5)});
        std::vector<std::uint32_t> expected;
        for (std::uint32_t k = 0; k < boxes.size(); ++k)
            if (boxes[k].touches(asked)) expected.push_back(k);
        CHECK(index.find(asked) == expected);
    }
}

TEST_CASE("empty boxes are never found and equal ones all are", "[geo]")
{
    std::vector<Box> boxes(40, Box{122, 45, 122, 45});
    boxes[3] = Box{};
    boxes[7].north = std::numeric_limits<double>::quiet_NaN();
    const SpatialIndex index(boxes);
    CHECK(index.size() == 38);
    CHECK(index.find({121, 44, 123, 46}).size() == 38);
    CHECK(index.find({122, 45, 122, 45}).size() == 38);
    CHECK(index.find(Box{}).empty());
    CHECK(SpatialIndex{}.find({121, 44, 123, 46}).empty());
}
