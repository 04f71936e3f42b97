#include "console/water/risks.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::water {

bool ranks_before(const WaterRisk& a, const WaterRisk& b)
{
    const auto key = [](const WaterRisk& each) {
        return std::tuple{-each.score.score, -each.score.points(RiskGroup::exposure),
                          -each.score.points(RiskGroup::gaps), std::string_view{each.water->code}};
    };
    return key(a) < key(b);
}

void rank(std::vector<WaterRisk>& risks)
{
    std::ranges::sort(risks, ranks_before);
}

std::vector<WaterRisk> risks(const WaterPlaces& places, const std::vector<WaterNeighbours>& neighbours,
                             const RiskQuestion& question, data::Date as_of, const Habits& habits)
{
    std::vector<WaterRisk> ranked;
    const auto add = [&](const data::Water& water, const WaterNeighbours& of) {
        if (question.county.given() && water.county != question.county) return;
        ranked.push_back({&water, risk_score(water, of.around, question.season, as_of, habits), of.schools});
    };
    for (std::size_t i = 0; i < neighbours.size(); ++i) add(*places.waters()[i], neighbours[i]);
    for (const data::Water* water : places.waters_without_place()) add(*water, {});
    rank(ranked);
    if (question.top > 0 && ranked.size() > question.top) ranked.resize(question.top);
    return ranked;
}

}  // namespace xiaoan::water
