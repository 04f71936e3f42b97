#include "console/map/scale_bar.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

namespace {

using namespace xiaoan::map;

TEST_CASE("the scale bar is the longest of 1, 2 and 5 that fits", "[map]")
{
    const auto bar = scale_bar(167, 120);  // 20,040 m at most
    CHECK(bar.length_m == 20000);
    CHECK(bar.text == "20 km");
    CHECK_THAT(bar.width_px, Catch::Matchers::WithinAbs(119.76, 0.01));
    CHECK(scale_bar(166, 120).text == "10 km");
    CHECK(scale_bar(0.5, 120).text == "50 m");
    CHECK(scale_bar(8.4, 120).text == "1 km");
}

TEST_CASE("a length is said in metres below a kilometre", "[map]")
{
    CHECK(length_text(0) == "0.0 m");
    CHECK(length_text(240.4) == "240 m");
    CHECK(length_text(999.4) == "999 m");
    CHECK(length_text(999.6) == "1 km");
    CHECK(length_text(1240) == "1.2 km");
    CHECK(length_text(2990) == "3 km");
    CHECK(length_text(12400) == "12 km");
}

}  // namespace
