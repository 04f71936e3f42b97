#include "console/water/comparison.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace xiaoan::water {

namespace {

Standing standing_of(const WaterRisk& risk, std::size_t index)
{
    return {risk.score.base, risk.score.score, risk.score.level, index + 1};
}

void note_measures(WaterTurn& turn, const WaterRisk& then, const WaterRisk& now)
{
    for (const auto measure : measures) {
        const Measure before = measure_at(then, measure), after = measure_at(now, measure);
        if (before != Measure::present && after == Measure::present) turn.closed.push_back(measure);
        if (before == Measure::present && after != Measure::present) turn.opened.push_back(measure);
        if (before == Measure::missing && after == Measure::missing) turn.standing.push_back(measure);
    }
}

Turn turn_of(const WaterTurn& turn)
{
    if (!turn.then) return Turn::fresh;
    if (!turn.now) return Turn::gone;
    if (turn.now->base == turn.then->base) return Turn::unchanged;
    return turn.now->base > turn.then->base ? Turn::worse : Turn::improved;
}

}  // namespace

std::size_t Comparison::count(Turn turn) const
{
    return static_cast<std::size_t>(std::ranges::count(turns, turn, &WaterTurn::turn));
}

std::size_t Comparison::still_lacking() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(turns, [](const WaterTurn& each) { return !each.standing.empty(); }));
}

std::vector<WaterTurn> turns_of(std::span<const WaterRisk> then, std::span<const WaterRisk> now)
{
    std::map<std::string_view, std::size_t> known;
    for (std::size_t i = 0; i < then.size(); ++i) known.emplace(then[i].water->code, i);
    std::vector<WaterTurn> turns;
    for (std::size_t i = 0; i < now.size(); ++i) {
        WaterTurn turn{.water = now[i].water, .now = standing_of(now[i], i)};
        if (const auto before = known.find(now[i].water->code); before != known.end()) {
            turn.then = standing_of(then[before->second], before->second);
            note_measures(turn, then[before->second], now[i]);
            known.erase(before);
        }
        turns.push_back(std::move(turn));
    }
    for (const auto& [code, index] : known)
        turns.push_back({.water = then[index].water, .then = standing_of(then[index], index)});
    for (WaterTurn& each : turns) each.turn = turn_of(each);
    std::ranges::stable_sort(turns, {}, [](const WaterTurn& each) {
        return std::tuple{each.turn, (each.now ? each.now : each.then)->rank};
    });
    return turns;
}

}  // namespace xiaoan::water
