// GeoPackages and Shapefiles, through the helper program.
#include "data/export/marked_rows.hpp"
#include "tests/data/intake/fault_of.hpp"
#include "tests/data/intake/gis/geodata_maker.hpp"
#include "tests/data/intake/import_desk.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <filesystem>

using namespace xiaoan::data;
using namespace xiaoan::data::test;
using Catch::Matchers::WithinAbs;

namespace {

const std::vector<DbfColumn> school_columns{{"code"}, {"name", 40}, {"county"}, {"pupils", 6, 'N'}};

/// .prj files of ArcGIS.
const std::string prj_cgcs2000 = R"(GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",)"
                                 R"(SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],)"
                                 R"(UNIT["Degree",0.0174532925199433]])";
const std::string prj_4550 = R"(PROJCS["CGCS2000_3_Degree_GK_CM_123E",)" + prj_cgcs2000 +
                             R"(,PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],)"
                             R"(PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",123.0],)"
                             R"(PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";

/// Lays the parts of a Shapefile side by side; the path of its .shp.
std::string laid(const ImportDesk& desk, const MadeShapefile& made, std::string_view prj, std::string_view cpg = "")
{
    desk.written("学校.dbf", made.dbf);
    desk.written("学校.shx", made.shx);
    if (!prj.empty()) desk.written("学校.prj", prj);
    if (!cpg.empty()) desk.written("学校.cpg", cpg);
    return desk.written("学校.shp", made.shp);
}

MadeShapefile two_schools(std::string_view first_name, std::string_view county)
{
    return shapefile_of_points(
        {{122.84, 45.6}, {122.5, 45.25}}, school_columns,
        {{"2122000001", std::string{first_name}, std::string{county}, "120"}, {"2122000002", "B", "220881", ""}});
}

SheetReport imported(ImportDesk& desk, ImportRequest asked)
{
    return desk.import(std::move(asked)).sheets.front();
}

std::optional<FaultCode> refused_with(ImportDesk& desk, const std::string& path, std::optional<Datum> datum = {})
{
    const auto fault = fault_of([&] { (void)desk.import({.path = path, .datum = datum}); });
    return fault ? std::optional{fault->code()} : std::nullopt;
}

gis::TableLayer water_table()
{
    return {.name = "waters",
            .title = "水域",
            .shape = gis::TableLayer::Shape::any,
            .columns = {{"水域编号", {}}, {"水域类型", {}}, {"水深(米)", gis::TableLayer::ColumnType::number}},
            .style_name = "水域",
            .style_qml = "<qgis/>",
            .written_at = "2026-11-23T00:00:00.000Z"};
}

const std::vector<gis::Feature> water_features{
    {.number = 1,
     .values = {"W1", "湖泊", 3.5},
     .point = {},
     .wkt = "POLYGON ((122.8 45.6, 122.9 45.7, 122.8 45.7, 122.8 45.6))",
     .fault = {}},
    {.number = 2,
     .values = {"W2", "坑塘", std::monostate{}},
     .point = xiaoan::geo::Position{122.83902400000001, 45.6},
     .wkt = {},
     .fault = {}},
    {.number = 3, .values = {"W3", "沟渠", std::monostate{}}, .point = {}, .wkt = {}, .fault = {}}};

}  // namespace

TEST_CASE("schools come from a Shapefile in GBK, with and without the file that says so", "[data][intake]")
{
    ImportDesk desk;
    // 示例小学, 洮北区 in GB 2312.
    const std::string name = "\xCA\xBE\xC0\xFD\xD0\xA1\xD1\xA7", county = "\xE4\xAC\xB1\xB1\xC7\xF8";
    const auto* cpg = GENERATE("GBK", "", "UTF-8");
    CAPTURE(cpg);
    const auto sheet = imported(desk, {.path = laid(desk, two_schools(name, county), prj_cgcs2000, cpg)});
    CAPTURE(issues(sheet));
    CHECK(sheet.kind == "schools");
    CHECK(sheet.sheet.empty());
    CHECK(sheet.file == "学校.shp");
    CHECK(counts(sheet) == "rows 2 added 2");
    CHECK(issues(sheet) == (std::string_view{cpg} == "GBK" ? Issues{} : Issues{"0  read_as_encoding"}));
    const auto all = desk.all<School>();
    CHECK(all[0].name == "示例小学");
    CHECK(all[0].county == Adcode{220802});
    CHECK(all[0].pupils == 120);
    CHECK(all[0].lon == 122.84);
    CHECK(all[0].lat == 45.6);
    CHECK_FALSE(all[1].pupils);
    CHECK(counts(imported(desk, {.path = desk.folder.file("学校.shp")})) == "rows 2 unchanged 2");
}

TEST_CASE("a Shapefile in metres is brought to degrees", "[data][intake]")
{
    ImportDesk desk;
    // cs2cs EPSG:4490 EPSG:4550 (PROJ 9.1.1).
    const auto made =
        shapefile_of_points({{487445.102, 5053822.541}}, school_columns, {{"2122000001", "A", "220802", ""}});
    const auto sheet = imported(desk, {.path = laid(desk, made, prj_4550)});
    CHECK(sheet.issues.empty());
    CHECK(sheet.crs == "CGCS2000 / 3-degree Gauss-Kruger CM 123E");  // as EPSG calls it
    const School school = desk.all<School>().front();
    CHECK_THAT(*school.lon, WithinAbs(122.839024, 1e-8));
    CHECK_THAT(*school.lat, WithinAbs(45.619641, 1e-8));
    CHECK(counts(imported(desk, {.path = desk.folder.file("学校.shp")})) == "rows 1 unchanged 1");
}

TEST_CASE("a Shapefile without .prj is read as CGCS2000 with a warning, or in the datum that is named",
          "[data][intake]")
{
    ImportDesk desk;
    const auto path = laid(desk, two_schools("A", "220802"), "");
    CHECK(issues(imported(desk, {.path = path})) == Issues{"0  no_crs"});
    CHECK(desk.all<School>().front().lon == 122.84);
    const auto named = imported(desk, {.path = path, .datum = Datum::gcj02});
    CHECK(named.issues.empty());
    CHECK(named.crs.empty());
    CHECK(counts(named) == "rows 2 changed 2");
    const auto metres =
        shapefile_of_points({{487445.102, 5053822.541}}, school_columns, {{"2122000001", "A", "220802", ""}});
    CHECK(refused_with(desk, laid(desk, metres, "")) == FaultCode::no_crs_plane);
    CHECK(refused_with(desk, laid(desk, metres, R"(LOCAL_CS["site",UNIT["m",1]])")) == FaultCode::unknown_crs);
}

TEST_CASE("the parts of a Shapefile are found whatever their letters, and missed where they are missing",
          "[data][intake]")
{
    ImportDesk desk;
    const auto made = two_schools("A", "220802");
    CHECK(refused_with(desk, desk.written("alone.shp", made.shp)) == FaultCode::missing_part);
    desk.written("OLD.DBF", made.dbf);
    desk.written("OLD.PRJ", prj_cgcs2000);
    const auto without_index = imported(desk, {.path = desk.written("OLD.SHP", made.shp)});
    CHECK(counts(without_index) == "rows 2 added 2");
    CHECK(without_index.issues.empty());
    for (const auto& part : {made.shx, made.dbf})
        CHECK(refused_with(desk, desk.written("学校.part", part)) == FaultCode::part_of_shapefile);
}

TEST_CASE("a zip file of Shapefiles is a workbook of their layers", "[data][intake]")
{
    ImportDesk desk;
    const auto schools = two_schools("A", "220802");
    const auto waters = shapefile_of_areas({{{122.8, 45.6}, {122.8, 45.7}, {122.9, 45.7}, {122.8, 45.6}}},
                                           {{"code"}, {"name"}, {"last_patro"}}, {{"W1", "N", "2026-11-01"}});
    const Parts of_schools{{"data/s.shp", schools.shp}, {"data/s.dbf", schools.dbf}, {"data/s.prj", prj_cgcs2000}};
    Parts both = of_schools;
    both.insert({{"w.shp", waters.shp}, {"w.shx", waters.shx}, {"w.dbf", waters.dbf}, {"readme.txt", "x"}});
    const auto one = desk.import({.path = desk.written("s.zip", zipped(of_schools))});
    REQUIRE(one.sheets.size() == 1);
    CHECK(one.sheets[0].sheet.empty());
    CHECK(counts(one.sheets[0]) == "rows 2 added 2");
    const auto two = desk.import({.path = desk.written("both.zip", zipped(both))});
    REQUIRE(two.sheets.size() == 2);
    CHECK(two.sheets[0].sheet == "data/s");
    CHECK(counts(two.sheets[0]) == "rows 2 unchanged 2");
    CHECK(two.sheets[1].sheet == "w");
    CHECK(two.sheets[1].kind == "waters");
    CHECK(issues(two.sheets[1]) == Issues{"0  no_crs"});
    const Water water = desk.all<Water>().front();
    CHECK(water.geometry == "POLYGON ((122.8 45.6, 122.9 45.7, 122.8 45.7, 122.8 45.6))");
    CHECK(water.last_patrol_on == DateCell{Date{std::chrono::year{2026} / 11 / 1}});
}

TEST_CASE("waters come from a GeoPackage, to the same bits", "[data][intake]")
{
    ImportDesk desk;
    const auto path = desk.folder.file("waters.gpkg");
    (void)geopackage(path, water_table(), water_features);
    const auto report = desk.import({.path = path});
    REQUIRE(report.sheets.size() == 1);  // not layer_styles
    CHECK(report.sheets[0].sheet == "waters");
    CHECK(report.sheets[0].issues.empty());
    CHECK(counts(report.sheets[0]) == "rows 3 added 3");
    const auto all = desk.all<Water>();
    CHECK(all[0].geometry == water_features[0].wkt);
    CHECK(all[0].depth_m == 3.5);
    CHECK(all[1].lon == 122.83902400000001);
    CHECK_FALSE(all[2].lon);
    CHECK(counts(imported(desk, {.path = path})) == "rows 3 unchanged 3");
}

TEST_CASE("a GeoPackage that QGIS left in its write-ahead mode is read; one that it has open is not", "[data][intake]")
{
    ImportDesk desk;
    auto bytes = geopackage(desk.folder.file("made.gpkg"), water_table(), water_features);
    bytes[18] = bytes[19] = 2;  // SQLite file format, 1.3
    const auto path = desk.written("waters.gpkg", bytes);
    CHECK(counts(imported(desk, {.path = path})) == "rows 3 added 3");
    desk.written("waters.gpkg-wal", "");
    CHECK(counts(imported(desk, {.path = path})) == "rows 3 unchanged 3");
    desk.written("waters.gpkg-wal", "newer rows");
    CHECK(refused_with(desk, path) == FaultCode::open_elsewhere);
}

TEST_CASE("rows of geographic files go back marked like those of tables", "[data][intake]")
{
    ImportDesk desk;
    const auto made = shapefile_of_points({{122.84, 45.6}, {122.84, 45.6}}, school_columns,
                                          {{"2122000001", "A", "220802", "120"}, {"2122000002", "", "220802", ""}});
    ImportRequest asked{.path = laid(desk, made, prj_cgcs2000), .dry_run = true};
    const auto report = desk.import(asked);
    CHECK(counts(report.sheets.front()) == "rows 2 added 1 refused 1");
    CHECK(write_marked_rows(desk.folder.file("退回.xlsx"), asked, report, SentenceLanguage::zh) == 1);
}
