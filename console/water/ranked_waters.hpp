// All waters of a register ranked for a season as of a date, with what lies around each: what the pages of waters
// share.
#pragma once

#include "console/water/comparison.hpp"
#include "console/water/risks.hpp"
#include "data/register/water_photos.hpp"

#include <memory>
#include <unordered_map>
#include <vector>

namespace xiaoan::water {

struct RankedWaters {
    std::shared_ptr<const WaterPlaces> places;  // holds the snapshot that everything here points into
    std::shared_ptr<const std::vector<WaterNeighbours>> neighbours;
    Season season{};
    data::Date as_of{};
    Habits habits{};
    std::vector<WaterRisk> ranked{};                                  // the whole city
    std::unordered_map<const data::Water*, std::size_t> places_in{};  // index in `ranked`
    std::vector<data::WaterPhoto> photos{};                           // of all, as read_water_photos gives them

    /// ranked.size() where the water is none of them.
    [[nodiscard]] std::size_t index_of(const data::Water& water) const;
    [[nodiscard]] bool is_of(const data::Snapshot& snapshot, data::Date date) const
    {
        return &places->snapshot() == &snapshot && as_of == date;
    }
};

/// `before` may be null; of the same places and habits, what lies around the waters serves again.
[[nodiscard]] std::shared_ptr<const RankedWaters>
rank_waters(std::shared_ptr<const WaterPlaces> places, const Season& season, data::Date as_of, const Habits& habits,
            const RankedWaters* before = nullptr, std::vector<data::WaterPhoto> photos = {});

/// The waters now against those of an earlier state of the register, both weighed by the same habits.
struct ComparedWaters {
    std::shared_ptr<const RankedWaters> then, now;
    Comparison comparison;
};
[[nodiscard]] std::shared_ptr<const ComparedWaters> compare_waters(std::shared_ptr<const RankedWaters> then,
                                                                   std::shared_ptr<const RankedWaters> now);

}  // namespace xiaoan::water
