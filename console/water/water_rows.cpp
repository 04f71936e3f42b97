#include "console/water/water_rows.hpp"

#include "console/language/wording.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace xiaoan::water {

namespace {

/// All exposures of one water.
struct Gathered {
    WaterRow row;
    std::vector<const Exposure*> pairs;
};

bool contains(std::string_view text, std::string_view part)
{
    const auto lower = [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : int{c}; };
    const auto found = std::ranges::search(text, part, {}, lower, lower);
    return !found.empty() || part.empty();
}

bool passes(const Gathered& of, const WaterFilter& filter)
{
    const data::Water& water = *of.row.water;
    if (filter.county.given() && water.county != filter.county &&
        std::ranges::none_of(of.pairs, [&](const Exposure* pair) { return pair->school->county == filter.county; }))
        return false;
    if (filter.text.empty()) return true;
    for (const std::string* text : {&water.name, &water.code, &water.township, &water.duty_unit})
        if (contains(*text, filter.text)) return true;
    return std::ranges::any_of(of.pairs,
                               [&](const Exposure* pair) { return contains(pair->school->name, filter.text); });
}

/// Waters with a school within reach by distance, then those of the ranking without, by code.
std::vector<Gathered> gathered(const Exposures& exposures, const RankedWaters* ranked)
{
    std::unordered_map<const data::Water*, Gathered> by_water;
    if (ranked != nullptr)
        for (std::size_t i = 0; i < ranked->ranked.size(); ++i) {
            const WaterRisk& risk = ranked->ranked[i];
            by_water[risk.water].row = {.water = risk.water, .distance_m = any_range_m};
        }
    for (const Exposure& pair : exposures.pairs) {
        Gathered& of = by_water[pair.water];
        const auto rank = [](const Exposure& each) { return std::tie(each.distance_m, each.school->code); };
        if (of.row.nearest == nullptr || rank(pair) < std::tie(of.row.distance_m, of.row.nearest->code))
            of.row = {
                .water = pair.water, .nearest = pair.school, .distance_m = pair.distance_m, .inside = pair.inside};
        of.pairs.push_back(&pair);
    }
    std::vector<Gathered> all;
    for (auto& [water, of] : by_water) {
        const std::size_t index = ranked != nullptr ? ranked->index_of(*water) : 0;
        if (ranked != nullptr && index < ranked->ranked.size()) {
            of.row.risk = &ranked->ranked[index];
            of.row.rank = index + 1;
        }
        all.push_back(std::move(of));
    }
    std::ranges::sort(all, [](const Gathered& a, const Gathered& b) {
        return std::tie(a.row.distance_m, a.row.water->code, a.row.water->id) <
               std::tie(b.row.distance_m, b.row.water->code, b.row.water->id);
    });
    return all;
}

/// What a column sorts by; rows come in by distance, so equal keys stay so.
bool before(const WaterRow& a, const WaterRow& b, WaterColumn by)
{
    const auto known = [](const data::Water& water) {
        return std::ranges::count(equipment_of(water), data::Answer::yes);
    };
    const auto patrol = [](const data::Water& water) {
        return water.last_patrol_on.has_date() ? data::iso(water.last_patrol_on.date()) : std::string{};
    };
    const auto school = [](const WaterRow& row) {
        return row.nearest != nullptr ? std::string_view{row.nearest->name} : std::string_view{};
    };
    const auto base = [](const WaterRow& row) { return row.risk != nullptr ? row.risk->score.base : -1; };
    switch (by) {
    case WaterColumn::name: return a.water->name < b.water->name;
    case WaterColumn::kind: return a.water->kind < b.water->kind;
    case WaterColumn::county:
        return std::tie(a.water->county, a.water->township) < std::tie(b.water->county, b.water->township);
    case WaterColumn::rank: return a.rank < b.rank;
    case WaterColumn::level: return base(a) > base(b);
    case WaterColumn::school: return school(a) < school(b);
    case WaterColumn::schools: return a.schools > b.schools;
    case WaterColumn::equipment: return known(*a.water) < known(*b.water);
    case WaterColumn::duty_unit: return a.water->duty_unit < b.water->duty_unit;
    case WaterColumn::patrol: return patrol(*a.water) < patrol(*b.water);
    case WaterColumn::distance: break;
    }
    return false;
}

}  // namespace

WaterRows water_rows(const Exposures& exposures, const WaterFilter& filter, const WaterOrder& order,
                     const RankedWaters* ranked)
{
    WaterRows result;
    for (Gathered& of : gathered(exposures, ranked)) {
        if (!passes(of, filter)) continue;
        const bool of_level = !filter.level || (of.row.risk != nullptr && of.row.risk->score.level == *filter.level);
        if (of_level) {
            ++result.all;
            for (std::size_t i = 0; i < ranges_m.size(); ++i)
                if (of.row.distance_m <= ranges_m[i]) ++result.counts[i];
        }
        if (of.row.distance_m > filter.within_m) continue;
        if (of.row.risk != nullptr) ++result.levels[static_cast<std::size_t>(of.row.risk->score.level)];
        if (!of_level) continue;
        const bool lacks = has_gap(*of.row.water, filter.basis);
        result.with_gaps += lacks ? 1U : 0U;
        if (filter.only_gaps && !lacks) continue;
        of.row.schools = static_cast<std::size_t>(
            std::ranges::count_if(of.pairs, [&](const Exposure* pair) { return pair->distance_m <= filter.within_m; }));
        result.rows.push_back(of.row);
    }
    std::ranges::stable_sort(result.rows, [&](const WaterRow& a, const WaterRow& b) { return before(a, b, order.by); });
    if (order.descending) std::ranges::reverse(result.rows);
    return result;
}

std::array<data::Answer, equipment_items> equipment_of(const data::Water& water)
{
    return {water.warning_sign, water.lifebuoy, water.rope, water.pole};
}

std::string_view answer_word(data::Answer answer, language::Language language)
{
    switch (answer) {
    case data::Answer::yes: return language::tr(language, "waters.has");
    case data::Answer::no: return language::tr(language, "waters.has_not");
    case data::Answer::not_given: break;
    }
    return language::tr(language, "waters.unchecked");
}

std::string distance_text(double distance_m)
{
    return language::grouped(static_cast<std::size_t>(std::llround(std::max(distance_m, 0.0)))) + " m";
}

std::string water_name(const data::Water& water, language::Language language)
{
    return water.name.empty() ? language::tr(language, "waters.unnamed", {water.code}) : water.name;
}

}  // namespace xiaoan::water
