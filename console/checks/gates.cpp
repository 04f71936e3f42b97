#include "console/checks/gates.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::checks {

namespace {

std::optional<geo::Position> position_of(const std::optional<double>& lon, const std::optional<double>& lat)
{
    if (!lon || !lat) return std::nullopt;
    const geo::Position at{*lon, *lat};
    return geo::is_valid(at) ? std::optional{at} : std::nullopt;
}

}  // namespace

Gates::Gates(const data::Snapshot& snapshot, double reach_m) : reach_m_(reach_m)
{
    for (const data::School& school : snapshot.all<data::School>()) schools_.push_back(&school);
    std::ranges::sort(schools_, {}, &data::School::code);
    for (const data::School* school : schools_)
        if (const auto at = position_of(school->lon, school->lat)) {
            placed_.push_back(school);
            gates_.push_back(geo::geometry_of(*at));
        }
    search_ = std::make_unique<geo::NearSearch>(gates_);
}

const std::vector<const data::School*>& Gates::near(const data::Sighting& sighting)
{
    const auto at = position_of(sighting.lon, sighting.lat);
    if (!at && sighting.place.empty()) return none_;
    const auto [found, added] = known_.try_emplace(at ? fmt::format("{},{}", at->lon, at->lat) : sighting.place);
    if (!added) return found->second;
    if (at) {
        for (const geo::NearPair& pair : search_->from(*at, reach_m_)) found->second.push_back(placed_[pair.geometry]);
        std::ranges::sort(found->second, {}, &data::School::code);
    } else {
        for (const data::School* school : schools_)
            if (!school->name.empty() && sighting.place.find(school->name) != std::string::npos)
                found->second.push_back(school);
    }
    return found->second;
}

bool Gates::has_place(const data::Sighting& sighting)
{
    return position_of(sighting.lon, sighting.lat) || !near(sighting).empty();
}

}  // namespace xiaoan::checks
