#include "data/intake/position_value.hpp"
#include "geo/geodesic.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;
using Catch::Matchers::WithinAbs;

TEST_CASE("a position in degrees or degrees, minutes and seconds", "[data][intake]")
{
    const auto place = parse_position("东经122°50′24″", "45.6N", Datum::wgs84);
    REQUIRE(place);
    CHECK_FALSE(place->doubt);
    CHECK_THAT(place->value.lon, WithinAbs(122.84, 1e-12));
    CHECK_THAT(place->value.lat, WithinAbs(45.6, 1e-12));
}

TEST_CASE("longitude and latitude that stand swapped are put right with a warning", "[data][intake]")
{
    for (const auto* lon : {"45.6", "北纬45.6"}) {
        const auto place = parse_position(lon, "122.84", Datum::cgcs2000);
        REQUIRE(place);
        CHECK(place->value == xiaoan::geo::Position{122.84, 45.6});
        REQUIRE(place->doubt);
        CHECK(place->doubt->code == IssueCode::swapped_position);
    }
}

TEST_CASE("a place outside the country is kept with a warning", "[data][intake]")
{
    const auto place = parse_position("2.35", "48.86", Datum::cgcs2000);
    REQUIRE(place);
    CHECK(place->value == xiaoan::geo::Position{2.35, 48.86});
    REQUIRE(place->doubt);
    CHECK(place->doubt->code == IssueCode::outside_country);
}

TEST_CASE("a position that cannot be read says which cell is wrong", "[data][intake]")
{
    const auto lon = parse_position("洮南", "45.6", Datum::cgcs2000);
    REQUIRE_FALSE(lon);
    CHECK(lon.error().part == PairPart::lon);
    CHECK(lon.error().fault.code == IssueCode::bad_degrees);
    const auto lat = parse_position("122.8", "145.6", Datum::cgcs2000);
    REQUIRE_FALSE(lat);
    CHECK(lat.error().part == PairPart::lat);
    CHECK(lat.error().fault.code == IssueCode::out_of_range);
}

TEST_CASE("positions of published maps are turned to CGCS2000, geometries too", "[data][intake]")
{
    const auto place = parse_position("122.8", "45.6", Datum::gcj02);
    REQUIRE(place);
    // geo/datum.hpp: the shift is some 470 to 580 m in Baicheng
    const double shift_m = xiaoan::geo::geodesic_m({122.8, 45.6}, place->value);
    CHECK(shift_m > 470);
    CHECK(shift_m < 580);
    const auto point = parse_geometry("POINT (122.8 45.6)", Datum::gcj02, false);
    REQUIRE(point);
    const auto same_point = parse_geometry(R"({"type":"Point","coordinates":[122.8,45.6]})", Datum::gcj02, false);
    REQUIRE(same_point);
    CHECK(point->value == same_point->value);
    CHECK(point->value != "POINT (122.8 45.6)");
    const auto here = parse_geometry("Point(122.8 45.6)", Datum::cgcs2000, false);
    REQUIRE(here);
    CHECK(here->value == "POINT (122.8 45.6)");
}

TEST_CASE("a route's geometry is a line; broken geometries refuse their row", "[data][intake]")
{
    for (const auto* bad : {"POINT (122.8 45.6)", "LINESTRING (122.8 45.6", "折线", "{\"type\":\"LineString\"}"}) {
        CAPTURE(bad);
        const auto read = parse_geometry(bad, Datum::cgcs2000, true);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == IssueCode::bad_geometry);
    }
}

TEST_CASE("a ledger of schools: swapped, abroad, half a position", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text("学校标识码,学校名称,县区,经度,纬度\n2122000001,甲小学,洮南市,45.25,122.5\n"
                                        "2122000002,乙小学,洮南市,2.35,48.86\n2122000003,丙小学,洮南市,122.5,\n");
    CHECK(counts(sheet) == "rows 3 added 2 refused 1");
    CHECK(issues(sheet) == Issues{"2 经度 swapped_position", "3 经度 outside_country", "4 纬度 missing_required"});
    CHECK(sheet.issues[0].value == "45.25, 122.5");
    CHECK(desk.all<School>().front().lon == 122.5);
    CHECK(desk.all<School>().front().lat == 45.25);
}
