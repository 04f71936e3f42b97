#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

TEST_CASE("a register carries the region it was made with", "[region]")
{
    const Folder folder;
    const auto in = a_new_register(folder);
    const auto asked = a_region();
    const auto held = in.snapshot().region;
    CHECK(held->code == "220800");
    CHECK(held->name_zh == "白城市");
    CHECK(held->view == asked.view);
    REQUIRE(held->counties.size() == 2);
    CHECK(held->county(Adcode{220881})->name_zh == "洮南市");
    CHECK(held->county(Adcode{110101}) == nullptr);
    REQUIRE(held->layers.size() == 1);
    CHECK(*held->layers[0].geojson == *asked.layers[0].geojson);
    CHECK(held->layers[0].attribution_en == "County borders");
    REQUIRE(held->holidays.size() == 1);
    CHECK(held->holidays[0].off);
    REQUIRE(held->plan.size() == 1);
    CHECK(held->plan[0].due_on == asked.plan[0].due_on);
    REQUIRE(held->divisions.size() == 1);
    CHECK(in.region()->layers[0].geojson == nullptr);
}

TEST_CASE("Baicheng's folder has five counties, its layers, holidays and the plan", "[region]")
{
    const auto region = read_region(XIAOAN_REGION_FOLDER);
    CHECK(region.code == "220800");
    REQUIRE(region.counties.size() == 5);
    for (const std::uint32_t code : {220802u, 220821u, 220822u, 220881u, 220882u}) {
        const County* county = region.county(Adcode{code});
        REQUIRE(county != nullptr);
        CHECK((county->label_lon > region.view[0] && county->label_lon < region.view[2]));
        CHECK((county->label_lat > region.view[1] && county->label_lat < region.view[3]));
    }
    for (const std::string_view name : {"counties", "rivers", "lakes", "towns"}) {
        CAPTURE(name);
        const auto layer = std::ranges::find(region.layers, name, &MapLayer::name);
        REQUIRE(layer != region.layers.end());
        CHECK_FALSE(layer->licence.empty());
        CHECK_FALSE(layer->attribution.empty());
        CHECK(layer->geojson->size() > 100);
    }
    CHECK(region.plan.size() == 39);
    // The State Council's notice for 2026: National Day from 1 to 7 October.
    const auto national_day =
        std::ranges::find(region.holidays, Date{std::chrono::year{2026} / 10 / 1}, &Holiday::date);
    REQUIRE(national_day != region.holidays.end());
    CHECK(national_day->off);
    CHECK(std::ranges::is_sorted(region.holidays, {}, &Holiday::date));
}

TEST_CASE("a region folder that lacks something is named with what it lacks", "[region]")
{
    const Folder folder;
    const auto fault = [&](std::string_view json) {
        std::ofstream(folder.file("region.json")) << json;
        try {
            (void)read_region(folder.path().string());
            return std::string{"no fault"};
        } catch (const StoreFault& thrown) {
            return thrown.detail();
        }
    };
    CHECK(fault("[]") == "no JSON object");
    CHECK(fault("{").find("at byte") != std::string::npos);
    CHECK(fault(R"({"code":"220800"})") == "lacks the text \"name_zh\"");
    CHECK(fault(R"({"code":"1","name_zh":"a","name_en":"b","view":[1,2,3]})").find("view") != std::string::npos);
    CHECK(fault(R"({"code":"1","name_zh":"a","name_en":"b","view":[1,2,3,4],"counties":[],)"
                R"("layers":[{"layer":"plan","file":"plan.csv"}]})") == "the region's file is not there");
}

TEST_CASE("layers of a region may come out of a map of OpenStreetMap", "[region]")
{
    const Folder folder;
    std::ofstream(folder.file("map.osm"))
        << R"(<osm version="0.6"><node id="1" lat="45.6" lon="122.8"/><node id="2" lat="45.7" lon="122.9"/>)"
           R"(<node id="3" lat="35.6" lon="122.8"/><node id="4" lat="35.7" lon="122.9"/>)"
           R"(<way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="trunk"/></way>)"
           R"(<way id="2"><nd ref="3"/><nd ref="4"/><tag k="highway" v="primary"/></way></osm>)";
    const auto described = [&](const std::string& layer) {
        std::ofstream(folder.file("region.json"))
            << R"({"code":"1","name_zh":"a","name_en":"b","view":[121,44,124,46],"counties":[],"layers":[{"layer":")" +
                   layer + R"(","file":"map.osm","licence":"ODbL-1.0","attribution_zh":"c","attribution_en":"d"}]})";
        return read_region(folder.path().string());
    };
    const Region region = described("roads");
    REQUIRE(region.layers.size() == 1);
    CHECK(region.layers[0].geojson->find("trunk") != std::string::npos);
    CHECK(region.layers[0].geojson->find("primary") == std::string::npos);  // outside the view
    CHECK_THROWS_AS(described("houses"), StoreFault);
    std::ofstream(folder.file("map.osm")) << "<osm version=\"0.6\"><node";
    CHECK_THROWS_AS(described("roads"), StoreFault);
}
