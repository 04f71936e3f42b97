#include "console/water/gaps.hpp"

#include <algorithm>

namespace xiaoan::water {

std::string_view measure_key(Measure stands)
{
    switch (stands) {
    case Measure::present: return "brief.measure_present";
    case Measure::missing: return "brief.measure_missing";
    case Measure::unknown: break;
    }
    return "brief.measure_unknown";
}

Measure measure_at(const WaterRisk& risk, std::string_view measure)
{
    const auto line = std::ranges::find(risk.score.lines, measure, &RiskLine::factor);
    if (line == risk.score.lines.end() || !line->known) return Measure::unknown;
    return line->lacking ? Measure::missing : Measure::present;
}

std::array<MeasureCount, measures.size()> count_measures(std::span<const WaterRisk> risks)
{
    std::array<MeasureCount, measures.size()> counts{};
    for (const WaterRisk& risk : risks)
        for (std::size_t i = 0; i < measures.size(); ++i) {
            const Measure stands = measure_at(risk, measures[i]);
            counts[i].missing += stands == Measure::missing ? 1U : 0U;
            counts[i].unknown += stands == Measure::unknown ? 1U : 0U;
        }
    return counts;
}

}  // namespace xiaoan::water
