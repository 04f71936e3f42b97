#include "console/water/candidates/candidates.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::water;

namespace {

std::string a_square(double west, double south, double side, const char* name)
{
    const auto at = [](double lon, double lat) { return "[" + std::to_string(lon) + "," + std::to_string(lat) + "]"; };
    const double east = west + side, north = south + side;
    return std::string{R"({"type":"Feature","properties":{"adcode":220802,"name_zh":")"} + name +
           R"("},"geometry":{"type":"Polygon","coordinates":[[)" + at(west, south) + "," + at(east, south) + "," +
           at(east, north) + "," + at(west, north) + "," + at(west, south) + "]]}}";
}

/// A school at 123 E 45 N in 洮北区; of the layer's lakes one 222 m north of it, one 22 km north; a river 0.02 degrees
/// to the east (1,577 m at 45 N).
std::shared_ptr<data::Snapshot> a_county()
{
    auto snapshot = an_empty_snapshot();
    auto region = std::make_shared<data::Region>();
    region->counties = {{data::Adcode{220802}, "洮北区", "Taobei District", 123, 45}};
    const auto layer = [&](const char* name, const std::string& features) {
        data::MapLayer& made = region->layers.emplace_back();
        made.name = name;
        made.attribution = "© 图层";
        made.geojson =
            std::make_shared<const std::string>(R"({"type":"FeatureCollection","features":[)" + features + "]}");
    };
    layer("counties", a_square(122, 44, 2, "洮北区"));
    layer("lakes", a_square(123, 45.002, 0.01, "北湖") + "," + a_square(123, 45.2, 0.01, "远湖"));
    layer("rivers", R"({"type":"Feature","properties":{"name_zh":"东河"},"geometry":{"type":"LineString",)"
                    R"("coordinates":[[123.02,44.9],[123.02,45.1]]}})");
    snapshot->region = region;
    data::School school;
    school.code = "1";
    school.lon = 123;
    school.lat = 45;
    school.pupils = 300;
    add_to(*snapshot, school);
    return snapshot;
}

std::vector<std::string> codes_of(const std::shared_ptr<data::Snapshot>& snapshot,
                                  const CandidateQuestion& question = {})
{
    std::vector<std::string> codes;
    for (const Candidate& each : candidates(WaterPlaces(snapshot), question)) codes.push_back(each.code);
    return codes;
}

data::Water a_water(data::WaterKind kind, double lon, double lat)
{
    data::Water water;
    water.code = "W1";
    water.kind = kind;
    water.lon = lon;
    water.lat = lat;
    return water;
}

}  // namespace

TEST_CASE("waters of the layers near a school and not in the ledger are proposed, the nearest first", "[water]")
{
    const auto snapshot = a_county();
    const auto found = candidates(WaterPlaces(snapshot), {});
    REQUIRE(found.size() == 2);
    CHECK(found[0].code == "MAP-lakes-1");
    CHECK(found[0].name == "北湖");
    CHECK(found[0].kind == data::WaterKind::lake);
    CHECK(std::abs(found[0].distance_m - 222.3) < 0.1);  // 0.002 degrees of latitude at 45 N
    CHECK(found[0].county == data::Adcode{220802});
    CHECK(found[0].schools == 1);
    CHECK(found[0].pupils == 300);
    CHECK(pupils_text(found[0], language::Language::zh) == "300");
    auto unknown = found[0];
    unknown.all_pupils_given = false;
    CHECK(pupils_text(unknown, language::Language::zh) == "至少 300");
    unknown.pupils = 0;
    CHECK(pupils_text(unknown, language::Language::en) == "not verified");
    CHECK(found[1].code == "MAP-rivers-1");
    CHECK(std::abs(found[1].distance_m - 1577) < 1);
    CHECK(codes_of(snapshot, {.within_m = 1000}) == std::vector<std::string>{"MAP-lakes-1"});
    CHECK(codes_of(snapshot, {.county = data::Adcode{220881}}).empty());
}

TEST_CASE("a ledger water of a fitting kind nearby is the same water, one of another kind is not", "[water]")
{
    auto pond = a_county();
    add_to(*pond, a_water(data::WaterKind::pond, 123.005, 45.001));  // 111 m south of the lake
    CHECK(codes_of(pond) == std::vector<std::string>{"MAP-rivers-1"});
    auto river = a_county();
    add_to(*river, a_water(data::WaterKind::river, 123.005, 45.001));
    CHECK(codes_of(river) == std::vector<std::string>{"MAP-lakes-1", "MAP-rivers-1"});
    auto far = a_county();
    add_to(*far, a_water(data::WaterKind::pond, 123.005, 44.996));  // 667 m south of it
    CHECK(codes_of(far) == std::vector<std::string>{"MAP-lakes-1", "MAP-rivers-1"});
}

TEST_CASE("what was taken over is not proposed again, and carries its geometry", "[water]")
{
    auto snapshot = a_county();
    const auto found = candidates(WaterPlaces(snapshot), {});
    const auto record = taken_over(found[0]);
    CHECK(record.kind == "waters");
    CHECK(record.key == "MAP-lakes-1");
    CHECK(record.only_new);
    data::Water taken = a_water(data::WaterKind::lake, 0, 0);
    taken.code = "MAP-lakes-1";
    add_to(*snapshot, taken);
    CHECK(codes_of(snapshot) == std::vector<std::string>{"MAP-rivers-1"});
}
