#include "console/water/risk_score.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace xiaoan::water {

namespace {

using data::Answer;
using data::WaterKind;

constexpr std::string_view unknown = "unknown";

/// Points for values up to and including a bound, the smallest bound first.
struct Step {
    double up_to;
    int points;
};
int points_up_to(double value, std::initializer_list<Step> steps, int beyond)
{
    const auto* step = std::ranges::find_if(steps, [&](const Step& each) { return value <= each.up_to; });
    return step == steps.end() ? beyond : step->points;
}

/// A water that stands by its kind, whatever is said of its current.
bool stands(WaterKind kind)
{
    return kind == WaterKind::lake || kind == WaterKind::reservoir || kind == WaterKind::pond ||
           kind == WaterKind::fishpond || kind == WaterKind::sandpit;
}

class Lines {
public:
    void add(std::string_view factor, RiskGroup group, std::string value, int points)
    {
        lines_.push_back({factor, group, std::move(value), points, true});
    }
    void add_unknown(std::string_view factor, RiskGroup group, int points)
    {
        lines_.push_back({factor, group, std::string{unknown}, points, false});
    }
    /// Something that should be there: `missing` points where it is said not to be.
    void add_answer(std::string_view factor, Answer answer, int missing, int not_given)
    {
        if (answer == Answer::not_given) return add_unknown(factor, RiskGroup::gaps, not_given);
        add(factor, RiskGroup::gaps, answer == Answer::yes ? "yes" : "no", answer == Answer::yes ? 0 : missing);
    }
    std::vector<RiskLine> take() { return std::move(lines_); }

private:
    std::vector<RiskLine> lines_;
};

void add_exposure(Lines& lines, const Surroundings& around)
{
    constexpr auto group = RiskGroup::exposure;
    if (!around.has_neighbours)
        lines.add_unknown("distance", group, 0);
    else if (!around.nearest_m)
        lines.add("distance", group, "none", 0);
    else
        lines.add("distance", group, fmt::format("{:.3f}", *around.nearest_m),
                  points_up_to(*around.nearest_m, {{100, 16}, {300, 13}, {500, 10}, {1000, 6}, {2000, 3}}, 0));

    const int for_pupils =
        points_up_to(static_cast<double>(around.pupils_within_1000_m), {{0, 0}, {99, 3}, {499, 6}, {1499, 8}}, 10);
    if (around.has_neighbours && around.all_pupils_given)
        lines.add("pupils", group, std::to_string(around.pupils_within_1000_m), for_pupils);
    else
        lines.add_unknown("pupils", group, for_pupils);

    constexpr int way_points = 6, way_unknown = 2;
    if (around.on_the_way == Answer::not_given)
        lines.add_unknown("on_the_way", group, way_unknown);
    else
        lines.add("on_the_way", group, around.on_the_way == Answer::yes ? "yes" : "no",
                  around.on_the_way == Answer::yes ? way_points : 0);
    lines.add_unknown("dwellings", group, 3);    // within 300 m; no ledger has it yet
    lines.add_unknown("left_behind", group, 1);  // share of left-behind pupils; no ledger has it yet
}

void add_hazard(Lines& lines, const data::Water& water)
{
    constexpr auto group = RiskGroup::hazard;
    const std::string kind{data::word(water.kind)};
    switch (water.kind) {
    case WaterKind::river:
    case WaterKind::canal:
    case WaterKind::sandpit: lines.add("kind", group, kind, 10); break;
    case WaterKind::reservoir:
    case WaterKind::lake:
    case WaterKind::pond:
    case WaterKind::fishpond: lines.add("kind", group, kind, 8); break;
    case WaterKind::ditch: lines.add("kind", group, kind, 5); break;
    case WaterKind::other:
    case WaterKind::not_given: lines.add_unknown("kind", group, 8); break;
    }
    if (water.depth_m)  // GB 51192: 0.7 m within 2 m of an unguarded bank
        lines.add("depth", group, fmt::format("{}", *water.depth_m),
                  points_up_to(*water.depth_m, {{0.5, 0}, {0.7, 3}, {1.5, 6}}, 8));
    else
        lines.add_unknown("depth", group, 5);
    if (water.bank == data::Bank::not_given)
        lines.add_unknown("bank", group, 3);
    else
        lines.add("bank", group, std::string{data::word(water.bank)}, water.bank == data::Bank::gentle ? 0 : 6);
    switch (water.current) {
    case data::Current::not_given: lines.add_unknown("current", group, 2); break;
    case data::Current::still: lines.add("current", group, "still", 0); break;
    case data::Current::slow: lines.add("current", group, "slow", 2); break;
    case data::Current::fast: lines.add("current", group, "fast", 6); break;
    }
}

void add_gaps(Lines& lines, const data::Water& water, const Season& season, data::Date as_of)
{
    constexpr auto group = RiskGroup::gaps;
    lines.add_answer("warning_sign", water.warning_sign, 5, 3);
    lines.add_answer("lifebuoy", water.lifebuoy, 4, 2);
    lines.add_answer("rope", water.rope, 3, 2);
    lines.add_answer("pole", water.pole, 3, 2);
    lines.add_answer("fence", water.fence, 5, 3);
    if (!water.duty_holder.given())
        lines.add("duty_holder", group, "none", 3);
    else if (!water.phone.given())
        lines.add("duty_holder", group, "no_phone", 1);
    else
        lines.add("duty_holder", group, "complete", 0);

    const int interval_days = is_swimming_season(season) ? 7 : 30;
    const bool patrolled = water.last_patrol_on.has_date() && water.last_patrol_on.date() <= as_of;
    const bool in_time = patrolled && (as_of - water.last_patrol_on.date()).count() <= interval_days;
    lines.add("patrol", group, patrolled ? data::iso(water.last_patrol_on.date()) : "none", in_time ? 0 : 2);
}

void add_history(Lines& lines, const data::Water& water)
{
    if (!water.incidents_5y) return lines.add_unknown("incidents", RiskGroup::history, 0);
    lines.add("incidents", RiskGroup::history, std::to_string(*water.incidents_5y), *water.incidents_5y > 0 ? 5 : 0);
}

RiskLevel level_of(int score)
{
    if (score >= 70) return RiskLevel::red;
    if (score >= 50) return RiskLevel::orange;
    return score >= 30 ? RiskLevel::yellow : RiskLevel::blue;
}

/// What follows from the lines and the season's factor.
void add_up(RiskScore& score)
{
    int known = 0;
    score.base = 0;
    for (const RiskLine& line : score.lines) {
        score.base += line.points;
        known += line.known ? 1 : 0;
    }
    const int count = static_cast<int>(score.lines.size());
    score.score = (score.base * score.factor_percent + 50) / 100;
    score.completeness = (200 * known + count) / (2 * count);
    score.level = level_of(score.score);
}

}  // namespace

std::string_view word(RiskLevel level)
{
    switch (level) {
    case RiskLevel::red: return "red";
    case RiskLevel::orange: return "orange";
    case RiskLevel::yellow: return "yellow";
    case RiskLevel::blue: break;
    }
    return "blue";
}

int RiskScore::points(RiskGroup group) const
{
    int sum = 0;
    for (const RiskLine& line : lines)
        if (line.group == group) sum += line.points;
    return sum;
}

bool ice_weighs(const data::Water& water)
{
    if (water.freezes != Answer::not_given) return water.freezes == Answer::yes;
    return stands(water.kind) || water.current != data::Current::fast;
}

RiskScore risk_score(const data::Water& water, const Surroundings& around, const Season& season, data::Date as_of)
{
    Lines lines;
    add_exposure(lines, around);
    add_hazard(lines, water);
    add_gaps(lines, water, season, as_of);
    add_history(lines, water);

    RiskScore result;
    result.lines = lines.take();
    result.factor_percent = water::factor_percent(season, ice_weighs(water));
    add_up(result);
    return result;
}

RiskScore with_measure(RiskScore score, std::string_view measure)
{
    const auto line = std::ranges::find(score.lines, measure, &RiskLine::factor);
    if (line == score.lines.end()) return score;
    line->value = "yes";
    line->points = 0;
    line->known = true;
    add_up(score);
    return score;
}

}  // namespace xiaoan::water
