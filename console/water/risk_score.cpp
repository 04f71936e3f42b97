#include "console/water/risk_score.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::water {

namespace {

using data::Answer;
using data::WaterKind;

constexpr std::string_view unknown = "unknown";

/// The habits that follow one another from `first`: bounds, or points.
Habit nth(Habit first, std::size_t n)
{
    return static_cast<Habit>(static_cast<std::size_t>(first) + n);
}

/// The place of the first bound that the value does not pass; `count` where it passes all. The value is told in units
/// of which the bounds' have `parts`: the quotient of two numbers is the nearest to what a ledger writes, 110 cm / 100
/// the same as 1.1 m.
std::size_t step_of(double value, const Habits& habits, Habit first_bound, std::size_t count, double parts = 1)
{
    std::size_t step = 0;
    while (step < count && value > habits[nth(first_bound, step)] / parts) ++step;
    return step;
}

/// A water that stands by its kind, whatever is said of its current.
bool stands(WaterKind kind)
{
    return kind == WaterKind::lake || kind == WaterKind::reservoir || kind == WaterKind::pond ||
           kind == WaterKind::fishpond || kind == WaterKind::sandpit;
}

class Lines {
public:
    explicit Lines(const Habits& habits) : habits_(habits) { lines_.reserve(factors); }

    RiskLine& add(std::string_view factor, RiskGroup group, std::string value, int points)
    {
        return lines_.emplace_back(
            RiskLine{.factor = factor, .value = std::move(value), .points = points, .group = group});
    }
    RiskLine& add(std::string_view factor, RiskGroup group, std::string_view value, Habit points)
    {
        return add(factor, group, std::string{value}, habits_[points]);
    }
    RiskLine& add_unknown(std::string_view factor, RiskGroup group, int points)
    {
        RiskLine& line = add(factor, group, std::string{unknown}, points);
        line.known = false;
        return line;
    }
    RiskLine& add_unknown(std::string_view factor, RiskGroup group, Habit points)
    {
        return add_unknown(factor, group, habits_[points]);
    }
    /// Something that should be there; `none` are the points where it is said not to be.
    void add_answer(std::string_view factor, Answer answer, Habit none, Habit not_given)
    {
        constexpr auto group = RiskGroup::gaps;
        switch (answer) {
        case Answer::not_given: add_unknown(factor, group, not_given); break;
        case Answer::yes: add(factor, group, std::string{"yes"}, 0); break;
        case Answer::no: add(factor, group, "no", none).lacking = true; break;
        }
    }
    [[nodiscard]] const Habits& habits() const { return habits_; }
    std::vector<RiskLine> take() { return std::move(lines_); }

private:
    static constexpr std::size_t factors = 17;
    const Habits& habits_;
    std::vector<RiskLine> lines_;
};

void add_exposure(Lines& lines, const Surroundings& around)
{
    constexpr auto group = RiskGroup::exposure;
    constexpr std::size_t distance_steps = 5, pupil_steps = 3;
    const Habits& habits = lines.habits();
    if (!around.has_neighbours) {
        lines.add_unknown("distance", group, 0);
    } else if (!around.nearest_m) {
        lines.add("distance", group, std::string{"none"}, 0).within_m = habits[Habit::near_reach_m];
    } else {
        const std::size_t step = step_of(*around.nearest_m, habits, Habit::distance_1_m, distance_steps);
        lines.add("distance", group, fmt::format("{:.3f}", *around.nearest_m),
                  step < distance_steps ? habits[nth(Habit::distance_1, step)] : 0);
    }

    const auto pupils = static_cast<double>(around.pupils_near);
    const int for_pupils =
        pupils > 0 ? habits[nth(Habit::pupils_1, step_of(pupils, habits, Habit::pupils_1_most, pupil_steps))] : 0;
    RiskLine& line = around.has_neighbours && around.all_pupils_given
                         ? lines.add("pupils", group, std::to_string(around.pupils_near), for_pupils)
                         : lines.add_unknown("pupils", group, for_pupils);
    line.within_m = habits[Habit::pupils_reach_m];

    switch (around.on_the_way) {
    case Answer::not_given: lines.add_unknown("on_the_way", group, Habit::on_the_way_unknown); break;
    case Answer::yes: lines.add("on_the_way", group, "yes", Habit::on_the_way); break;
    case Answer::no: lines.add("on_the_way", group, std::string{"no"}, 0); break;
    }
    lines.add_unknown("dwellings", group, Habit::dwellings_unknown);      // within 300 m; no ledger has it yet
    lines.add_unknown("left_behind", group, Habit::left_behind_unknown);  // of the pupils; no ledger has it yet
}

void add_kind(Lines& lines, WaterKind kind)
{
    constexpr auto group = RiskGroup::hazard;
    const auto word = data::word(kind);
    switch (kind) {
    case WaterKind::river: lines.add("kind", group, word, Habit::kind_river); break;
    case WaterKind::canal: lines.add("kind", group, word, Habit::kind_canal); break;
    case WaterKind::sandpit: lines.add("kind", group, word, Habit::kind_sandpit); break;
    case WaterKind::reservoir: lines.add("kind", group, word, Habit::kind_reservoir); break;
    case WaterKind::lake: lines.add("kind", group, word, Habit::kind_lake); break;
    case WaterKind::pond: lines.add("kind", group, word, Habit::kind_pond); break;
    case WaterKind::fishpond: lines.add("kind", group, word, Habit::kind_fishpond); break;
    case WaterKind::ditch: lines.add("kind", group, word, Habit::kind_ditch); break;
    case WaterKind::other:
    case WaterKind::not_given: lines.add_unknown("kind", group, Habit::kind_unknown); break;
    }
}

void add_hazard(Lines& lines, const data::Water& water)
{
    constexpr auto group = RiskGroup::hazard;
    constexpr std::size_t depth_steps = 3;
    const Habits& habits = lines.habits();
    add_kind(lines, water.kind);
    if (water.depth_m) {  // GB 51192: 0.7 m within 2 m of an unguarded bank
        const std::size_t step = step_of(*water.depth_m, habits, Habit::depth_1_cm, depth_steps, 100);
        lines.add("depth", group, fmt::format("{}", *water.depth_m),
                  step == 0 ? 0 : habits[nth(Habit::depth_2, step - 1)]);
    } else {
        lines.add_unknown("depth", group, Habit::depth_unknown);
    }
    switch (water.bank) {
    case data::Bank::not_given: lines.add_unknown("bank", group, Habit::bank_unknown); break;
    case data::Bank::gentle: lines.add("bank", group, std::string{"gentle"}, 0); break;
    case data::Bank::steep: lines.add("bank", group, "steep", Habit::bank_steep); break;
    case data::Bank::vertical: lines.add("bank", group, "vertical", Habit::bank_vertical); break;
    }
    switch (water.current) {
    case data::Current::not_given: lines.add_unknown("current", group, Habit::current_unknown); break;
    case data::Current::still: lines.add("current", group, std::string{"still"}, 0); break;
    case data::Current::slow: lines.add("current", group, "slow", Habit::current_slow); break;
    case data::Current::fast: lines.add("current", group, "fast", Habit::current_fast); break;
    }
}

void add_gaps(Lines& lines, const data::Water& water, const Season& season, data::Date as_of)
{
    constexpr auto group = RiskGroup::gaps;
    lines.add_answer("warning_sign", water.warning_sign, Habit::warning_sign_none, Habit::warning_sign_unknown);
    lines.add_answer("lifebuoy", water.lifebuoy, Habit::lifebuoy_none, Habit::lifebuoy_unknown);
    lines.add_answer("rope", water.rope, Habit::rope_none, Habit::rope_unknown);
    lines.add_answer("pole", water.pole, Habit::pole_none, Habit::pole_unknown);
    lines.add_answer("fence", water.fence, Habit::fence_none, Habit::fence_unknown);
    if (!water.duty_holder.given())
        lines.add("duty_holder", group, "none", Habit::duty_holder_none).lacking = true;
    else if (!water.phone.given())
        lines.add("duty_holder", group, "no_phone", Habit::duty_holder_no_phone).lacking = true;
    else
        lines.add("duty_holder", group, std::string{"complete"}, 0);

    const Habits& habits = lines.habits();
    const int interval_days =
        habits[is_swimming_season(season, habits) ? Habit::patrol_days_summer : Habit::patrol_days_other];
    const bool patrolled = water.last_patrol_on.has_date() && water.last_patrol_on.date() <= as_of;
    const bool in_time = patrolled && (as_of - water.last_patrol_on.date()).count() <= interval_days;
    lines
        .add("patrol", group, patrolled ? data::iso(water.last_patrol_on.date()) : "none",
             in_time ? 0 : habits[Habit::patrol_late])
        .lacking = !in_time;
}

void add_history(Lines& lines, const data::Water& water)
{
    constexpr auto group = RiskGroup::history;
    if (!water.incidents_5y) {
        lines.add_unknown("incidents", group, 0);
        return;
    }
    lines.add("incidents", group, std::to_string(*water.incidents_5y),
              *water.incidents_5y > 0 ? lines.habits()[Habit::incidents] : 0);
}

RiskLevel level_of(int score, const RiskBands& bands)
{
    if (score >= bands.red) return RiskLevel::red;
    if (score >= bands.orange) return RiskLevel::orange;
    return score >= bands.yellow ? RiskLevel::yellow : RiskLevel::blue;
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
    score.level = level_of(score.score, score.bands);
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

RiskScore risk_score(const data::Water& water, const Surroundings& around, const Season& season, data::Date as_of,
                     const Habits& habits)
{
    Lines lines(habits);
    add_exposure(lines, around);
    add_hazard(lines, water);
    add_gaps(lines, water, season, as_of);
    add_history(lines, water);

    RiskScore result;
    result.lines = lines.take();
    result.factor_percent = water::factor_percent(season, ice_weighs(water), habits);
    result.bands = {habits[Habit::band_yellow], habits[Habit::band_orange], habits[Habit::band_red]};
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
    line->lacking = false;
    add_up(score);
    return score;
}

}  // namespace xiaoan::water
