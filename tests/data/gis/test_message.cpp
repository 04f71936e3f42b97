#include "data/gis/message.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>
#include <string>

using namespace xiaoan::data::gis;

namespace {

/// What was said, as the other side understands it.
template <class Said>
Said understood(const std::string& line)
{
    REQUIRE(line.ends_with('\n'));
    REQUIRE(line.find('\n') == line.size() - 1);
    const auto message = message_of(std::string_view{line}.substr(0, line.size() - 1));
    REQUIRE(message);
    REQUIRE(std::holds_alternative<Said>(*message));
    return std::get<Said>(*message);
}

}  // namespace

TEST_CASE("what one side says the other understands, in one line each", "[data][gis]")
{
    Feature feature{.number = 7,
                    .values = {std::monostate{}, true, std::int64_t{-3}, 0.1 + 0.2, "a \"b\"\n泡子"},
                    .point = xiaoan::geo::Position{122.83902400000001, 45.6},
                    .wkt = {},
                    .fault = {}};
    std::string line;
    append_line(line, feature);
    CHECK(understood<Feature>(line) == feature);
    feature.point.reset();
    feature.wkt = "LINESTRING (122 45, 123 46)";
    line.clear();
    append_line(line, feature);
    CHECK(understood<Feature>(line) == feature);
    feature.wkt.clear();
    feature.fault = "a position is outside";
    line.clear();
    append_line(line, feature);
    CHECK(understood<Feature>(line) == feature);

    const FeatureLayer layer{"水域", {"编号", "name"}, true, false, true, "WGS 84", true};
    CHECK(understood<LayerList>(line_of(LayerList{{layer, {}}})).layers == std::vector<FeatureLayer>{layer, {}});
    const TableLayer table{.name = "t",
                           .title = "表",
                           .shape = TableLayer::Shape::area,
                           .columns = {{"a", TableLayer::ColumnType::whole}, {"b", TableLayer::ColumnType::number}},
                           .style_name = "s",
                           .style_qml = "<qgis/>",
                           .written_at = "2026-11-23T00:00:00.000Z"};
    CHECK(understood<TableLayer>(line_of(table)) == table);
    CHECK(understood<EndOfFeatures>(line_of(EndOfFeatures{3})).count == 3);
    const HelperFailure failure{"damaged", "what the library said"};
    CHECK(understood<HelperFailure>(line_of(failure)) == failure);
}

TEST_CASE("a number that is none is not given", "[data][gis]")
{
    std::string line;
    append_line(line, {.number = 1,
                       .values = {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()},
                       .point = {},
                       .wkt = {},
                       .fault = {}});
    CHECK(understood<Feature>(line).values == std::vector<FeatureValue>{{}, {}});
}

TEST_CASE("a line that is none of these is not understood", "[data][gis]")
{
    for (const char* line :
         {"", "{", "[]", "{}", "null", "GDAL says hello", R"({"v":{}})", R"({"layers":{}})", R"({"end":"x"})"}) {
        CAPTURE(line);
        CHECK_FALSE(message_of(line));
    }
}
