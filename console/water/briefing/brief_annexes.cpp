#include "console/rules/wording.hpp"
#include "console/water/briefing/brief.hpp"
#include "console/water/briefing/brief_maps.hpp"
#include "console/water/risk_words.hpp"
#include "data/register/case_life.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::water {

namespace {

using documents::Align;
using documents::Annex;
using documents::Column;
using language::Language;
using language::tr;

class Annexes {
public:
    Annexes(const BriefMatter& matter, const BriefWish& wish) : matter_(matter), wish_(wish) {}

    std::vector<Annex> made()
    {
        if (!matter_.ranked.empty()) {
            add_map();
            add_ranked();
            add_sheets();
        }
        add_gaps();
        add_cases();
        if (matter_.since != nullptr) add_turns(*matter_.since);
        return std::move(annexes_);
    }

private:
    [[nodiscard]] std::string words(std::string_view key) const { return std::string{tr(wish_.language, key)}; }
    [[nodiscard]] std::string head(std::string_view name) const { return words(fmt::format("brief.column.{}", name)); }
    [[nodiscard]] const data::Snapshot& snapshot() const { return matter_.places.snapshot(); }

    Annex an_annex(std::string_view key, std::vector<Column> columns) const
    {
        Annex annex{.title = words(key)};
        annex.table.columns = std::move(columns);
        annex.table.dense = true;
        return annex;
    }

    void add_map()
    {
        constexpr double height_pt = 176 * documents::mm;  // what the title leaves of the text area
        auto figure = county_figure({matter_.base, matter_.places, wish_.language}, matter_.ranked, wish_.county,
                                    documents::gb9704::width, height_pt);
        if (!figure) return;
        Annex annex{.title = words("brief.annex.map")};
        annex.blocks.push_back({.figures = {std::move(*figure)}});
        annexes_.push_back(std::move(annex));
    }

    void add_ranked()
    {
        constexpr std::size_t reasons_listed = 3;
        Annex annex = an_annex("brief.annex.ranked", {{head("number"), 10, Align::centre},
                                                      {head("water"), 34},
                                                      {head("kind"), 14, Align::centre},
                                                      {head("level"), 20, Align::centre},
                                                      {head("nearest"), 34},
                                                      {head("reasons"), 44}});
        for (std::size_t i = 0; i < matter_.ranked.size(); ++i) {
            const WaterRisk& risk = matter_.ranked[i];
            const data::Water& water = *risk.water;
            const std::string county = rules::county_name(snapshot(), water.county, wish_.language);
            annex.table.rows.push_back(
                {.cells = {{std::to_string(i + 1)},
                           {shown_name(water) + (county.empty() ? "" : "\n" + county)},
                           {rules::value_text("water.kind", data::word(water.kind), wish_.language)},
                           {fmt::format("{}\n{}", level_text(risk.score.level, wish_.language), risk.score.score)},
                           {nearest_text(risk, matter_.habits, wish_.language)},
                           {main_reasons(risk.score, reasons_listed, wish_.language)}}});
        }
        annexes_.push_back(std::move(annex));
    }

    /// A list of the waters, then one page a water.
    void add_sheets()
    {
        const std::size_t count = std::min(wish_.sheets, matter_.ranked.size());
        if (count == 0) return;
        Annex annex = an_annex("brief.annex.sheets", {{head("number"), 10, Align::centre},
                                                      {head("water"), 40},
                                                      {head("level"), 26, Align::centre},
                                                      {head("unit"), 40},
                                                      {head("checked"), 40}});
        annex.before = {documents::a_text(words("brief.sheets_before"))};
        for (std::size_t i = 0; i < count; ++i) {
            const WaterRisk& risk = matter_.ranked[i];
            annex.table.rows.push_back(
                {.cells = {{std::to_string(i + 1)},
                           {shown_name(*risk.water)},
                           {fmt::format("{} {}", level_text(risk.score.level, wish_.language), risk.score.score)},
                           {risk.water->duty_unit.empty() ? words("brief.no_unit") : risk.water->duty_unit},
                           {}}});
            for (documents::Block& block : water_sheet(matter_, i, wish_)) annex.blocks.push_back(std::move(block));
        }
        annexes_.push_back(std::move(annex));
    }

    void add_gaps()
    {
        std::vector<Column> columns{{head("number"), 10, Align::centre}, {head("water"), 34}};
        for (const auto measure : measures)
            columns.push_back({words(fmt::format("brief.measure.{}", measure)), 14, Align::centre});
        columns.push_back({head("unit"), 30});
        Annex annex = an_annex("brief.annex.gaps", std::move(columns));
        for (std::size_t i = 0; i < matter_.ranked.size(); ++i) {
            const data::Water& water = *matter_.ranked[i].water;
            documents::TableRow row{.cells = {{std::to_string(i + 1)}, {shown_name(water)}}};
            bool lacks = false;
            for (const auto measure : measures) {
                const Measure stands = measure_at(matter_.ranked[i], measure);
                lacks = lacks || stands != Measure::present;
                row.cells.push_back({words(measure_key(stands))});
            }
            row.cells.push_back({water.duty_unit.empty() ? words("brief.no_unit") : water.duty_unit});
            if (lacks) annex.table.rows.push_back(std::move(row));
        }
        if (!annex.table.rows.empty()) annexes_.push_back(std::move(annex));
    }

    void add_cases()
    {
        Annex annex = an_annex("brief.annex.cases", {{head("case"), 20, Align::centre},
                                                     {head("water"), 28},
                                                     {head("matter"), 52},
                                                     {head("department"), 20, Align::centre},
                                                     {head("opened"), 22, Align::centre},
                                                     {head("due"), 26, Align::centre}});
        for (const data::Case* each : water_cases(matter_)) {
            const auto of = std::ranges::find_if(
                matter_.ranked, [&](const WaterRisk& risk) { return risk.water->code == each->subject_key; });
            std::string due = each->due_on.has_date() ? data::iso(each->due_on.date()) : words("brief.no_due");
            if (const int days = data::overdue_days(*each, wish_.as_of); days > 0)
                due += "\n" + tr(wish_.language, "brief.overdue", {std::to_string(days)});
            annex.table.rows.push_back({.cells = {{each->number},
                                                  {shown_name(*of->water)},
                                                  {case_matter(*each, wish_.language)},
                                                  {words("department." + each->department)},
                                                  {data::iso(each->opened_on)},
                                                  {std::move(due)}}});
        }
        if (!annex.table.rows.empty()) annexes_.push_back(std::move(annex));
    }

    void add_turns(const Comparison& since)
    {
        Annex annex = an_annex("brief.annex.since", {{head("turn"), 18, Align::centre},
                                                     {head("water"), 34},
                                                     {head("base_then"), 18, Align::centre},
                                                     {head("base_now"), 18, Align::centre},
                                                     {head("closed"), 30},
                                                     {head("opened_gaps"), 30},
                                                     {head("standing"), 30}});
        for (const WaterTurn& turn : since.turns) {
            if (turn.turn == Turn::unchanged && turn.closed.empty() && turn.opened.empty()) continue;
            const auto base = [](const std::optional<Standing>& at) {
                return at ? std::to_string(at->base) : std::string{"—"};
            };
            annex.table.rows.push_back(
                {.cells = {{words(fmt::format("brief.turn.{}", turn_words[static_cast<std::size_t>(turn.turn)]))},
                           {shown_name(*turn.water)},
                           {base(turn.then)},
                           {base(turn.now)},
                           {measures_text(turn.closed, wish_.language)},
                           {measures_text(turn.opened, wish_.language)},
                           {measures_text(turn.standing, wish_.language)}}});
        }
        if (!annex.table.rows.empty()) annexes_.push_back(std::move(annex));
    }

    const BriefMatter& matter_;
    const BriefWish& wish_;
    std::vector<Annex> annexes_;
};

}  // namespace

std::vector<Annex> brief_annexes(const BriefMatter& matter, const BriefWish& wish)
{
    return Annexes(matter, wish).made();
}

}  // namespace xiaoan::water
