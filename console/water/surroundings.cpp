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

void add_schools(std::vector<WaterNeighbours>& neighbours, const WaterPlaces& places, const Habits& habits)
{
    const Exposures found = exposures(places, {.within_m = static_cast<double>(habits[Habit::near_reach_m])});
    for (const Exposure& pair : found.pairs) {
        WaterNeighbours& of = neighbours[places.index_of(*pair.water)];
        note_distance(of.around, pair.distance_m);
        of.schools.push_back({pair.school, pair.distance_m, pair.nearest});
        if (pair.distance_m > habits[Habit::pupils_reach_m]) continue;
        if (pair.school->pupils)
            of.around.pupils_near += *pair.school->pupils;
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

void add_ways(std::vector<WaterNeighbours>& neighbours, const WaterPlaces& places, const Habits& habits)
{
    const WaysToSchool ways = ways_to_school(places.snapshot());
    for (WaterNeighbours& each : neighbours) {
        if (!ways.stops.empty()) each.around.has_neighbours = true;
        const bool all_recorded =
            std::ranges::all_of(each.schools, [&](const SchoolNear& near) { return ways.known_of(near.school->code); });
        if (all_recorded && !each.schools.empty()) each.around.on_the_way = data::Answer::no;
    }
    const geo::NearSearch waters(places.geometries());
    // A stop can be the nearest place within one reach, and on the way within the other.
    const int stop_reach_m = habits[Habit::stop_reach_m], near_reach_m = habits[Habit::near_reach_m];
    const auto stops = waters.from_all(ways.stops, std::max(stop_reach_m, near_reach_m));
    for (const geo::NearPair& pair : stops.value_or(std::vector<geo::NearPair>{})) {
        Surroundings& around = neighbours[pair.geometry].around;
        if (pair.distance_m <= near_reach_m) note_distance(around, pair.distance_m);
        if (pair.distance_m <= stop_reach_m) around.on_the_way = data::Answer::yes;
    }
    for (const geo::Polyline& line : ways.lines)
        for (const geo::NearPair& water : waters.along(line, habits[Habit::route_reach_m]))
            neighbours[water.geometry].around.on_the_way = data::Answer::yes;
}

}  // namespace

std::vector<WaterNeighbours> neighbours_of_waters(const WaterPlaces& places, const Habits& habits)
{
    std::vector<WaterNeighbours> neighbours(places.waters().size());
    add_schools(neighbours, places, habits);
    add_ways(neighbours, places, habits);
    return neighbours;
}

}  // namespace xiaoan::water
