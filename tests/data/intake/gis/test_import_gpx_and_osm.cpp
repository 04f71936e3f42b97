#include "tests/data/intake/fault_of.hpp"
#include "tests/data/intake/gis/geodata_maker.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::string gpx(std::string_view version, std::string_view content)
{
    return R"(<?xml version="1.0" encoding="UTF-8"?><gpx version=")" + std::string{version} +
           R"(" creator="recorder" xmlns="http://www.topografix.com/GPX/)" + (version == "1.0" ? "1/0" : "1/1") +
           "\">" + std::string{content} + "</gpx>";
}

Timestamp at(std::string_view iso)
{
    return timestamp_from_iso(iso);
}

std::vector<TrackPoint> track_of(const ImportDesk& desk, std::string_view number)
{
    return desk.bureau.track(number, at("2026-11-23T00:00:00"), at("2026-11-23T23:59:59")).points;
}

const std::vector<OsmWay> map_ways{
    {101,
     {{122.8, 45.6}, {122.9, 45.7}, {122.8, 45.7}, {122.8, 45.6}},
     {{"natural", "water"}, {"water", "lake"}, {"name", "南泡子"}}},
    {102, {{122.8, 45.6}, {122.9, 45.7}}, {{"waterway", "ditch"}}},
    {103, {{122.8, 45.6}, {122.9, 45.7}}, {{"highway", "primary"}, {"name", "公路"}}},
    {104, {{122.8, 45.6}, {122.9, 45.6}, {122.9, 45.7}, {122.8, 45.6}}, {{"building", "school"}}},
    {105,
     {{122.7, 45.6}, {122.7, 45.7}, {122.6, 45.7}, {122.7, 45.6}},
     {{"landuse", "reservoir"}, {"name", "Reservoir"}, {"name:zh", "月亮泡水库"}}}};

}  // namespace

TEST_CASE("recorded tracks come from GPX, the name of a track is the registration number", "[data][intake]")
{
    ImportDesk desk;
    // GPX 1.1 has its times in UTC; 23:05 there is 07:05 of the next day here.
    const auto report = desk.import({.path = desk.written("轨迹.gpx", gpx("1.1", R"(
        <trk><name>吉G·12345</name><trkseg>
          <trkpt lat="45.6" lon="122.84"><ele>150</ele><time>2026-11-22T23:05:00Z</time></trkpt>
          <trkpt lat="45.601" lon="122.841"><time>2026-11-22T23:05:10.500Z</time></trkpt></trkseg>
          <trkseg><trkpt lat="45.602" lon="122.842"><time>2026-11-23T07:06:00+08:00</time></trkpt></trkseg></trk>
        <trk><name>吉G20002</name><trkseg><trkpt lat="45.7" lon="122.9"><time>2026-11-22T23:05:00Z</time></trkpt>
          <trkpt lat="45.7" lon="122.9"/></trkseg></trk>)"))});
    REQUIRE(report.sheets.size() == 1);
    const SheetReport& sheet = report.sheets.front();
    CAPTURE(issues(sheet));
    CHECK(sheet.sheet == "tracks");
    CHECK(sheet.kind == "tracks");
    CHECK(counts(sheet) == "rows 5 added 4 refused 1");
    CHECK(issues(sheet) == Issues{"5 at missing_required"});
    const auto points = track_of(desk, "吉G12345");
    REQUIRE(points.size() == 3);
    CHECK(points[0].at() == at("2026-11-23T07:05:00"));
    CHECK(points[0].lon() == 122.84);
    CHECK(points[0].lat() == 45.6);
    CHECK(points[1].at() == at("2026-11-23T07:05:10"));
    CHECK(points[2].at() == at("2026-11-23T07:06:00"));
    CHECK(track_of(desk, "吉G20002").size() == 1);
    CHECK(counts(desk.import({.path = desk.folder.file("轨迹.gpx")}).sheets.front()) == "rows 5 unchanged 4 refused 1");
}

TEST_CASE("GPX 1.0 has speeds, in metres a second", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import({.path = desk.written("a.gpx", gpx("1.0", R"(<trk><name>吉G12345</name><trkseg>
        <trkpt lat="45.6" lon="122.84"><time>2026-11-22T23:05:00Z</time><speed>12.5</speed></trkpt></trkseg></trk>)"))});
    const auto points = track_of(desk, "吉G12345");
    REQUIRE(points.size() == 1);
    CHECK(points.front().speed_kmh() == 45.0);
}

TEST_CASE("waypoints of GPX are a sheet of their own with the attributes that they have", "[data][intake]")
{
    ImportDesk desk;
    const auto path = desk.written("a.gpx", gpx("1.1", R"(
        <wpt lat="45.6" lon="122.84"><name>南泡子</name></wpt><wpt lat="45.7" lon="122.9"><name>北泡子</name></wpt>
        <trk><name>吉G12345</name><trkseg>
        <trkpt lat="45.6" lon="122.84"><time>2026-11-22T23:05:00Z</time></trkpt></trkseg></trk>)"));
    const auto report = desk.import({.path = path});
    REQUIRE(report.sheets.size() == 2);
    CHECK(counts(report.sheets[0]) == "rows 1 added 1");
    CHECK(report.sheets[1].kind.empty());  // names and positions alone are no kind of record
    CHECK(issues(report.sheets[1]) == Issues{"0  unknown_sheet"});
    const auto as_waters = desk.import({.path = path, .kind = "waters"});
    CHECK(counts(as_waters.sheets[1]) == "rows 2 refused 2");  // no code
}

TEST_CASE("a map of OpenStreetMap is no ledger unless its waters are asked for", "[data][intake]")
{
    ImportDesk desk;
    const auto path = desk.written("map.osm", GENERATE(osm_xml(map_ways), osm_pbf(map_ways)));
    const auto fault = fault_of([&] { (void)desk.import({.path = path}); });
    REQUIRE(fault);
    CHECK(fault->code() == FaultCode::map_data);
    CHECK(fault->text(SentenceLanguage::en).find("--kind waters") != std::string::npos);
    CHECK(fault_of([&] { (void)desk.import({.path = path, .kind = "schools"}); })->code() == FaultCode::map_data);

    const auto sheet = desk.import({.path = path, .kind = "waters", .county = Adcode{220802}}).sheets.front();
    CAPTURE(issues(sheet));
    CHECK(sheet.issues.empty());
    CHECK(counts(sheet) == "rows 3 added 3");
    auto all = desk.all<Water>();
    std::ranges::sort(all, {}, &Water::code);
    CHECK(all[0].code == "OSM-W101");
    CHECK(all[0].name == "南泡子");
    CHECK(all[0].kind == WaterKind::lake);
    CHECK(all[0].geometry == "POLYGON ((122.8 45.6, 122.9 45.7, 122.8 45.7, 122.8 45.6))");
    CHECK(all[0].county == Adcode{220802});
    CHECK(all[1].code == "OSM-W102");
    CHECK(all[1].kind == WaterKind::ditch);
    CHECK(all[1].geometry == "LINESTRING (122.8 45.6, 122.9 45.7)");
    CHECK(all[2].code == "OSM-W105");
    CHECK(all[2].name == "月亮泡水库");
    CHECK(all[2].kind == WaterKind::reservoir);
    CHECK(counts(desk.import({.path = path, .kind = "waters", .county = Adcode{220802}}).sheets.front()) ==
          "rows 3 unchanged 3");
}
