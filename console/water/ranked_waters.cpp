#include "console/water/ranked_waters.hpp"

namespace xiaoan::water {

std::size_t RankedWaters::index_of(const data::Water& water) const
{
    const auto found = places_in.find(&water);
    return found == places_in.end() ? ranked.size() : found->second;
}

std::shared_ptr<const RankedWaters> rank_waters(std::shared_ptr<const WaterPlaces> places, const Season& season,
                                                data::Date as_of, const Habits& habits, const RankedWaters* before,
                                                std::vector<data::WaterPhoto> photos)
{
    auto made = std::make_shared<RankedWaters>();
    made->neighbours =
        before != nullptr && before->places == places && before->habits == habits
            ? before->neighbours
            : std::make_shared<const std::vector<WaterNeighbours>>(neighbours_of_waters(*places, habits));
    made->places = std::move(places);
    made->season = season;
    made->as_of = as_of;
    made->habits = habits;
    made->photos = std::move(photos);
    made->ranked = risks(*made->places, *made->neighbours, {.season = season, .county = {}, .top = 0}, as_of, habits);
    made->places_in.reserve(made->ranked.size());
    for (std::size_t i = 0; i < made->ranked.size(); ++i) made->places_in.emplace(made->ranked[i].water, i);
    return made;
}

std::shared_ptr<const ComparedWaters> compare_waters(std::shared_ptr<const RankedWaters> then,
                                                     std::shared_ptr<const RankedWaters> now)
{
    Comparison comparison{.since = then->as_of, .then = then->season, .turns = turns_of(then->ranked, now->ranked)};
    return std::make_shared<const ComparedWaters>(std::move(then), std::move(now), std::move(comparison));
}

}  // namespace xiaoan::water
