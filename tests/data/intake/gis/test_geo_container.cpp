#include "data/intake/gis/geo_container.hpp"

#include "data/intake/container.hpp"
#include "tests/data/intake/gis/geodata_maker.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;
using namespace std::string_literals;

TEST_CASE("a GeoPackage is an SQLite file with its application id", "[data][intake]")
{
    std::string sqlite = "SQLite format 3\0"s + std::string(84, '\0');
    CHECK_FALSE(is_geopackage(sqlite));
    CHECK(container_of(sqlite) == Container::sqlite);
    for (const auto* id : {"GPKG", "GP10", "GP11"}) {
        sqlite.replace(68, 4, id);
        CHECK(container_of(sqlite) == Container::geopackage);
    }
    CHECK_FALSE(is_geopackage(sqlite.substr(0, 70)));
}

TEST_CASE("the parts of a Shapefile are told apart by what they hold", "[data][intake]")
{
    const auto made = shapefile_of_points({{122.8, 45.6}}, {{"code"}}, {{"W1"}});
    CHECK(shapefile_part(made.shp) == ShapefilePart::shapes);
    CHECK(shapefile_part(made.shx) == ShapefilePart::index);
    CHECK(shapefile_part(made.dbf) == ShapefilePart::attributes);
    CHECK(shapefile_part(shapefile_of_points({}, {{"code"}}, {}).shp) == ShapefilePart::shapes);
    CHECK(shapefile_part(made.shp.substr(0, 99)) == ShapefilePart::none);
    CHECK(shapefile_part("") == ShapefilePart::none);
    CHECK(container_of(made.shp) == Container::shapefile);
    CHECK(container_of(made.shx) == Container::shapefile_part);
    CHECK(container_of(made.dbf) == Container::shapefile_part);
    CHECK(container_of("0,1,2\n3,4,5\n" + std::string(100, ' ')) == Container::text);
}

TEST_CASE("OpenStreetMap's packed format begins with its header", "[data][intake]")
{
    const std::string packed = osm_pbf({});
    CHECK(container_of(packed) == Container::osm_pbf);
    CHECK_FALSE(is_osm_pbf(packed.substr(0, 10)));
    CHECK_FALSE(is_osm_pbf(""));
}

TEST_CASE("the root of an XML document is found behind whatever stands before it", "[data][intake]")
{
    CHECK(xml_root("<?xml version=\"1.0\"?>\n<!-- <osm> --><gpx version=\"1.1\">").name == "gpx");
    CHECK(xml_root("<OSM>").name == "osm");
    CHECK(xml_root("<x:gpx xmlns:x=\"u\"/>").name == "gpx");
    CHECK(xml_root("<gpx>").name == "gpx");
    CHECK_FALSE(xml_root("<gpx>").has_document_type);
    const XmlRoot typed = xml_root("<!DOCTYPE gpx [<!ENTITY a \"b\">]><gpx/>");
    CHECK(typed.has_document_type);
    CHECK(xml_root("no markup").name.empty());
    CHECK(xml_root("<!-- never ended").name.empty());
    CHECK(xml_root("<").name.empty());
}

TEST_CASE("a byte order mark before JSON or XML does not hide it", "[data][intake]")
{
    CHECK(container_of("\xEF\xBB\xBF{\"type\":1}") == Container::json);
    CHECK(container_of("\xEF\xBB\xBF<?xml version=\"1.0\"?><gpx/>") == Container::xml);
}
