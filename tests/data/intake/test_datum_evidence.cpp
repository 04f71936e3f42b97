#include "data/intake/datum_evidence.hpp"

#include "geo/datum.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <vector>

using namespace xiaoan;
using namespace xiaoan::data;
using Catch::Matchers::WithinAbs;

namespace {

// regulations.md section 5: one place in the three datums.
constexpr geo::Position baicheng{122.8390, 45.6196}, as_gcj02{122.844871297, 45.621508272},
    as_bd09{122.851424536, 45.627416778};

// A degree of latitude is 111.1 km there, one of longitude 78.0 km.
constexpr DatumComparison of_gcj02{500, 0, 800}, of_bd09{1200, 800, 0}, of_none{0, 500, 1200},
    of_nothing{9e3, 9e3, 9e3};

std::vector<DatumComparison> some(std::initializer_list<std::pair<int, DatumComparison>> counted)
{
    std::vector<DatumComparison> all;
    for (const auto& [count, each] : counted) all.insert(all.end(), static_cast<std::size_t>(count), each);
    return all;
}

}  // namespace

TEST_CASE("a place is compared as if the file were in each datum", "[data][intake]")
{
    const DatumComparison plain = compared(baicheng, baicheng), gcj02 = compared(as_gcj02, baicheng),
                          bd09 = compared(as_bd09, baicheng);
    CHECK(plain.cgcs2000_m == 0);
    CHECK(plain.gcj02_m > 250);
    CHECK_THAT(gcj02.gcj02_m, WithinAbs(0, 0.001));
    CHECK(gcj02.cgcs2000_m > 470);  // geo/datum.hpp: 470 to 580 m in Baicheng
    CHECK(gcj02.cgcs2000_m < 580);
    CHECK_THAT(bd09.bd09_m, WithinAbs(0, 0.001));
    CHECK(bd09.cgcs2000_m > 1000);
    CHECK(bd09.gcj02_m > 800);
}

TEST_CASE("a place that should lie on a line is compared with the line, either way round", "[data][intake]")
{
    const geo::Polyline across{{{122.8390, 45.5}, {122.8390, 45.7}}};  // north to south, across the shift
    const auto stop = compared(as_gcj02, across);
    REQUIRE(stop);
    CHECK_THAT(stop->gcj02_m, WithinAbs(0, 0.001));
    CHECK(stop->cgcs2000_m > 400);  // the shift is 0.0058713 degrees of longitude
    CHECK(stop->cgcs2000_m < 500);

    const geo::Polyline shifted{{{122.844871297, 45.5}, {122.844871297, 45.7}}};
    const auto line = compared(shifted, baicheng);
    REQUIRE(line);
    CHECK(line->gcj02_m < 30);  // a line that bends with the shift is not straight any more
    CHECK(line->cgcs2000_m > 400);
}

TEST_CASE("what lies on the line as it is given, and nowhere else, tells that it is given right", "[data][intake]")
{
    // Along the meridian the shift (some 560 m east) leaves the line, however the line bends back to within 250 m of
    // it.
    const geo::Polyline bent{{{122.8390, 45.60}, {122.8390, 45.61}, {122.8440, 45.6175}}};
    const auto found = compared(geo::Position{122.8390, 45.6095}, bent);
    REQUIRE(found);
    CHECK(found->cgcs2000_m < 1);
    CHECK(found->gcj02_m > 50);
}

TEST_CASE("a line that runs the way of the shift tells nothing", "[data][intake]")
{
    CHECK_FALSE(compared(as_gcj02, geo::Polyline{{baicheng, as_gcj02}}));
    CHECK_FALSE(compared(as_gcj02, geo::Polyline{{baicheng}}));
    CHECK_FALSE(compared(geo::Polyline{}, baicheng));
}

TEST_CASE("a datum is proposed where three places and more than half of all fit it and nothing else", "[data][intake]")
{
    CHECK(probable_datum(some({{3, of_gcj02}})) == DatumProposal{Datum::gcj02, 3, 3, 500, 0});
    CHECK(probable_datum(some({{3, of_bd09}})) == DatumProposal{Datum::bd09, 3, 3, 1200, 0});
    CHECK(probable_datum(some({{4, of_gcj02}, {3, of_nothing}})) == DatumProposal{Datum::gcj02, 4, 7, 500, 0});
    CHECK_FALSE(probable_datum(some({{2, of_gcj02}})));
    CHECK_FALSE(probable_datum(some({{3, of_gcj02}, {3, of_none}})));
    CHECK_FALSE(probable_datum(some({{9, of_none}})));
    CHECK_FALSE(probable_datum(some({{9, of_nothing}})));
    CHECK_FALSE(probable_datum({}));
}

TEST_CASE("a proposal says how far the places that fit are off, in the middle of them", "[data][intake]")
{
    const auto found = probable_datum(some({{1, {510, 2, 800}}, {1, {540, 40, 800}}, {1, {530, 6, 800}}}));
    CHECK(found == DatumProposal{Datum::gcj02, 3, 3, 530, 6});
}

TEST_CASE("the bounds of what fits are 150 m, and 250 m from anything else", "[data][intake]")
{
    CHECK(probable_datum(some({{3, {251, 150, 800}}})));
    CHECK_FALSE(probable_datum(some({{3, {251, 151, 800}}})));
    CHECK_FALSE(probable_datum(some({{3, {250, 150, 800}}})));
    CHECK_FALSE(probable_datum(some({{3, {251, 150, 250}}})));
}
