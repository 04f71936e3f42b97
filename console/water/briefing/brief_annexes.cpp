#include "console/rules/wording.hpp"
#include "console/water/briefing/brief.hpp"
#include "console/water/briefing/gaps.hpp"
#include "console/water/risk_words.hpp"

#include <fmt/format.h>

namespace xiaoan::water {

namespace {

using documents::Align;
using documents::Annex;
using language::Language;
using language::tr;

Annex ranked_annex(const data::Snapshot& snapshot, std::span<const WaterRisk> ranked, Language language)
{
    constexpr std::size_t reasons_listed = 3;
    const auto head = [&](std::string_view name) {
        return std::string{tr(language, fmt::format("brief.column.{}", name))};
    };
    Annex annex{.title = std::string{tr(language, "brief.annex.ranked")}};
    annex.table.columns = {
        {head("number"), 10, Align::centre}, {head("water"), 34},   {head("kind"), 14, Align::centre},
        {head("level"), 20, Align::centre},  {head("nearest"), 34}, {head("reasons"), 44}};
    annex.table.dense = true;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const WaterRisk& risk = ranked[i];
        const data::Water& water = *risk.water;
        const std::string county = rules::county_name(snapshot, water.county, language);
        annex.table.rows.push_back(
            {.cells = {{std::to_string(i + 1)},
                       {(water.name.empty() ? water.code : water.name) + (county.empty() ? "" : "\n" + county)},
                       {rules::value_text("water.kind", data::word(water.kind), language)},
                       {fmt::format("{}\n{}", level_text(risk.score.level, language), risk.score.score)},
                       {nearest_text(risk, language)},
                       {main_reasons(risk.score, reasons_listed, language)}}});
    }
    return annex;
}

Annex gaps_annex(std::span<const WaterRisk> ranked, Language language)
{
    Annex annex{.title = std::string{tr(language, "brief.annex.gaps")}};
    annex.table.columns = {{std::string{tr(language, "brief.column.number")}, 10, Align::centre},
                           {std::string{tr(language, "brief.column.water")}, 34}};
    for (const auto measure : measures)
        annex.table.columns.push_back(
            {std::string{tr(language, fmt::format("brief.measure.{}", measure))}, 14, Align::centre});
    annex.table.columns.push_back({std::string{tr(language, "brief.column.unit")}, 30});
    annex.table.dense = true;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const data::Water& water = *ranked[i].water;
        documents::TableRow row{.cells = {{std::to_string(i + 1)}, {water.name.empty() ? water.code : water.name}}};
        bool lacks = false;
        for (const auto measure : measures) {
            constexpr std::array<std::string_view, 3> words{"present", "missing", "unknown"};
            const Measure stands = measure_at(ranked[i], measure);
            lacks = lacks || stands != Measure::present;
            row.cells.push_back(
                {std::string{tr(language, fmt::format("brief.measure_{}", words[static_cast<std::size_t>(stands)]))}});
        }
        row.cells.push_back({water.duty_unit.empty() ? std::string{tr(language, "brief.no_unit")} : water.duty_unit});
        if (lacks) annex.table.rows.push_back(std::move(row));
    }
    return annex;
}

}  // namespace

std::vector<Annex> brief_annexes(const data::Snapshot& snapshot, std::span<const WaterRisk> ranked, Language language)
{
    std::vector<Annex> annexes;
    if (!ranked.empty()) annexes.push_back(ranked_annex(snapshot, ranked, language));
    if (auto gaps = gaps_annex(ranked, language); !gaps.table.rows.empty()) annexes.push_back(std::move(gaps));
    return annexes;
}

}  // namespace xiaoan::water
