#include "tests/data/intake/fault_of.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;
using Catch::Matchers::WithinAbs;

namespace {

std::string feature(std::string_view properties, std::string_view geometry)
{
    return R"({"type":"Feature","properties":{)" + std::string{properties} + R"(},"geometry":)" +
           std::string{geometry} + "}";
}

std::string collection(const std::vector<std::string>& features)
{
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < features.size(); ++i) text += (i > 0 ? "," : "") + features[i];
    return text + "]}";
}

constexpr std::string_view square =
    R"({"type":"Polygon","coordinates":[[[122.8,45.6],[122.8,45.7],[122.9,45.7],[122.8,45.6]]]})";
constexpr std::string_view line = R"({"type":"LineString","coordinates":[[122.8,45.6],[122.9,45.7]]})";
constexpr std::string_view point = R"({"type":"Point","coordinates":[122.84,45.6]})";

const std::string waters = collection(
    {feature(
         R"("水域编号":"W1","水域名称":"南泡子","类型":"湖泊","县（市、区）":"洮北区","最大水深":"3.5米","警示标志":"有","责任人姓名":"吴示平")",
         square),
     feature(R"("水域编号":"W2","类型":"沟渠","县（市、区）":"洮南")", line),
     feature(R"("水域编号":"W3","类型":"坑塘","县（市、区）":"洮北区")", point),
     feature(R"("水域编号":null,"类型":"坑塘")", point)});

}  // namespace

TEST_CASE("waters come from GeoJSON with attributes mapped like headers", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text(waters, {}, "水域.geojson");
    CAPTURE(issues(sheet));
    CHECK(sheet.kind == "waters");
    CHECK(sheet.sheet.empty());
    CHECK(counts(sheet) == "rows 4 added 3 refused 1");
    CHECK(issues(sheet) == Issues{"4 水域编号 missing_required"});
    const auto all = desk.all<Water>();
    REQUIRE(all.size() == 3);
    // RFC 7946, 3.1.6: the outer ring runs counter-clockwise.
    CHECK(all[0].geometry == "POLYGON ((122.8 45.6, 122.9 45.7, 122.8 45.7, 122.8 45.6))");
    CHECK_FALSE(all[0].lon);
    CHECK(all[0].depth_m == 3.5);
    CHECK(all[0].kind == WaterKind::lake);
    CHECK(all[0].warning_sign == Answer::yes);
    CHECK(all[0].county == Adcode{220802});
    CHECK(all[1].geometry == "LINESTRING (122.8 45.6, 122.9 45.7)");
    CHECK(all[2].geometry.empty());
    CHECK(all[2].lon == 122.84);
    CHECK(all[2].lat == 45.6);
    CHECK(all[2].origin.row == 3);
}

TEST_CASE("the second import of a GeoJSON file changes nothing, a dry run writes nothing", "[data][intake]")
{
    ImportDesk desk;
    ImportRequest dry;
    dry.dry_run = true;
    CHECK(counts(desk.import_text(waters, dry)) == "rows 4 added 3 refused 1");
    CHECK(desk.all<Water>().empty());
    (void)desk.import_text(waters);
    const auto changes = desk.changes();
    CHECK(counts(desk.import_text(waters)) == "rows 4 unchanged 3 refused 1");
    CHECK(desk.changes() == changes);
}

TEST_CASE("one feature a route, with the property code", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text(collection({feature(R"("code":"洮北01路")", line)}));
    CHECK(sheet.kind == "routes");
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(desk.all<Route>().front().geometry == "LINESTRING (122.8 45.6, 122.9 45.7)");
}

TEST_CASE("areas are never routes, whatever else is said of them", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text(collection({feature(R"("code":"W1","name":"南泡子")", square)}));
    CHECK(sheet.kind == "waters");
    CHECK(counts(sheet) == "rows 1 added 1");
}

TEST_CASE("schools and stops have their feature's position; attributes that repeat it give way", "[data][intake]")
{
    ImportDesk desk;
    const auto schools = desk.import_text(collection(
        {feature(R"("学校标识码":"2122000001","学校名称":"甲小学","县区":"洮北区","经度":122.9,"纬度":45.9)", point),
         feature(R"("学校标识码":"2122000002","学校名称":"乙小学","县区":"洮北区","经度":122.9,"纬度":45.9)",
                 "null")}));
    CAPTURE(issues(schools));
    CHECK(schools.kind == "schools");
    CHECK(schools.issues.empty());
    CHECK(counts(schools) == "rows 2 added 2");
    CHECK(desk.all<School>()[0].lon == 122.84);
    CHECK(desk.all<School>()[0].lat == 45.6);
    CHECK(desk.all<School>()[1].lon == 122.9);  // no geometry: the attributes are all there is
    const auto stops =
        desk.import_text(collection({feature(R"("route":"洮北01路","sequence":1,"time":"06:43")", point)}));
    CHECK(stops.kind == "stops");
    CHECK(desk.all<Stop>().front().lat == 45.6);
}

TEST_CASE("a geometry stated as text holds before the feature's own", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text(collection(
        {feature(R"~("code":"W1","kind":"pond","geometry":"POINT (122.5 45.5)","lon":122.6,"lat":45.6)~", point),
         feature(R"("code":"W2","kind":"pond","geometry":"see plan")", point)}));
    CAPTURE(issues(sheet));
    CHECK(counts(sheet) == "rows 2 added 2");
    const auto all = desk.all<Water>();
    CHECK(all[0].geometry == "POINT (122.5 45.5)");
    CHECK(all[0].lon == 122.6);
    CHECK(all[1].geometry.empty());
    CHECK(all[1].lon == 122.84);
}

TEST_CASE("a geometry that cannot be used refuses its row with the reason", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text(collection(
        {feature(R"("code":"W1","kind":"pond")", R"({"type":"Point","coordinates":[222,45]})"),
         feature(R"("code":"W2","kind":"pond")", R"({"type":"Polygon","coordinates":[[[1,1],[2,2],[1,1]]]})"),
         feature(R"("code":"W3","kind":"pond")", square)}));
    CAPTURE(issues(sheet));
    CHECK(counts(sheet) == "rows 3 added 1 refused 2");
    REQUIRE(sheet.issues.size() >= 2);
    CHECK(desk.all<Water>().front().code == "W3");
    const auto routes =
        desk.import_text(collection({feature(R"("code":"L1","direction":"上学","线路名称":"一路")", point),
                                     feature(R"("code":"L2","direction":"上学","线路名称":"二路")", line)}),
                         {.kind = "routes"});
    CHECK(counts(routes) == "rows 2 added 2");  // a route need not have a geometry; a point is none
    CHECK(issues(routes).size() == 2);          // columns lon and lat, which a route does not have
}

TEST_CASE("positions of GeoJSON are turned from the datum that the operator names", "[data][intake]")
{
    ImportDesk desk;
    // regulations.md section 5: 122.8390, 45.6196 is 122.844871297, 45.621508272 in GCJ-02, 122.851424536,
    // 45.627416778 in BD-09.
    const auto [datum, lon, lat] = GENERATE(table<Datum, std::string, std::string>(
        {{Datum::gcj02, "122.844871297", "45.621508272"}, {Datum::bd09, "122.851424536", "45.627416778"}}));
    const std::string shifted = R"({"type":"Point","coordinates":[)" + lon + "," + lat + "]}";
    (void)desk.import_text(collection({feature(R"("code":"W1","kind":"pond")", shifted)}), {.datum = datum});
    const Water water = desk.all<Water>().front();
    CHECK_THAT(*water.lon, WithinAbs(122.8390, 2e-9));
    CHECK_THAT(*water.lat, WithinAbs(45.6196, 2e-9));
}

TEST_CASE("an older reference system is taken over with a warning of how rough that is", "[data][intake]")
{
    ImportDesk desk;
    std::string text = collection({feature(R"("code":"W1","kind":"pond")", point)});
    text.insert(1, R"("crs":{"type":"name","properties":{"name":"EPSG:4610"}},)");
    const auto sheet = desk.import_text(text);
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(issues(sheet) == Issues{"0  rough_crs"});
    CHECK(issue_text(sheet.issues.front(), SentenceLanguage::en).find("Xian 1980") != std::string::npos);
}

TEST_CASE("GeoJSON that was saved in GB18030 is read, and said so", "[data][intake]")
{
    ImportDesk desk;
    // 南泡子 and 洮北区 in GB 2312, with the keys of the contract.
    const std::string name = "\xC4\xCF\xC5\xDD\xD7\xD3", county = "\xE4\xAC\xB1\xB1\xC7\xF8";
    const auto sheet = desk.import_text(
        collection({feature(R"("code":"W1","kind":"pond","name":")" + name + R"(","county":")" + county + '"', point)}),
        {.kind = "waters"});
    CAPTURE(issues(sheet));
    CHECK(issues(sheet) == Issues{"0  read_as_encoding"});
    CHECK(desk.all<Water>().front().name == "南泡子");
    CHECK(desk.all<Water>().front().county == Adcode{220802});
}

TEST_CASE("unknown attributes are named once and left out", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text(collection({feature(R"("code":"W1","kind":"pond","fclass":"water")", point),
                                                    feature(R"("code":"W2","kind":"pond","fclass":"water")", point)}));
    CHECK(counts(sheet) == "rows 2 added 2");
    CHECK(issues(sheet) == Issues{"0 fclass unknown_column"});
}

TEST_CASE("features that no kind fits are not taken for one", "[data][intake]")
{
    ImportDesk desk;
    const auto fault = fault_of([&] { (void)desk.import_text(collection({feature(R"("a":1,"b":2)", point)})); });
    REQUIRE(fault);
    CHECK(fault->code() == FaultCode::unknown_kind);
    CHECK(desk.changes() == 1);
}
