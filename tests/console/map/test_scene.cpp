#include "a_city.hpp"
#include "console/map/scene.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;
using rules::BusState;

data::Date day(int year, unsigned month, unsigned of_month)
{
    return std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month)};
}

/// A register of one school, two routes to it and one bus.
struct Small {
    data::Snapshot snapshot;
    template <class Record>
    void set(std::vector<Record> rows)
    {
        snapshot.all<Record>() = data::Table<Record>(std::move(rows));
    }
    Small()
    {
        data::School school;
        school.id = {1};
        school.code = "S";
        school.lon = 122.8;
        school.lat = 45.6;
        set<data::School>({school});
        std::vector<data::Route> routes(2);
        routes[0].id = {1};
        routes[0].code = "A";
        routes[0].school = "S";
        routes[1].id = {2};
        routes[1].code = "B";
        routes[1].school = "S";
        routes[1].geometry = "LINESTRING(122.8 45.6,122.9 45.6,123.0 45.7)";
        set<data::Route>(routes);
        std::vector<data::Stop> stops(2);
        stops[0].id = {1};
        stops[0].route = "A";
        stops[0].sequence = 2;
        stops[0].lon = 122.81;
        stops[0].lat = 45.61;
        stops[1].id = {2};
        stops[1].route = "A";
        stops[1].sequence = 1;
        stops[1].lon = 122.7;
        stops[1].lat = 45.5;
        set<data::Stop>(stops);
        data::Bus bus;
        bus.id = {7};
        bus.registration_number = "吉G12345";
        bus.county = {220802};
        set<data::Bus>({bus});
    }
    [[nodiscard]] Scene scene(data::Date as_of, std::vector<NearWater> near = {}) const
    {
        const auto geometry =
            std::make_shared<const SceneGeometry>(scene_geometry_of(std::make_shared<const data::Snapshot>(snapshot)));
        const BusState states[] = {BusState::stop};
        return scene_of(geometry, states, as_of, near);
    }
};

TEST_CASE("a route without a geometry goes through its stops in their order", "[map]")
{
    const Scene scene = Small().scene({});
    const SceneRoute& route = scene.geometry->routes[scene.geometry->route("A")];
    REQUIRE(route.line.size() == 2);
    CHECK(route.line[0] == geo::map_from_position({122.7, 45.5}));
    CHECK(scene.geometry->routes[scene.geometry->route("B")].line.size() == 3);
    CHECK(scene.geometry->route("C") == 2);
}

TEST_CASE("a bus's mark stands at the end away from the school", "[map]")
{
    const Scene scene = Small().scene({});
    CHECK(scene.geometry->routes[0].far_end == geo::map_from_position({122.7, 45.5}));
    CHECK(scene.geometry->routes[1].far_end == geo::map_from_position({123.0, 45.7}));
}

TEST_CASE("a bus serves the route of its run on the first and the last day, not the day after", "[map]")
{
    Small small;
    data::Run run;
    run.id = {1};
    run.registration_number = "吉G12345";
    run.route = "A";
    run.from_on = data::DateCell(day(2026, 9, 1));
    run.to_on = data::DateCell(day(2026, 11, 23));
    small.set<data::Run>({run});
    CHECK(small.scene(day(2026, 8, 31)).buses[0].routes.empty());
    CHECK(small.scene(day(2026, 9, 1)).buses[0].routes == std::vector<std::size_t>{0});
    CHECK(small.scene(day(2026, 11, 23)).buses[0].routes == std::vector<std::size_t>{0});
    CHECK(small.scene(day(2026, 11, 24)).buses[0].routes.empty());
}

TEST_CASE("without a current run the permit says where a bus would go", "[map]")
{
    Small small;
    std::vector<data::Permit> permits(2);
    permits[0].id = {1};
    permits[0].registration_number = "吉G12345";
    permits[0].route = "B";
    permits[0].decision = data::Decision::granted;
    permits[0].valid_from = data::DateCell(day(2026, 9, 1));
    permits[1] = permits[0];
    permits[1].id = {2};
    permits[1].route = "A";
    permits[1].valid_from = data::DateCell(day(2025, 9, 1));
    small.set<data::Permit>(permits);
    CHECK(small.scene(day(2026, 11, 23)).buses[0].routes == std::vector<std::size_t>{1});
}

TEST_CASE("the legend counts buses that have no place, and says how many", "[map]")
{
    const Scene scene = Small().scene({});
    const LegendCounts counts = legend_counts(scene, {});
    CHECK(counts.buses[static_cast<std::size_t>(BusState::stop)] == 1);
    CHECK(counts.without_place[static_cast<std::size_t>(BusState::stop)] == 1);
    SceneFilter other;
    other.county = {220822};
    CHECK(legend_counts(scene, other).buses[static_cast<std::size_t>(BusState::stop)] == 0);
}

TEST_CASE("pairs are sorted by school and distance, and those without a place are left out", "[map]")
{
    Small small;
    std::vector<data::Water> waters(2);
    waters[0].id = {1};
    waters[0].geometry = "POINT(122.81 45.6)";
    waters[1].id = {2};
    waters[1].lon = 122.8;
    waters[1].lat = 45.605;
    small.set<data::Water>(waters);
    const NearWater near[] = {{{1}, {1}, 780, {122.81, 45.6}}, {{1}, {2}, 556, {122.8, 45.605}}, {{9}, {1}, 1, {}}};
    const Scene scene = small.scene({}, {std::begin(near), std::end(near)});
    REQUIRE(scene.reaches.size() == 2);
    CHECK(scene.reaches[0].water == 1);
    CHECK(scene.water_in_reach == std::vector<bool>{true, true});
    CHECK(legend_counts(scene, {}).waters_in_reach == 2);
}

TEST_CASE("a register of ten thousand buses becomes a scene", "[map]")
{
    const sample::City city = sample::a_city(10000, 600);
    const auto geometry = std::make_shared<const SceneGeometry>(scene_geometry_of(city.snapshot));
    const Scene scene = scene_of(geometry, city.states, {}, city.near);
    CHECK(scene.buses.size() == 10000);
    CHECK(scene.geometry->routes.size() == 10000);
    CHECK(scene.reaches.size() == 150);
    CHECK(bus_index(scene, {10000}) == 9999);
    CHECK(bus_index(scene, {10001}) == 10000);
    CHECK_FALSE(box_of(scene, {MapItem::Kind::bus, {5}}).is_empty());
    CHECK(box_of(scene, {MapItem::Kind::school, {99999}}).is_empty());
}

}  // namespace
