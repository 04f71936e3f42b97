// GeoPackages, looked at as what they are: SQLite files (OGC 12-128r18).
#include "data/export/export_geopackage.hpp"

#include "data/export/qgis_style.hpp"
#include "data/register/result.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

const ExportOptions in_clear{.unmasked = true, .as_of = std::chrono::year{2026} / 11 / 23};

constexpr std::string_view waters = "code,kind,lon,lat,geometry,depth_m,duty_holder\n"
                                    "W1,pond,122.5,45.25,,3.5,吴示平\n"
                                    "W2,river,,,\"LINESTRING (122 45, 123 46)\",,\n"
                                    "W3,lake,122.1,45.1,\"POLYGON ((122 45, 123 45, 123 46, 122 45))\",,\n";

std::string exported(ImportDesk& desk, const KindInfo& kind, const ExportOptions& options = in_clear)
{
    std::string path = desk.folder.file("a.gpkg");
    export_geopackage(path, desk.snapshot(), kind, options);
    return path;
}

/// The first column of all rows.
std::vector<std::string> texts(const std::string& path, const std::string& sql)
{
    SQLite::Database file(path);
    SQLite::Statement query(file, sql);
    std::vector<std::string> found;
    while (query.executeStep()) found.push_back(query.getColumn(0).getString());
    return found;
}

using Texts = std::vector<std::string>;

std::string content(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a GeoPackage has a layer a shape, in CGCS2000, with the columns of a ledger", "[data][export]")
{
    ImportDesk desk;
    REQUIRE(desk.import_text(waters).added == 3);
    const std::string path = exported(desk, kind_info<Water>);
    CHECK(texts(path, "SELECT table_name || ' ' || geometry_type_name || ' ' || srs_id FROM gpkg_geometry_columns") ==
          Texts{"水域_点 POINT 4490", "水域_线 MULTILINESTRING 4490", "水域_面 MULTIPOLYGON 4490"});
    CHECK(texts(path, "SELECT 水域编号 || ' ' || 水域类型 || ' ' || \"水深(米)\" || ' ' || 责任人 FROM 水域_点") ==
          Texts{"W1 坑塘 3.5 吴示平"});
    CHECK(texts(path, "SELECT typeof(\"水深(米)\") FROM 水域_点") == Texts{"real"});
    CHECK(texts(path, "SELECT 经度 FROM 水域_面") == Texts{"122.1"});
    CHECK(texts(path, "SELECT count(*) FROM pragma_table_info('水域_点') WHERE name = '经度'") == Texts{"0"});
    CHECK(texts(path, "PRAGMA integrity_check") == Texts{"ok"});
    CHECK(texts(path, "PRAGMA application_id") == Texts{"1196444487"});  // "GPKG"
}

TEST_CASE("each layer has the style in which QGIS opens it", "[data][export]")
{
    ImportDesk desk;
    REQUIRE(desk.import_text(waters).added == 3);
    const std::string path = exported(desk, kind_info<Water>);
    CHECK(texts(path, "SELECT f_table_name || ' ' || f_geometry_column || ' ' || useAsDefault FROM layer_styles") ==
          Texts{"水域_点 geom 1", "水域_线 geom 1", "水域_面 geom 1"});
    CHECK(texts(path, "SELECT styleQML FROM layer_styles WHERE f_table_name = '水域_面'") ==
          Texts{qgis_style(kind_info<Water>, gis::TableLayer::Shape::area, true)});
}

TEST_CASE("a style names every kind of water in the language of its layer", "[data][export]")
{
    const auto zh = qgis_style(kind_info<Water>, gis::TableLayer::Shape::area, true);
    const auto en = qgis_style(kind_info<Water>, gis::TableLayer::Shape::point, false);
    CHECK(zh.find("attr=\"水域类型\"") != std::string::npos);
    CHECK(en.find("attr=\"kind\"") != std::string::npos);
    const auto& field = kind_info<Water>.fields[kind_info<Water>.field("kind").value()];
    REQUIRE(field.words.size() == 9);
    for (const Word& word : field.words) {
        CHECK(zh.find("value=\"" + std::string{word.zh} + "\"") != std::string::npos);
        CHECK(en.find("value=\"" + std::string{word.word} + "\"") != std::string::npos);
    }
    CHECK(zh.find("class=\"SimpleFill\"") != std::string::npos);
    CHECK(en.find("class=\"SimpleMarker\"") != std::string::npos);
    CHECK(qgis_style(kind_info<Route>, gis::TableLayer::Shape::line, true).find("class=\"SimpleLine\"") !=
          std::string::npos);
    CHECK(qgis_style(kind_info<Water>, gis::TableLayer::Shape::any, true).empty());
}

TEST_CASE("the same records give the same GeoPackage", "[data][export]")
{
    ImportDesk desk;
    REQUIRE(desk.import_text(waters).added == 3);
    const std::string first = content(exported(desk, kind_info<Water>));
    CHECK(first == content(exported(desk, kind_info<Water>)));
    CHECK_FALSE(first.empty());
}

TEST_CASE("no attribute of a GeoPackage is a live formula, and people are masked", "[data][export]")
{
    ImportDesk desk;
    REQUIRE(desk.import_text("学校标识码,学校名称,县区,经度,纬度,安全负责人\n"
                             "2122000001,\"=1+1\",洮南市,122.5,45.25,赵示伟\n")
                .added == 1);
    const std::string path = exported(desk, kind_info<School>, {.as_of = in_clear.as_of});
    CHECK(texts(path, "SELECT 学校名称 FROM 学校_点") == Texts{"'=1+1"});
    CHECK(texts(path, "SELECT 安全负责人 FROM 学校_点") == Texts{"赵某某"});
    CHECK(content(path).find("赵示伟") == std::string::npos);
}

TEST_CASE("a GeoPackage that cannot be written leaves nothing behind", "[data][export]")
{
    ImportDesk desk;
    CHECK_THROWS_AS(export_geopackage(desk.folder.file("no/such.gpkg"), desk.snapshot(), kind_info<Water>, in_clear),
                    StoreFault);
    std::filesystem::create_directory(desk.folder.file("folder.gpkg"));
    CHECK_THROWS_AS(export_geopackage(desk.folder.file("folder.gpkg"), desk.snapshot(), kind_info<Water>, in_clear),
                    StoreFault);
    CHECK_FALSE(std::filesystem::exists(desk.folder.file("folder.gpkg.part")));
}
