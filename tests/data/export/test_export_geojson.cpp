#include "data/export/export_geojson.hpp"

#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

TEST_CASE("records are features with the keys of the contract, stored words and the shortest numbers", "[data][export]")
{
    ImportDesk desk;
    (void)desk.import_text("线路编号,顺序,站点名称,经度,纬度,到站时间,上车人数\n"
                           "L1,1,老井站,122.75,45.5,6:43,4\nL1,2,=村口,,,6:50,\n");
    CHECK(export_geojson(desk.snapshot(), kind_info<Stop>, {}) ==
          R"({"type":"FeatureCollection","features":[)"
          "\n"
          R"({"type":"Feature","geometry":{"type":"Point","coordinates":[122.75,45.5]},"properties":)"
          R"({"route":"L1","sequence":1,"name":"老井站","time":"06:43","boarding":4}},)"
          "\n"
          R"({"type":"Feature","geometry":null,"properties":)"
          R"({"route":"L1","sequence":2,"name":"'=村口","time":"06:50","boarding":null}})"
          "\n]}\n");
}

TEST_CASE("a kind without records is an empty collection", "[data][export]")
{
    const ImportDesk desk;
    CHECK(export_geojson(desk.snapshot(), kind_info<Water>, {}) ==
          "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n");
}

TEST_CASE("an area runs as RFC 7946 asks, and a position beside it stays", "[data][export]")
{
    ImportDesk desk;
    (void)desk.import_text("code,kind,lon,lat,geometry\n"
                           "W1,lake,122.5,45.25,\"POLYGON ((122 45, 122 46, 123 46, 122 45))\"\n");
    const std::string text = export_geojson(desk.snapshot(), kind_info<Water>, {});
    CHECK(text.find(R"({"type":"Polygon","coordinates":[[[122,45],[123,46],[122,46],[122,45]]]})") !=
          std::string::npos);
    CHECK(text.find(R"("lon":122.5,"lat":45.25)") != std::string::npos);
    CHECK(text.find(R"("geometry":"POLYGON)") == std::string::npos);
}
