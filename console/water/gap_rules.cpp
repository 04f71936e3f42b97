#include "console/water/gap_rules.hpp"

#include <algorithm>

namespace xiaoan::water {

namespace {

constexpr std::string_view notice_zh =
    "《教育部办公厅等五部门关于做好预防中小学生溺水事故工作的通知》（教基厅函〔2022〕18号）";
constexpr std::string_view notice_en = "Notice of five ministries on preventing the drowning of pupils (2022, No. 18)";
constexpr std::string_view ones_zh =
    "《教育部办公厅等五部门关于做好预防中小学生溺水事故工作的通知》（教基厅函〔2022〕18号）；各地“四个一”做法";
constexpr std::string_view ones_en = "Notice of five ministries on preventing the drowning of pupils (2022, No. 18); "
                                     "the local practice of the four ones";

constexpr std::array<GapRule, measures.size()> all_rules{{
    {"WATER-SIGN-NONE", "warning_sign", notice_zh, notice_en},
    {"WATER-LIFEBUOY-NONE", "lifebuoy", ones_zh, ones_en},
    {"WATER-ROPE-NONE", "rope", ones_zh, ones_en},
    {"WATER-POLE-NONE", "pole", ones_zh, ones_en},
    {"WATER-FENCE-NONE", "fence", notice_zh, notice_en},
    {"WATER-DUTY-NONE", "duty_holder", notice_zh, notice_en},
    {"WATER-PATROL-LATE", "patrol", notice_zh, notice_en},
}};

Measure of(data::Answer answer)
{
    if (answer == data::Answer::not_given) return Measure::unknown;
    return answer == data::Answer::yes ? Measure::present : Measure::missing;
}

bool patrolled(const data::Water& water, data::Date as_of)
{
    return water.last_patrol_on.has_date() && water.last_patrol_on.date() <= as_of;
}

}  // namespace

std::span<const GapRule> gap_rules()
{
    return all_rules;
}

const GapRule* find_gap_rule(std::string_view id)
{
    if (id.ends_with('?')) id.remove_suffix(1);
    const auto* found = std::ranges::find(all_rules, id, &GapRule::id);
    return found == all_rules.end() ? nullptr : found;
}

const GapRule& gap_rule_of(std::string_view measure)
{
    return *std::ranges::find(all_rules, measure, &GapRule::measure);
}

int patrol_interval_days(data::Date as_of, const Habits& habits)
{
    return habits[is_swimming_season(season_of(as_of, habits), habits) ? Habit::patrol_days_summer
                                                                       : Habit::patrol_days_other];
}

Measure measure_of(const data::Water& water, std::string_view measure, data::Date as_of, const Habits& habits)
{
    if (measure == "warning_sign") return of(water.warning_sign);
    if (measure == "lifebuoy") return of(water.lifebuoy);
    if (measure == "rope") return of(water.rope);
    if (measure == "pole") return of(water.pole);
    if (measure == "fence") return of(water.fence);
    if (measure == "duty_holder")
        return water.duty_holder.given() && water.phone.given() ? Measure::present : Measure::missing;
    const bool in_time =
        patrolled(water, as_of) && (as_of - water.last_patrol_on.date()).count() <= patrol_interval_days(as_of, habits);
    return in_time ? Measure::present : Measure::missing;
}

GapBasis gap_basis(const data::Judging& judging, data::Date as_of)
{
    GapBasis basis{as_of, habits_of(judging.settings), {}};
    for (const data::Silencing& each : judging.silencings)
        if (find_gap_rule(each.rule) != nullptr && each.from_on <= as_of && as_of <= each.until_on)
            basis.waivers.push_back(&each);
    return basis;
}

const data::Silencing* waiver_of(const data::Water& water, std::string_view rule, const GapBasis& basis)
{
    const auto found = std::ranges::find_if(basis.waivers, [&](const data::Silencing* each) {
        return each->registration_number == water.code && each->rule == rule;
    });
    return found != basis.waivers.end() ? *found : nullptr;
}

std::string Lack::rule_id() const
{
    return std::string{rule->id} + (unverified ? "?" : "");
}

std::vector<Lack> lacks_of(const data::Water& water, const GapBasis& basis)
{
    std::vector<Lack> lacks;
    for (const GapRule& rule : all_rules) {
        const Measure stands = measure_of(water, rule.measure, basis.as_of, basis.habits);
        if (stands == Measure::present) continue;
        Lack lack{&rule, stands == Measure::unknown, nullptr};
        if (!basis.waivers.empty()) lack.waiver = waiver_of(water, lack.rule_id(), basis);
        lacks.push_back(lack);
    }
    return lacks;
}

bool has_gap(const data::Water& water, const GapBasis& basis)
{
    return std::ranges::any_of(all_rules, [&](const GapRule& rule) {
        return measure_of(water, rule.measure, basis.as_of, basis.habits) == Measure::missing &&
               (basis.waivers.empty() || waiver_of(water, rule.id, basis) == nullptr);
    });
}

data::DateCell gap_since(const data::Water& water, std::string_view measure, data::Date as_of, const Habits& habits)
{
    if (measure != "patrol" || !patrolled(water, as_of)) return {};
    return data::DateCell{water.last_patrol_on.date() + std::chrono::days{patrol_interval_days(as_of, habits) + 1}};
}

}  // namespace xiaoan::water
