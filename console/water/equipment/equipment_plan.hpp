// What a lifebuoy or a sign would change, and which equipment takes the most risk off for a sum of money.
#pragma once

#include "console/water/equipment/prices.hpp"
#include "console/water/risks.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::water {

/// Measures put up at waters, by code.
using PutUp = std::map<std::string, std::vector<std::string_view>, std::less<>>;

/// The ranking as it would be with these measures in place. A code that is not ranked changes nothing.
[[nodiscard]] std::vector<WaterRisk> what_if(std::span<const WaterRisk> ranked, const PutUp& put_up);

/// A water before and after.
struct WaterEffect {
    const data::Water* water = nullptr;
    std::vector<std::string_view> items{};  // put up and not there before, in the order of `purchasable`
    int yuan = 0;
    int score = 0, score_after = 0;
    RiskLevel level{}, level_after{};
    std::size_t rank = 0, rank_after = 0;  // from 1
};
/// Of each water that something is put up at, by its rank before.
[[nodiscard]] std::vector<WaterEffect> effects_of(std::span<const WaterRisk> ranked, const PutUp& put_up,
                                                  const Prices& prices);

struct PlanQuestion {
    std::int64_t budget_yuan = 0;
    std::size_t top = 0;      // only the foremost so many waters; 0: all
    bool unverified = false;  // also what nobody has verified, for the points that this counts
    Prices prices{};
};

struct EquipmentPlan {
    std::vector<WaterEffect> effects;
    std::int64_t spent_yuan = 0;
    std::int64_t off_hundredths = 0;  // points taken off, weighed by the season's factor, in hundredths
    std::size_t bought = 0;           // pieces
    std::size_t missing = 0;          // pieces that could have been bought
    std::int64_t all_yuan = 0;        // what all of them cost
    std::size_t unverified = 0;       // pieces of which nobody knows whether they are there; not bought unless asked
};

/// The set of equipment that takes the most points (each weighed by the factor of its water's season, not rounded) off
/// all waters together, exactly: no other set within the budget takes off more. Of sets equal in that, one whose waters
/// have the most points for exposure, so that what stands near schools comes first. Empty where the budget is too large
/// for the exact search (best_choice).
[[nodiscard]] std::optional<EquipmentPlan> equipment_plan(std::span<const WaterRisk> ranked,
                                                          const PlanQuestion& question);

/// {"season","budget_yuan","spent_yuan","points_off","bound","proved","bought","missing","all_yuan","unverified",
/// "prices":{…},"waters":[{"water","name","put_up","yuan","score","score_after","level","level_after","rank",
/// "rank_after"}]}; points with two decimals.
[[nodiscard]] std::string equipment_plan_json(const EquipmentPlan& plan, const PlanQuestion& question,
                                              const Season& season);
/// {"season","waters":[…]} of the same.
[[nodiscard]] std::string effects_json(std::span<const WaterEffect> effects, const Season& season);

}  // namespace xiaoan::water
