#include "console/water/equipment/equipment_plan.hpp"

#include "console/water/equipment/knapsack.hpp"

#include <algorithm>
#include <iterator>

namespace xiaoan::water {

namespace {

/// A piece of equipment that a water lacks.
struct Piece {
    std::size_t water = 0;  // index into the ranking
    std::size_t kind = 0;   // of `purchasable`
};

const RiskLine* line_of(const WaterRisk& risk, std::string_view measure)
{
    const auto line = std::ranges::find(risk.score.lines, measure, &RiskLine::factor);
    return line == risk.score.lines.end() ? nullptr : &*line;
}

/// More than the exposures of all waters of a choice together: they only decide between equal sums.
constexpr std::int64_t exposure_room = std::int64_t{1} << 26;

/// Points in hundredths, then exposure.
Thing thing_of(const WaterRisk& risk, const RiskLine& line, int yuan)
{
    const std::int64_t hundredths = std::int64_t{line.points} * risk.score.factor_percent;
    return {yuan, hundredths * exposure_room + risk.score.points(RiskGroup::exposure)};
}

}  // namespace

std::vector<WaterRisk> what_if(std::span<const WaterRisk> ranked, const PutUp& put_up)
{
    std::vector<WaterRisk> after(ranked.begin(), ranked.end());
    for (WaterRisk& risk : after) {
        const auto here = put_up.find(risk.water->code);
        if (here == put_up.end()) continue;
        for (const auto measure : here->second) risk.score = with_measure(std::move(risk.score), measure);
    }
    rank(after);
    return after;
}

std::vector<WaterEffect> effects_of(std::span<const WaterRisk> ranked, const PutUp& put_up, const Prices& prices)
{
    const auto after = what_if(ranked, put_up);
    std::map<const data::Water*, std::size_t> places;
    for (std::size_t i = 0; i < after.size(); ++i) places.emplace(after[i].water, i);
    std::vector<WaterEffect> effects;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const auto here = put_up.find(ranked[i].water->code);
        if (here == put_up.end()) continue;
        const std::size_t then = places.at(ranked[i].water);
        WaterEffect effect{.water = ranked[i].water,
                           .score = ranked[i].score.score,
                           .score_after = after[then].score.score,
                           .level = ranked[i].score.level,
                           .level_after = after[then].score.level,
                           .rank = i + 1,
                           .rank_after = then + 1};
        for (std::size_t kind = 0; kind < purchasable.size(); ++kind) {
            if (std::ranges::find(here->second, purchasable[kind]) == here->second.end()) continue;
            const RiskLine* line = line_of(ranked[i], purchasable[kind]);
            if (line == nullptr || (line->known && !line->lacking)) continue;  // it stands there already
            effect.items.push_back(purchasable[kind]);
            effect.yuan += prices.yuan[kind];
        }
        effects.push_back(std::move(effect));
    }
    return effects;
}

std::optional<EquipmentPlan> equipment_plan(std::span<const WaterRisk> ranked, const PlanQuestion& question)
{
    EquipmentPlan plan;
    std::vector<Piece> pieces;
    std::vector<Thing> things;
    const std::size_t waters = question.top == 0 ? ranked.size() : std::min(question.top, ranked.size());
    for (std::size_t water = 0; water < waters; ++water)
        for (std::size_t kind = 0; kind < purchasable.size(); ++kind) {
            const RiskLine* line = line_of(ranked[water], purchasable[kind]);
            if (line == nullptr || (line->known && !line->lacking)) continue;
            if (!line->known) ++plan.unverified;
            if (!line->known && !question.unverified) continue;
            ++plan.missing;
            plan.all_yuan += question.prices.yuan[kind];
            if (line->points == 0) continue;  // nothing that it would take off
            pieces.push_back({water, kind});
            things.push_back(thing_of(ranked[water], *line, question.prices.yuan[kind]));
        }
    const auto chosen = best_choice(things, question.budget_yuan);
    if (!chosen) return std::nullopt;
    PutUp put_up;
    for (const std::size_t i : *chosen) {
        put_up[ranked[pieces[i].water].water->code].push_back(purchasable[pieces[i].kind]);
        plan.spent_yuan += things[i].price;
        plan.off_hundredths += things[i].value / exposure_room;
    }
    plan.bought = chosen->size();
    plan.effects = effects_of(ranked, put_up, question.prices);
    return plan;
}

}  // namespace xiaoan::water
