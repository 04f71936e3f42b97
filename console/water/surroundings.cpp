#include "console/water/surroundings.hpp"

#include "console/water/ways_to_school.hpp"
#include "geo/near.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::water {

namespace {

void note_distance(Surroundings& around, double distance_m)
{
    if (!around.nearest_m || distance_m < *around.nearest_m) around.nearest_m = distance_m;
}

void add_schools(std::vector<WaterNeighbours>& neighbours, const WaterPlaces& places)
{
    const Exposures found = exposures(places, {.within_m = neighbour_reach_m});
    for (const Exposure& pair : found.pairs) {
        WaterNeighbours& of = neighbours[places.index_of(*pair.water)];
        note_distance(of.around, pair.distance_m);
        of.schools.push_back({pair.school, pair.distance_m, pair.nearest});
        if (pair.distance_m > pupils_reach_m) continue;
        if (pair.school->pupils)
            of.around.pupils_within_1000_m += *pair.school->pupils;
        else
            of.around.all_pupils_given = false;
    }
    for (WaterNeighbours& each : neighbours) {
        each.around.has_neighbours = found.schools > 0;
        std::ranges::sort(each.schools, [](const SchoolNear& a, const SchoolNear& b) {
            return std::tie(a.distance_m, a.school->code) < std::tie(b.distance_m, b.school->code);
        });
    }
}

void add_ways(std::vector<WaterNeighbours>& neighbours, const WaterPlaces& places)
{
    const WaysToSchool ways = ways_to_school(places.snapshot());
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        Surroundings& around = neighbours[i].around;
        if (!ways.stops.empty()) around.has_neighbours = true;
        if (ways.known_in(places.waters()[i]->county)) around.on_the_way = data::Answer::no;
    }
    const geo::NearSearch waters(places.geometries());
    const auto stops = waters.from_all(ways.stops, neighbour_reach_m);
    for (const geo::NearPair& pair : stops.value_or(std::vector<geo::NearPair>{})) {
        Surroundings& around = neighbours[pair.geometry].around;
        note_distance(around, pair.distance_m);
        if (pair.distance_m <= stop_reach_m) around.on_the_way = data::Answer::yes;
    }
    for (const geo::Polyline& line : ways.lines)
        for (const geo::NearPair& water : waters.along(line, route_reach_m))
            neighbours[water.geometry].around.on_the_way = data::Answer::yes;
}

}  // namespace

std::vector<WaterNeighbours> neighbours_of_waters(const WaterPlaces& places)
{
    std::vector<WaterNeighbours> neighbours(places.waters().size());
    add_schools(neighbours, places);
    add_ways(neighbours, places);
    return neighbours;
}

}  // namespace xiaoan::water
