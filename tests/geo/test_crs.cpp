#include "geo/crs.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <numbers>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;

namespace {

/// A .prj as ArcGIS writes it for the plane of EPSG:4550.
const std::string arcgis_prj =
    R"(PROJCS["CGCS2000_3_Degree_GK_CM_123E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",)"
    R"(DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],)"
    R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],)"
    R"(PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",123.0],PARAMETER["Scale_Factor",1.0],)"
    R"(PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";

}  // namespace

TEST_CASE("degrees on CGCS2000 and WGS 84 come back to the same bits", "[geo]")
{
    const auto* definition = GENERATE(
        "EPSG:4490", "EPSG:4326", "OGC:CRS84",
        R"(GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],)"
        R"(PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])",
        R"(GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",)"
        R"(SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])");
    CAPTURE(definition);
    const auto crs = CrsTransform::from(definition);
    REQUIRE(crs);
    CHECK(crs->is_identity());
    CHECK(crs->accuracy_m() == 0.0);
    CHECK(crs->position(122.83902400000001, 45.619641) == Position{122.83902400000001, 45.619641});
}

TEST_CASE("a Gauss-Krueger plane is brought to degrees, by its number or by the .prj of ArcGIS", "[geo]")
{
    const auto definition = GENERATE(as<std::string>{}, "EPSG:4550", arcgis_prj);
    const auto crs = CrsTransform::from(definition);
    REQUIRE(crs);
    CHECK(crs->name() == "CGCS2000 / 3-degree Gauss-Kruger CM 123E");
    CHECK_FALSE(crs->is_identity());
    CHECK(crs->accuracy_m() == 0.0);
    // cs2cs EPSG:4490 EPSG:4550 (PROJ 9.1.1): metres to three places, so degrees to about 1e-8.
    const auto place = crs->position(487445.102, 5053822.541);
    REQUIRE(place);
    CHECK_THAT(place->lon, WithinAbs(122.839024, 1e-8));
    CHECK_THAT(place->lat, WithinAbs(45.619641, 1e-8));
}

TEST_CASE("the plane of web maps is brought to degrees", "[geo]")
{
    const auto crs = CrsTransform::from("EPSG:3857");
    REQUIRE(crs);
    // EPSG guidance note 7-2, 1.3.3.1.2 (method 1024): E = a lambda, N = a ln tan(pi/4 + phi/2).
    constexpr double a_m = 6378137, rad = std::numbers::pi / 180;
    const auto place =
        crs->position(a_m * 122.839024 * rad, a_m * std::log(std::tan(std::numbers::pi / 4 + 45.619641 * rad / 2)));
    REQUIRE(place);
    CHECK_THAT(place->lon, WithinAbs(122.839024, 1e-10));
    CHECK_THAT(place->lat, WithinAbs(45.619641, 1e-10));
}

TEST_CASE("older Chinese systems are known to be brought over only roughly", "[geo]")
{
    const auto* definition = GENERATE("EPSG:4214", "EPSG:4610", "EPSG:2437");  // Beijing 1954, Xian 1980
    const auto crs = CrsTransform::from(definition);
    REQUIRE(crs);
    CHECK_FALSE(crs->accuracy_m());
}

TEST_CASE("what is no reference system on the earth is refused in words", "[geo]")
{
    const auto* definition = GENERATE("", "EPSG:999999", "EPSG:5773", "no system", R"(LOCAL_CS["site",UNIT["m",1]])");
    CAPTURE(definition);
    const auto crs = CrsTransform::from(definition);
    REQUIRE_FALSE(crs);
    CHECK_FALSE(crs.error().empty());
}

TEST_CASE("what no place has is empty", "[geo]")
{
    const auto degrees = CrsTransform::from("EPSG:4490");
    const auto plane = CrsTransform::from("EPSG:4550");
    REQUIRE(degrees);
    REQUIRE(plane);
    CHECK_FALSE(degrees->position(500000, 5000000));
    CHECK_FALSE(degrees->position(std::nan(""), 45));
    CHECK_FALSE(plane->position(std::nan(""), 0));
    CHECK_FALSE(plane->position(1e12, 1e12));
}
