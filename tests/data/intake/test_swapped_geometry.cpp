// Geometry whose longitude and latitude stand swapped (formats.md 3.4), and layers of mixed shapes.
#include "data/intake/position_value.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::string layer(std::string_view features)
{
    return R"({"type":"FeatureCollection","features":[)" + std::string{features} + "]}";
}

constexpr std::string_view swapped_waters =
    R"({"type":"Feature","properties":{"水域编号":"S1","县区":"洮南"},"geometry":
        {"type":"Point","coordinates":[45.3,122.8]}},
       {"type":"Feature","properties":{"水域编号":"S2","县区":"洮南"},"geometry":
        {"type":"Polygon","coordinates":[[[45.3,122.8],[45.3,122.9],[45.4,122.9],[45.3,122.8]]]}})";

}  // namespace

TEST_CASE("a geometry that lies in the country only with its axes swapped is put right, with a warning",
          "[data][intake]")
{
    for (const auto* text : {"LINESTRING (45.3 122.8, 45.4 122.9)",
                             R"({"type":"LineString","coordinates":[[45.3,122.8],[45.4,122.9]]})"}) {
        const auto read = parse_geometry(text, Datum::cgcs2000, true);
        REQUIRE(read);
        CHECK(read->value == "LINESTRING (122.8 45.3, 122.9 45.4)");
        REQUIRE(read->doubt);
        CHECK(read->doubt->code == IssueCode::swapped_position);
        // 122.8 is no latitude: what the operator wants kept cannot be.
        const auto kept = parse_geometry(text, Datum::cgcs2000, true, Swapped::keep);
        REQUIRE_FALSE(kept);
        CHECK(kept.error().code == IssueCode::bad_geometry);
    }
    // 86.5 E 44.2 N, in the west of the country, is a place on earth either way round.
    const auto put_right = parse_geometry("POINT (44.2 86.5)", Datum::cgcs2000, false);
    REQUIRE(put_right);
    CHECK(put_right->value == "POINT (86.5 44.2)");
    const auto kept = parse_geometry("POINT (44.2 86.5)", Datum::cgcs2000, false, Swapped::keep);
    REQUIRE(kept);
    CHECK(kept->value == "POINT (44.2 86.5)");
    CHECK(kept->doubt->code == IssueCode::kept_unswapped);
    // One position of it outside either way round: nothing is swapped.
    const auto abroad = parse_geometry("LINESTRING (2.3 48.8, 45.3 80.8)", Datum::cgcs2000, true);
    REQUIRE(abroad);
    CHECK(abroad->value == "LINESTRING (2.3 48.8, 45.3 80.8)");
    CHECK(abroad->doubt->code == IssueCode::outside_country);
}

TEST_CASE("a swapped pair is kept only where the operator says so", "[data][intake]")
{
    const auto kept = parse_position("44.2", "86.5", Datum::cgcs2000, Swapped::keep);
    REQUIRE(kept);
    CHECK(kept->value.lon == 44.2);
    CHECK(kept->value.lat == 86.5);
    CHECK(kept->doubt->code == IssueCode::kept_unswapped);
    CHECK_FALSE(parse_position("45.3", "122.8", Datum::cgcs2000, Swapped::keep));
    ImportDesk desk;
    const auto* ledger = "学校标识码,学校名称,县区,经度,纬度\n2122000001,甲小学,洮南市,44.2,86.5\n";
    const auto sheet = desk.import_text(ledger, {.keep_unswapped = true});
    CHECK(issues(sheet) == Issues{"2 经度 kept_unswapped"});
    CHECK(desk.all<School>().at(0).lat == 86.5);
    CHECK(issues(desk.import_text(ledger)) == Issues{"2 经度 swapped_position"});
    CHECK(desk.all<School>().at(0).lat == 44.2);
}

TEST_CASE("points and areas of a GeoJSON file with swapped axes are put right", "[data][intake][gis]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text(layer(swapped_waters), {}, "水域.geojson");
    CHECK(counts(sheet) == "rows 2 added 2");
    REQUIRE(sheet.issues.size() == 2);
    CHECK(sheet.issues[0].code == IssueCode::swapped_position);
    CHECK(sheet.issues[1].code == IssueCode::swapped_position);
    const auto waters = desk.all<Water>();
    CHECK(waters.at(0).lon == 122.8);
    CHECK(waters.at(0).lat == 45.3);
    CHECK(waters.at(1).geometry == "POLYGON ((122.8 45.3, 122.9 45.3, 122.9 45.4, 122.8 45.3))");
}

TEST_CASE("what is wrong with a geometry is said in the language of the sentence", "[data][intake][gis]")
{
    for (const auto* bad :
         {"POINT (500 45.6)", "LINESTRING (122.8 45.6", "折线", "POINT (1 x)", "POLYGON ((1 1, 2 2, 1 1))",
          "{\"type\":\"LineString\"}", "{\"type\":\"Kreis\",\"coordinates\":[]}", "{"}) {
        const auto read = parse_geometry(bad, Datum::cgcs2000, false);
        REQUIRE_FALSE(read);
        const std::string text = issue_text(
            {2, "几何", read.error().code, IssueSeverity::refused, bad, read.error().parameters}, SentenceLanguage::zh);
        CAPTURE(text);
        for (const std::string_view english : {"position", "expected", "ring", "missing", "geometry", "ected"})
            CHECK(text.find(english) == std::string::npos);
    }
    ImportDesk desk;
    const auto sheet = desk.import_text(
        layer(
            R"({"type":"Feature","properties":{"水域编号":"S1","县区":"洮南"},"geometry":{"type":"Point","coordinates":[1]}})"),
        {}, "水域.geojson");
    CHECK(counts(sheet) == "rows 1 refused 1");
    CHECK(sheet.issues.front().code == IssueCode::bad_geometry);
}

TEST_CASE("routes keep their lines in a layer that has areas too", "[data][intake][gis]")
{
    constexpr std::string_view line = R"({"type":"LineString","coordinates":[[122.8,45.3],[122.9,45.4]]})";
    constexpr std::string_view area =
        R"({"type":"Polygon","coordinates":[[[122.8,45.3],[122.9,45.3],[122.9,45.4],[122.8,45.3]]]})";
    const auto feature = [](std::string_view properties, std::string_view geometry) {
        return R"({"type":"Feature","properties":{)" + std::string{properties} + R"(},"geometry":)" +
               std::string{geometry} + "}";
    };
    for (const std::string_view point : {"", R"({"type":"Point","coordinates":[122.8,45.3]})"}) {
        ImportDesk desk;
        std::string features = feature(R"("code":"L1")", line) + "," + feature(R"("code":"L2")", area);
        if (!point.empty()) features += "," + feature(R"("code":"L3")", point);
        const auto sheet = desk.import_text(layer(features), {.kind = "routes"}, "线路.geojson");
        CHECK(sheet.refused == 1);  // an area is no route
        const auto routes = desk.all<Route>();
        REQUIRE(!routes.empty());
        CHECK(routes.at(0).code == "L1");
        CHECK(routes.at(0).geometry == "LINESTRING (122.8 45.3, 122.9 45.4)");
    }
    // By itself such a layer is still one of waters.
    ImportDesk desk;
    const auto sheet = desk.import_text(layer(feature(R"("code":"W1","name":"甲","county":"洮南市")", line) + "," +
                                              feature(R"("code":"W2","name":"乙","county":"洮南市")", area)),
                                        {}, "水域.geojson");
    CHECK(sheet.kind == "waters");
    CHECK(counts(sheet) == "rows 2 added 2");
}
