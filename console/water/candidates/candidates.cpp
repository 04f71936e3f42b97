#include "console/water/candidates/candidates.hpp"

#include "console/language/wording.hpp"
#include "console/map/features.hpp"
#include "geo/near.hpp"
#include "geo/polygon.hpp"
#include "geo/wkt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace xiaoan::water {

namespace {

using data::WaterKind;
using geo::NearPair;

struct LayerWaters {
    std::string_view layer;
    WaterKind kind;
};
constexpr LayerWaters layers[] = {{"lakes", WaterKind::lake}, {"rivers", WaterKind::river}};

bool fits(WaterKind in_layer, WaterKind in_ledger)
{
    const bool flows = in_ledger == WaterKind::river || in_ledger == WaterKind::canal || in_ledger == WaterKind::ditch;
    const bool unsaid = in_ledger == WaterKind::not_given || in_ledger == WaterKind::other;
    return unsaid || flows == (in_layer == WaterKind::river);
}

const data::MapLayer* layer_of(const data::Region& region, std::string_view name)
{
    const auto found = std::ranges::find(region.layers, name, &data::MapLayer::name);
    return found == region.layers.end() || !found->geojson ? nullptr : &*found;
}

std::vector<map::Feature> features_of(const data::Region& region, std::string_view name)
{
    const data::MapLayer* layer = layer_of(region, name);
    return layer == nullptr ? std::vector<map::Feature>{}
                            : map::features_from_geojson(*layer->geojson).value_or(std::vector<map::Feature>{});
}

std::vector<Candidate> waters_of_layers(const data::Region& region)
{
    std::vector<Candidate> all;
    for (const auto& [name, kind] : layers) {
        const data::MapLayer* layer = layer_of(region, name);
        std::size_t index = 0;
        for (map::Feature& feature : features_of(region, name)) {
            Candidate& made = all.emplace_back();
            made.code = fmt::format("MAP-{}-{}", name, ++index);
            made.layer = name;
            made.name = std::move(feature.name_zh);
            made.kind = kind;
            made.geometry = std::move(feature.geometry);
            made.attribution_zh = layer->attribution;
            made.attribution_en = layer->attribution_en.empty() ? layer->attribution : layer->attribution_en;
        }
    }
    return all;
}

std::vector<geo::Geometry> geometries_of(const std::vector<Candidate>& candidates)
{
    std::vector<geo::Geometry> all;
    for (const Candidate& each : candidates) all.push_back(each.geometry);
    return all;
}

void add_positions(const geo::Geometry& geometry, std::vector<geo::Position>& positions)
{
    positions.insert(positions.end(), geometry.points.begin(), geometry.points.end());
    for (const geo::Polyline& line : geometry.lines)
        positions.insert(positions.end(), line.points.begin(), line.points.end());
    for (const geo::Polygon& polygon : geometry.polygons)
        for (const geo::Ring& ring : polygon.rings) positions.insert(positions.end(), ring.begin(), ring.end());
}

/// Which of the layers' waters the ledger has: a vertex of one lies near the other. A code taken over counts as well.
std::vector<bool> known_in_ledger(const std::vector<Candidate>& waters, const WaterPlaces& places)
{
    std::vector<bool> known(waters.size(), false);
    std::vector<geo::Position> positions;
    std::vector<std::size_t> owners;
    for (std::size_t i = 0; i < places.waters().size(); ++i) {
        add_positions(places.geometries()[i], positions);
        owners.resize(positions.size(), i);
    }
    const auto fit = [&](std::size_t water, std::size_t ledger) {
        return fits(waters[water].kind, places.waters()[ledger]->kind);
    };
    for (const NearPair& pair :
         geo::near_pairs(positions, geometries_of(waters), same_water_m).value_or(std::vector<NearPair>{}))
        if (fit(pair.geometry, owners[pair.position])) known[pair.geometry] = true;

    positions.clear();
    owners.clear();
    for (std::size_t i = 0; i < waters.size(); ++i) {
        add_positions(waters[i].geometry, positions);
        owners.resize(positions.size(), i);
    }
    for (const NearPair& pair :
         geo::near_pairs(positions, places.geometries(), same_water_m).value_or(std::vector<NearPair>{}))
        if (fit(owners[pair.position], pair.geometry)) known[owners[pair.position]] = true;
    for (const data::Water& water : places.snapshot().all<data::Water>()) {
        const auto taken = std::ranges::find(waters, water.code, &Candidate::code);
        if (taken != waters.end()) known[static_cast<std::size_t>(taken - waters.begin())] = true;
    }
    return known;
}

/// Fills in what lies near, and leaves out what no school is near to.
void add_schools(std::vector<Candidate>& waters, const data::Snapshot& snapshot, double within_m)
{
    std::vector<const data::School*> schools;
    std::vector<geo::Position> positions;
    for (const data::School& school : snapshot.all<data::School>()) {
        if (!school.lon || !school.lat || !geo::is_valid({*school.lon, *school.lat})) continue;
        schools.push_back(&school);
        positions.push_back({*school.lon, *school.lat});
    }
    for (const NearPair& pair :
         geo::near_pairs(positions, geometries_of(waters), within_m).value_or(std::vector<NearPair>{})) {
        Candidate& water = waters[pair.geometry];
        const data::School* school = schools[pair.position];
        ++water.schools;
        water.pupils += school->pupils.value_or(0);
        water.all_pupils_given = water.all_pupils_given && school->pupils.has_value();
        const bool nearer = water.nearest == nullptr ||
                            std::tie(pair.distance_m, school->code) < std::tie(water.distance_m, water.nearest->code);
        if (!nearer) continue;
        water.nearest = school;
        water.distance_m = pair.distance_m;
        water.at = pair.nearest;
    }
    std::erase_if(waters, [](const Candidate& water) { return water.nearest == nullptr; });
}

void add_counties(std::vector<Candidate>& waters, const data::Region& region)
{
    const auto counties = features_of(region, "counties");
    for (Candidate& water : waters) {
        water.county = water.nearest->county;
        const auto around = std::ranges::find_if(
            counties, [&](const map::Feature& county) { return geo::contains(county.geometry, water.at); });
        if (around == counties.end()) continue;
        data::Adcode code;
        std::from_chars(around->code.data(), around->code.data() + around->code.size(), code.value);
        if (region.county(code) != nullptr) water.county = code;
    }
}

}  // namespace

std::vector<Candidate> candidates(const WaterPlaces& places, const CandidateQuestion& question)
{
    const auto& region = *places.snapshot().region;
    auto waters = waters_of_layers(region);
    const auto known = known_in_ledger(waters, places);
    std::size_t index = 0;
    std::erase_if(waters, [&](const Candidate&) { return known[index++]; });
    add_schools(waters, places.snapshot(), question.within_m);
    add_counties(waters, region);
    if (question.county.given())
        std::erase_if(waters, [&](const Candidate& water) { return water.county != question.county; });
    std::ranges::sort(waters, [](const Candidate& a, const Candidate& b) {
        return std::tie(a.distance_m, a.code) < std::tie(b.distance_m, b.code);
    });
    return waters;
}

std::string pupils_text(const Candidate& candidate, language::Language language)
{
    const std::string number = language::grouped(static_cast<std::size_t>(candidate.pupils));
    if (candidate.all_pupils_given) return number;
    if (candidate.pupils == 0) return std::string{language::tr(language, "risk.unknown")};
    return language::tr(language, "candidates.at_least", {number});
}

data::PutRecord taken_over(const Candidate& candidate)
{
    data::PutRecord record{.kind = "waters", .key = candidate.code, .fields = {}, .only_new = true};
    if (!candidate.name.empty()) record.fields.push_back({"name", candidate.name});
    record.fields.push_back({"kind", std::string{data::word(candidate.kind)}});
    if (candidate.county.given()) record.fields.push_back({"county", std::to_string(candidate.county.value)});
    record.fields.push_back({"geometry", geo::wkt_from_geometry(candidate.geometry)});
    return record;
}

}  // namespace xiaoan::water
