#include "console/water/exposure.hpp"

#include "geo/near.hpp"
#include "geo/wkt.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace xiaoan::water {

namespace {

std::optional<geo::Position> position_of(const std::optional<double>& lon, const std::optional<double>& lat)
{
    if (!lon || !lat) return std::nullopt;
    const geo::Position position{*lon, *lat};
    return geo::is_valid(position) ? std::optional{position} : std::nullopt;
}

/// What the printed distance sorts by: whole millimetres, so that a list is in order as it reads.
double millimetres(const Exposure& pair)
{
    return std::round(pair.distance_m * 1000);
}

/// The place of a water; fills `fault` where its geometry cannot be read.
std::optional<geo::Geometry> place_of(const data::Water& water, std::string& fault)
{
    if (!water.geometry.empty()) {
        if (auto read = geo::geometry_from_wkt(water.geometry))
            return std::move(*read);
        else
            fault = read.error();
    }
    if (const auto point = position_of(water.lon, water.lat)) return geo::geometry_of(*point);
    return std::nullopt;
}

/// The schools asked for that have a position, by code.
struct Schools {
    std::vector<const data::School*> schools;
    std::vector<geo::Position> positions;
    std::size_t without_position = 0;

    Schools(const data::Snapshot& snapshot, const std::string& code)
    {
        for (const data::School& school : snapshot.all<data::School>()) {
            if (!code.empty() && school.code != code) continue;
            if (position_of(school.lon, school.lat))
                schools.push_back(&school);
            else
                ++without_position;
        }
        std::ranges::sort(schools, {}, [](const data::School* school) { return std::tie(school->code, school->id); });
        for (const data::School* school : schools) positions.push_back(*position_of(school->lon, school->lat));
    }
};

}  // namespace

WaterPlaces::WaterPlaces(std::shared_ptr<const data::Snapshot> snapshot) : snapshot_(std::move(snapshot))
{
    std::vector<const data::Water*> all;
    for (const data::Water& water : snapshot_->all<data::Water>()) all.push_back(&water);
    std::ranges::sort(all, {}, [](const data::Water* water) { return std::tie(water->code, water->id); });
    for (const data::Water* water : all) {
        std::string fault;
        auto place = place_of(*water, fault);
        if (!fault.empty()) unreadable_.push_back({water, std::move(fault)});
        if (!place) {
            without_place_.push_back(water);
            continue;
        }
        waters_.push_back(water);
        geometries_.push_back(std::move(*place));
    }
}

std::size_t WaterPlaces::index_of(const data::Water& water) const
{
    const auto key = [](const data::Water* each) { return std::tie(each->code, each->id); };
    return static_cast<std::size_t>(std::ranges::lower_bound(waters_, key(&water), {}, key) - waters_.begin());
}

const geo::Geometry* WaterPlaces::geometry_of(const data::Water& water) const
{
    const std::size_t index = index_of(water);
    return index < waters_.size() && waters_[index] == &water ? &geometries_[index] : nullptr;
}

Exposures exposures(const WaterPlaces& places, const ExposureQuestion& question)
{
    const Schools asked(places.snapshot(), question.school);
    auto waters = places.waters();
    auto geometries = places.geometries();
    std::size_t without_place = places.waters_without_place().size();
    if (!question.water.empty()) {
        const auto found = std::ranges::find(waters, question.water, &data::Water::code);
        const auto at = static_cast<std::size_t>(found - waters.begin());
        const std::size_t count = found == waters.end() ? 0 : 1;
        waters = waters.subspan(at, count);
        geometries = geometries.subspan(at, count);
        without_place =
            count == 0 && std::ranges::any_of(places.snapshot().all<data::Water>(),
                                              [&](const auto& water) { return water.code == question.water; })
                ? 1
                : 0;
    }

    Exposures result{.within_m = question.within_m,
                     .pairs = {},
                     .schools = asked.schools.size(),
                     .waters = waters.size(),
                     .schools_without_position = asked.without_position,
                     .waters_without_place = without_place,
                     .unreadable_waters = {}};
    for (const auto& each : places.unreadable())
        if (question.water.empty() || each.water->code == question.water)
            result.unreadable_waters.push_back(each.water->code);

    const auto pairs = geo::near_pairs(asked.positions, geometries, question.within_m);
    for (const geo::NearPair& pair : pairs.value_or(std::vector<geo::NearPair>{}))
        result.pairs.push_back(
            {asked.schools[pair.position], waters[pair.geometry], pair.distance_m, pair.inside, pair.nearest});
    std::ranges::sort(result.pairs, [](const Exposure& a, const Exposure& b) {
        return std::forward_as_tuple(a.school->code, millimetres(a), a.water->code, a.school->id, a.water->id) <
               std::forward_as_tuple(b.school->code, millimetres(b), b.water->code, b.school->id, b.water->id);
    });
    return result;
}

}  // namespace xiaoan::water
