#include "console/water/briefing/brief_workbook.hpp"

#include "console/rules/wording.hpp"
#include "console/water/risk_words.hpp"
#include "data/register/case_life.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace xiaoan::water {

namespace {

using data::PlainCell;
using data::PlainSheet;

class Book {
public:
    Book(const BriefMatter& matter, const BriefWish& wish) : matter_(matter), wish_(wish) {}

    std::vector<PlainSheet> sheets() const
    {
        std::vector<PlainSheet> made{ranked(), lines(), gaps(), schools(), cases()};
        if (matter_.since != nullptr) made.push_back(turns(*matter_.since));
        return made;
    }

private:
    [[nodiscard]] std::string words(std::string_view key) const
    {
        return std::string{language::tr(wish_.language, key)};
    }
    [[nodiscard]] PlainSheet a_sheet(std::string_view name, std::initializer_list<std::string_view> columns) const
    {
        PlainSheet sheet{words(fmt::format("brief.sheet_name.{}", name)), {}, {}};
        for (const auto column : columns) sheet.heads.push_back(words(fmt::format("brief.column.{}", column)));
        return sheet;
    }
    static PlainCell number(std::size_t value) { return static_cast<std::int64_t>(value); }
    static PlainCell number(int value) { return static_cast<std::int64_t>(value); }
    /// Whole metres, as everywhere in documents.
    static PlainCell metres(double value) { return static_cast<std::int64_t>(std::llround(value)); }
    static PlainCell day(const data::DateCell& cell) { return cell.has_date() ? PlainCell{cell.date()} : PlainCell{}; }

    [[nodiscard]] PlainSheet ranked() const
    {
        PlainSheet sheet = a_sheet("ranked", {"number", "code", "water", "kind", "county", "township", "level_word",
                                              "score", "base", "factor_percent", "completeness", "school", "distance",
                                              "schools", "unit", "last_patrol"});
        for (std::size_t i = 0; i < matter_.ranked.size(); ++i) {
            const WaterRisk& risk = matter_.ranked[i];
            const data::Water& water = *risk.water;
            const bool near = !risk.schools.empty();
            sheet.rows.push_back({number(i + 1), water.code, water.name,
                                  rules::value_text("water.kind", data::word(water.kind), wish_.language),
                                  rules::county_name(matter_.places.snapshot(), water.county, wish_.language),
                                  water.township, level_text(risk.score.level, wish_.language),
                                  number(risk.score.score), number(risk.score.base), number(risk.score.factor_percent),
                                  number(risk.score.completeness),
                                  near ? PlainCell{risk.schools.front().school->name} : PlainCell{},
                                  near ? metres(risk.schools.front().distance_m) : PlainCell{},
                                  number(risk.schools.size()), water.duty_unit, day(water.last_patrol_on)});
        }
        return sheet;
    }

    [[nodiscard]] PlainSheet lines() const
    {
        PlainSheet sheet = a_sheet("lines", {"code", "water", "factor", "state", "points", "verified"});
        for (const WaterRisk& risk : matter_.ranked)
            for (const RiskLine& line : risk.score.lines)
                sheet.rows.push_back({risk.water->code, risk.water->name, factor_text(line, wish_.language),
                                      value_text(line, wish_.language), number(line.points),
                                      words(line.known ? "brief.verified_yes" : "risk.unknown")});
        return sheet;
    }

    [[nodiscard]] PlainSheet gaps() const
    {
        PlainSheet sheet = a_sheet("gaps", {"code", "water", "county", "unit"});
        for (const auto measure : measures) sheet.heads.push_back(words(fmt::format("brief.measure.{}", measure)));
        for (const WaterRisk& risk : matter_.ranked) {
            sheet.rows.push_back({risk.water->code, risk.water->name,
                                  rules::county_name(matter_.places.snapshot(), risk.water->county, wish_.language),
                                  risk.water->duty_unit});
            for (const auto measure : measures)
                sheet.rows.back().emplace_back(words(measure_key(measure_at(risk, measure))));
        }
        return sheet;
    }

    [[nodiscard]] PlainSheet schools() const
    {
        PlainSheet sheet = a_sheet("schools", {"code", "water", "school_code", "school", "distance", "pupils"});
        for (const WaterRisk& risk : matter_.ranked)
            for (const SchoolNear& near : risk.schools)
                sheet.rows.push_back({risk.water->code, risk.water->name, near.school->code, near.school->name,
                                      metres(near.distance_m),
                                      near.school->pupils ? number(*near.school->pupils) : PlainCell{}});
        return sheet;
    }

    [[nodiscard]] PlainSheet cases() const
    {
        PlainSheet sheet = a_sheet("cases", {"case", "code", "matter", "department", "opened", "due", "overdue_days"});
        for (const data::Case* each : water_cases(matter_))
            sheet.rows.push_back({each->number, each->subject_key, case_matter(*each, wish_.language),
                                  words("department." + each->department), PlainCell{each->opened_on},
                                  day(each->due_on), number(data::overdue_days(*each, wish_.as_of))});
        return sheet;
    }

    [[nodiscard]] PlainSheet turns(const Comparison& since) const
    {
        PlainSheet sheet =
            a_sheet("since", {"turn", "code", "water", "base_then", "base_now", "closed", "opened_gaps", "standing"});
        const auto base = [](const std::optional<Standing>& at) { return at ? number(at->base) : PlainCell{}; };
        for (const WaterTurn& turn : since.turns)
            sheet.rows.push_back(
                {words(fmt::format("brief.turn.{}", turn_words[static_cast<std::size_t>(turn.turn)])), turn.water->code,
                 turn.water->name, base(turn.then), base(turn.now), measures_text(turn.closed, wish_.language),
                 measures_text(turn.opened, wish_.language), measures_text(turn.standing, wish_.language)});
        return sheet;
    }

    const BriefMatter& matter_;
    const BriefWish& wish_;
};

}  // namespace

std::vector<PlainSheet> brief_workbook(const BriefMatter& matter, const BriefWish& wish)
{
    return Book(matter, wish).sheets();
}

}  // namespace xiaoan::water
