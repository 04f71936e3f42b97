// Files from strangers: each is refused with one reason, nothing is written, and memory and time are bounded.
#include "data/gis/helper_process.hpp"
#include "data/intake/gis/helper_file.hpp"
#include "tests/data/intake/fault_of.hpp"
#include "tests/data/intake/gis/geodata_maker.hpp"
#include "tests/data/intake/import_desk.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>

#include <sys/resource.h>

#include <random>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

/// The reason why nothing was imported; empty where something was.
std::string refused_with(ImportDesk& desk, std::string_view name, std::string_view bytes, std::string_view kind = "")
{
    const auto fault =
        fault_of([&] { (void)desk.import({.path = desk.written(name, bytes), .kind = std::string{kind}}); });
    return fault ? std::string{fault->word()} : std::string{};
}

std::string a_geopackage(const ImportDesk& desk)
{
    const auto path = desk.folder.file("made.gpkg");
    std::filesystem::remove(path);
    return geopackage(
        path,
        {.name = "waters",
         .title = {},
         .shape = gis::TableLayer::Shape::any,
         .columns = {{"code", {}}, {"kind", {}}},
         .style_name = {},
         .style_qml = {},
         .written_at = "2026-11-23T00:00:00.000Z"},
        {{.number = 1, .values = {"W1", "pond"}, .point = xiaoan::geo::Position{122.8, 45.6}, .wkt = {}, .fault = {}}});
}

const std::string gpx_head =
    R"(<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">)";

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

/// The most memory that any program started from here has had so far, in MB; other tests' count too.
/// Of any program started so far. Linux counts in what a program held before it became another, so that this means
/// something in a small process alone: cases that ask are tagged [.slow], which run by themselves.
long most_memory_mb()
{
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    return used.ru_maxrss / 1024;
}

}  // namespace

TEST_CASE("geographic files that end too early are refused", "[data][intake]")
{
    ImportDesk desk;
    const auto changes = desk.changes();
    const std::string gpkg = a_geopackage(desk);
    CHECK(refused_with(desk, "a.gpkg", gpkg.substr(0, gpkg.size() / 2)) == "geodata_damaged");
    CHECK(refused_with(desk, "a.gpkg", gpkg.substr(0, 100)) == "geodata_damaged");
    const auto made =
        shapefile_of_points({{122.8, 45.6}, {122.9, 45.6}}, {{"code"}, {"kind"}}, {{"W1", "pond"}, {"W2", "pond"}});
    desk.written("a.dbf", made.dbf);
    desk.written("a.shx", made.shx);
    CHECK(refused_with(desk, "a.shp", made.shp.substr(0, made.shp.size() - 20)) == "geodata_damaged");
    const std::string gpx = gpx_head + R"(<trk><name>吉G12345</name><trkseg><trkpt lat="45.6" lon="122.8">)";
    CHECK(refused_with(desk, "a.gpx", gpx) == "geodata_damaged");
    const std::string pbf = osm_pbf({{1, {{122.8, 45.6}, {122.9, 45.6}}, {{"waterway", "river"}}}});
    CHECK(refused_with(desk, "a.pbf", pbf.substr(0, pbf.size() - 10), "waters") == "geodata_damaged");
    CHECK(refused_with(desk, "a.osm", "<osm version=\"0.6\"><node id=\"1\"", "waters") == "geodata_damaged");
    CHECK(desk.changes() == changes);
}

TEST_CASE("document types are refused before any entity is expanded", "[data][intake]")
{
    ImportDesk desk;
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE gpx [<!ENTITY a0 \"aaaaaaaaaa\">";
    for (int i = 1; i < 10; ++i)
        bomb += "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
    CHECK(refused_with(desk, "a.gpx", bomb + "]><gpx><wpt><name>&a9;</name></wpt></gpx>") == "document_type");
    CHECK(refused_with(desk, "a.osm", "<!DOCTYPE osm SYSTEM \"file:///etc/passwd\"><osm/>", "waters") ==
          "document_type");
}

TEST_CASE("nesting, columns and texts are bounded in GeoJSON", "[data][intake]")
{
    ImportDesk desk;
    const std::string open = R"({"type":"FeatureCollection","features":[)";
    CHECK(refused_with(desk, "a.json", open + repeated("[", 500'000)) == "bad_geojson");
    CHECK(refused_with(desk, "a.json", open + repeated(R"({"geometry":)", 50'000)) == "bad_geojson");
    std::string columns = open + R"({"type":"Feature","geometry":null,"properties":{)";
    for (int i = 0; i < 50'000; ++i) columns += (i > 0 ? ",\"c" : "\"c") + std::to_string(i) + "\":1";
    CHECK(refused_with(desk, "a.json", columns + "}}]}") == "too_many_columns");
    CHECK(refused_with(desk, "a.json",
                       open + R"({"type":"Feature","geometry":null,"properties":{"code":")" +
                           std::string(2 << 20, 'x') + R"(","kind":"pond"}}]})") == "cell_too_long");
    CHECK(refused_with(desk, "a.json", open + std::string("\0", 1) + "]}") == "nul_byte");
    CHECK_FALSE(refused_with(desk, "a.json", open + "{\"properties\":{\"code\":\"\xFF\xFE\x80\"}}]}").empty());
}

TEST_CASE("a text that is no UTF-8 in a GeoPackage is refused with its row", "[data][intake]")
{
    ImportDesk desk;
    std::string bytes = a_geopackage(desk);
    const std::size_t at = bytes.find("W1pond");
    REQUIRE(at != std::string::npos);
    bytes[at + 2] = '\xFF';
    CHECK(refused_with(desk, "a.gpkg", bytes) == "bad_utf8");
}

TEST_CASE("a zip file of a Shapefile that inflates beyond measure is refused", "[data][intake]")
{
    ImportDesk desk;
    auto made = shapefile_of_points({{122.8, 45.6}}, {{"code"}, {"kind"}}, {{"W1", "pond"}});
    made.dbf.append(64 << 20, ' ');
    CHECK(refused_with(desk, "a.zip", zipped({{"a.shp", made.shp}, {"a.dbf", made.dbf}})) == "zip_bomb");
}

TEST_CASE("sizes that a file only claims cost neither memory nor time", "[data][intake][.slow]")
{
    ImportDesk desk;
    auto made = shapefile_of_areas({{{122.8, 45.6}, {122.9, 45.6}, {122.9, 45.7}, {122.8, 45.6}}}, {{"code"}, {"kind"}},
                                   {{"W1", "pond"}});
    for (std::size_t at = 144; at < 152; ++at) made.shp[at] = '\x7F';  // 2,139,062,143 parts and positions
    desk.written("a.dbf", made.dbf);
    desk.written("a.shx", made.shx);
    (void)refused_with(desk, "a.shp", made.shp);
    std::string rows = made.dbf;
    for (std::size_t at = 4; at < 8; ++at) rows[at] = '\x7F';  // as many rows
    desk.written("a.dbf", rows);
    (void)refused_with(desk, "a.shp", made.shp);
    std::string pbf = osm_pbf({{1, {{122.8, 45.6}, {122.9, 45.6}}, {{"waterway", "river"}}}});
    pbf[0] = '\x7F';  // a blob header of two gigabytes
    (void)refused_with(desk, "a.pbf", pbf, "waters");
    CHECK(desk.changes() == 1);
    CHECK(most_memory_mb() <= 256);
}

TEST_CASE("bytes changed at random crash nothing and are answered in one way or another", "[data][intake][.slow]")
{
    ImportDesk desk;
    std::mt19937 lot(4);  // NOLINT(cert-msc51-cpp): the same every time
    const auto made =
        shapefile_of_points({{122.8, 45.6}, {122.9, 45.6}}, {{"code"}, {"kind"}}, {{"W1", "pond"}, {"W2", "pond"}});
    desk.written("a.shx", made.shx);
    desk.written("a.dbf", made.dbf);
    const std::string gpkg = a_geopackage(desk);
    const std::string pbf = osm_pbf({{1, {{122.8, 45.6}, {122.9, 45.6}}, {{"waterway", "river"}}}});
    const auto changed = [&](std::string bytes) {
        for (int i = 0; i < 8; ++i) bytes[lot() % bytes.size()] = static_cast<char>(lot());
        return bytes;
    };
    for (int i = 0; i < 4; ++i) {
        (void)refused_with(desk, "a.shp", changed(made.shp));
        (void)refused_with(desk, "a.gpkg", changed(gpkg));
        (void)refused_with(desk, "a.pbf", changed(pbf), "waters");
    }
    CHECK(most_memory_mb() <= 256);
    CHECK(desk.bureau.verify().sound());
}

TEST_CASE("the helper ends by itself where a file would take all the time or memory there is", "[data][intake]")
{
    // The smallest allowance there can be, in place of a file that needs more than a large one.
    const std::string points =
        repeated(R"(<trkpt lat="45.6" lon="122.8"><time>2026-11-22T23:05:00Z</time></trkpt>)", 20'000);
    const gis::MemoryFile file(gpx_head + "<trk><name>A</name><trkseg>" + points + "</trkseg></trk></gpx>");
    const auto ended_with = [&](const char* limit, const char* value) {
        try {
            gis::HelperProcess helper({"read", "gpx", "gpx=/proc/self/fd/3", limit, value}, {&file},
                                      std::chrono::minutes{1});
            (void)helper.next();
            helper.send("read 0\n");
            while (!std::holds_alternative<gis::EndOfFeatures>(helper.next())) {
            }
        } catch (const gis::HelperFault& fault) {
            return std::string{intake_fault(fault).word()};
        }
        return std::string{};
    };
    CHECK(ended_with("--memory-mb", "1024").empty());
    CHECK(ended_with("--cpu-ms", "5") == "geodata_too_slow");
    CHECK_FALSE(ended_with("--memory-mb", "4").empty());
}

TEST_CASE("what the helper may use grows with the file, and is small for a small one", "[data][intake]")
{
    const auto small = helper_allowance("gpkg", 1'000'000);
    CHECK(small.memory_mb == 192);
    CHECK(small.cpu_ms == 1500);
    CHECK(helper_allowance("gpkg", 100U << 20).cpu_ms > 60'000);
    CHECK(helper_allowance("pbf", 50U << 20).cpu_ms > helper_allowance("osm", 50U << 20).cpu_ms);
    CHECK(helper_allowance("gpkg", UINT64_MAX / 2).memory_mb == 3072);
}
