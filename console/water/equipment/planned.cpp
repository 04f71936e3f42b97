#include "console/water/equipment/planned.hpp"

#include <algorithm>

namespace xiaoan::water {

std::shared_ptr<const PlannedEquipment> plan_equipment(std::shared_ptr<const RankedWaters> of, data::Adcode county,
                                                       const PlanQuestion& question)
{
    auto made = std::make_shared<PlannedEquipment>();
    std::vector<WaterRisk> of_county;
    if (county.given())
        std::ranges::copy_if(of->ranked, std::back_inserter(of_county),
                             [&](const WaterRisk& each) { return each.water->county == county; });
    const std::span<const WaterRisk> ranked = county.given() ? of_county : of->ranked;
    made->county = county;
    made->question = question;
    made->waters = ranked.size();
    made->plan = equipment_plan(ranked, question);
    made->of = std::move(of);
    return made;
}

WaterEffect effect_at(std::span<const WaterRisk> ranked, std::size_t index, std::span<const std::string_view> put_up,
                      const Prices& prices)
{
    const WaterRisk& before = ranked[index];
    WaterRisk after = before;
    WaterEffect effect{
        .water = before.water, .score = before.score.score, .level = before.score.level, .rank = index + 1};
    for (std::size_t kind = 0; kind < purchasable.size(); ++kind) {
        if (std::ranges::find(put_up, purchasable[kind]) == put_up.end()) continue;
        const auto line = std::ranges::find(after.score.lines, purchasable[kind], &RiskLine::factor);
        if (line == after.score.lines.end() || (line->known && !line->lacking)) continue;  // it stands there already
        effect.items.push_back(purchasable[kind]);
        effect.yuan += prices.yuan[kind];
        after.score = with_measure(std::move(after.score), purchasable[kind]);
    }
    effect.score_after = after.score.score;
    effect.level_after = after.score.level;
    effect.rank_after = 1 + static_cast<std::size_t>(std::ranges::count_if(ranked, [&](const WaterRisk& each) {
                            return &each != &before && ranks_before(each, after);
                        }));
    return effect;
}

}  // namespace xiaoan::water
