#include "console/rules/wording.hpp"
#include "console/water/briefing/brief.hpp"
#include "console/water/briefing/brief_maps.hpp"
#include "console/water/risk_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::water {

namespace {

using documents::Align;
using documents::Block;
using documents::Table;
using documents::TableCell;
using documents::TableRow;

constexpr double figures_pt = 66 * documents::mm, map_pt = 86 * documents::mm, photo_pt = 67 * documents::mm;
constexpr std::size_t reasons_listed = 7, schools_listed = 3;

class Sheet {
public:
    Sheet(const BriefMatter& matter, std::size_t index, const BriefWish& wish)
        : matter_(matter), index_(index), wish_(wish), risk_(matter.ranked[index]), water_(*risk_.water)
    {
    }

    std::vector<Block> blocks() const
    {
        std::vector<Block> made;
        made.push_back({.on_new_page = true,
                        .type_scale = 0.85,
                        .passages = {documents::a_heading(documents::Level::one, heading())},
                        .figures = figures()});
        made.front().passages.front().indented = false;
        for (Table& table : std::array{facts(), equipment(), reasons(), schools(), on_the_spot()})
            if (!table.rows.empty()) made.push_back({.table = std::move(table)});
        return made;
    }

private:
    [[nodiscard]] std::string tr(std::string_view key) const { return std::string{language::tr(wish_.language, key)}; }
    [[nodiscard]] TableCell label(std::string_view key) const { return {.text = tr(key), .label = true}; }

    [[nodiscard]] std::string heading() const
    {
        const auto& snapshot = matter_.places.snapshot();
        const std::string county = rules::county_name(snapshot, water_.county, wish_.language) + water_.township;
        return language::tr(wish_.language, county.empty() ? "brief.sheet.title_alone" : "brief.sheet.title",
                            {std::to_string(index_ + 1), shown_name(water_),
                             level_text(risk_.score.level, wish_.language), std::to_string(risk_.score.score), county});
    }

    [[nodiscard]] std::vector<documents::Figure> figures() const
    {
        auto map =
            water_figure({matter_.base, matter_.places, wish_.language}, matter_.ranked, index_, map_pt, figures_pt);
        std::vector<documents::Figure> made;
        made.push_back(map ? std::move(*map) : documents::empty_frame(map_pt, figures_pt, tr("brief.sheet.no_place")));
        made.push_back(documents::empty_frame(photo_pt, figures_pt, tr("brief.sheet.photo")));
        return made;
    }

    /// A value of the water as the ledger has it, or that nobody has verified it.
    [[nodiscard]] TableCell value(std::string_view field, const std::string& stored) const
    {
        if (stored.empty()) return {.text = tr("risk.unknown")};
        return {.text = rules::value_text(fmt::format("water.{}", field), stored, wish_.language)};
    }
    [[nodiscard]] std::string said(std::string_view factor) const
    {
        const auto line = std::ranges::find(risk_.score.lines, factor, &RiskLine::factor);
        return line == risk_.score.lines.end() ? std::string{} : value_text(*line, wish_.language);
    }

    [[nodiscard]] Table facts() const
    {
        Table table{.columns = {{.head = {}, .width_mm = 22},
                                {.head = {}, .width_mm = 30},
                                {.head = {}, .width_mm = 22},
                                {.head = {}, .width_mm = 30},
                                {.head = {}, .width_mm = 22},
                                {.head = {}, .width_mm = 30}},
                    .has_head = false,
                    .dense = true};
        const auto patrol = water_.last_patrol_on;
        table.rows.push_back({.cells = {label("field.water.code"),
                                        {.text = water_.code},
                                        label("field.water.kind"),
                                        value("kind", std::string{data::word(water_.kind)}),
                                        label("field.water.depth_m"),
                                        value("depth_m", water_.depth_m ? fmt::format("{}", *water_.depth_m) : "")}});
        table.rows.push_back(
            {.cells = {label("field.water.bank"), value("bank", std::string{data::word(water_.bank)}),
                       label("field.water.current"), value("current", std::string{data::word(water_.current)}),
                       label("field.water.freezes"), value("freezes", std::string{data::word(water_.freezes)})}});
        table.rows.push_back(
            {.cells = {label("field.water.duty_unit"),
                       {.text = water_.duty_unit.empty() ? tr("brief.no_unit") : water_.duty_unit},
                       label("field.water.duty_holder"),
                       {.text = said("duty_holder")},
                       label("field.water.last_patrol_on"),
                       {.text = patrol.has_date() ? data::iso(patrol.date()) : tr("brief.sheet.no_patrol")}}});
        return table;
    }

    [[nodiscard]] Table equipment() const
    {
        constexpr std::array<std::string_view, 5> shown{"warning_sign", "lifebuoy", "rope", "pole", "fence"};
        Table table{.dense = true};
        TableRow row;
        for (const auto measure : shown) {
            table.columns.push_back({tr(fmt::format("brief.measure.{}", measure)), 20, Align::centre});
            row.cells.push_back({tr(measure_key(measure_at(risk_, measure)))});
        }
        table.rows.push_back(std::move(row));
        return table;
    }

    [[nodiscard]] Table reasons() const
    {
        std::vector<const RiskLine*> lines;
        for (const RiskLine& line : risk_.score.lines)
            if (line.points > 0) lines.push_back(&line);
        std::ranges::stable_sort(lines, std::greater{}, &RiskLine::points);
        if (lines.size() > reasons_listed) lines.resize(reasons_listed);
        Table table{.columns = {{tr("brief.column.reasons"), 60},
                                {tr("brief.column.state"), 66},
                                {tr("brief.column.points"), 30, Align::centre}},
                    .dense = true};
        for (const RiskLine* line : lines)
            table.rows.push_back({.cells = {{factor_text(*line, wish_.language)},
                                            {value_text(*line, wish_.language)},
                                            {std::to_string(line->points)}}});
        return table;
    }

    [[nodiscard]] Table schools() const
    {
        Table table{.columns = {{tr("brief.column.school"), 90},
                                {tr("brief.column.distance"), 33, Align::right},
                                {tr("brief.column.pupils"), 33, Align::right}},
                    .dense = true};
        const std::string reach = std::to_string(matter_.habits[Habit::near_reach_m]);
        for (std::size_t i = 0; i < std::min(schools_listed, risk_.schools.size()); ++i) {
            const SchoolNear& near = risk_.schools[i];
            table.rows.push_back(
                {.cells = {{near.school->name},
                           {fmt::format("{:.0f}", near.distance_m)},
                           {near.school->pupils ? std::to_string(*near.school->pupils) : tr("risk.unknown")}}});
        }
        if (risk_.schools.size() > schools_listed && !table.rows.empty())
            table.rows.back().cells.front().text =
                language::tr(wish_.language, "brief.sheet.more_schools",
                             {table.rows.back().cells.front().text, std::to_string(risk_.schools.size()), reach});
        if (table.rows.empty())
            table.rows.push_back(
                {.cells = {{.text = language::tr(wish_.language, "brief.no_school_near", {reach}), .columns = 3}}});
        return table;
    }

    [[nodiscard]] Table on_the_spot() const
    {
        Table table{.columns = {{.head = {}, .width_mm = 24},
                                {.head = {}, .width_mm = 80},
                                {.head = {}, .width_mm = 22},
                                {.head = {}, .width_mm = 30}},
                    .has_head = false,
                    .dense = true};
        constexpr double room_mm = 16;
        table.rows.push_back(
            {.cells = {label("brief.sheet.found"), {}, label("brief.sheet.checked_by"), {}}, .least_mm = room_mm});
        return table;
    }

    const BriefMatter& matter_;
    std::size_t index_;
    const BriefWish& wish_;
    const WaterRisk& risk_;
    const data::Water& water_;
};

}  // namespace

std::vector<Block> water_sheet(const BriefMatter& matter, std::size_t index, const BriefWish& wish)
{
    return Sheet(matter, index, wish).blocks();
}

}  // namespace xiaoan::water
