#include "console/water/gap_cases.hpp"

#include "console/language/language.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::water {

namespace {

using language::Language;
using language::tr;

bool holds(const std::vector<std::string_view>& missing, std::string_view measure)
{
    return std::ranges::find(missing, measure) != missing.end();
}

void append(std::string& text, std::string_view key, const std::string& more)
{
    if (!more.empty()) text = text.empty() ? more : tr(Language::zh, key, {text, more});
}

const data::Case* living_case(const data::Snapshot& snapshot, const data::Water& water, std::string_view department)
{
    const auto found = std::ranges::find_if(snapshot.cases, [&](const data::Case& each) {
        return each.subject_kind == "water" && each.subject_key == water.code && each.department == department &&
               !data::has_ended(each.state);
    });
    return found == snapshot.cases.end() ? nullptr : &*found;
}

}  // namespace

std::string_view responsible_department(const data::Water& water)
{
    switch (water.kind) {
    case data::WaterKind::river:
    case data::WaterKind::lake:
    case data::WaterKind::reservoir:
    case data::WaterKind::canal:
    case data::WaterKind::ditch: return "water_affairs";
    case data::WaterKind::fishpond: return "agriculture";
    case data::WaterKind::pond:
    case data::WaterKind::sandpit:
    case data::WaterKind::other:
    case data::WaterKind::not_given: break;
    }
    return "township";
}

std::vector<std::string_view> missing_measures(const WaterRisk& risk, const std::vector<std::string>& asked)
{
    std::vector<std::string_view> missing;
    for (const auto measure : measures) {
        const bool wanted = asked.empty() || std::ranges::find(asked, measure) != asked.end();
        if (wanted && measure_at(risk, measure) == Measure::missing) missing.push_back(measure);
    }
    return missing;
}

std::string gap_matter(const data::Water& water, const std::vector<std::string_view>& missing)
{
    std::string equipment, text;
    for (const auto measure : measures)
        if (measure != "duty_holder" && measure != "patrol" && holds(missing, measure))
            append(equipment, "brief.list", std::string{tr(Language::zh, fmt::format("brief.measure.{}", measure))});
    if (!equipment.empty()) append(text, "brief.both", tr(Language::zh, "gaps.supply", {equipment}));
    if (holds(missing, "duty_holder"))
        append(text, "brief.both",
               std::string{tr(Language::zh, water.duty_holder.given() ? "gaps.name_phone" : "gaps.name_holder")});
    if (holds(missing, "patrol"))
        append(text, "brief.both",
               water.last_patrol_on.has_date()
                   ? tr(Language::zh, "gaps.patrol_late", {data::iso(water.last_patrol_on.date())})
                   : std::string{tr(Language::zh, "gaps.patrol_none")});
    return text;
}

GapCases gap_cases(const data::Snapshot& snapshot, std::span<const WaterRisk> waters, const GapTerms& terms)
{
    GapCases made;
    for (const WaterRisk& risk : waters) {
        const data::Water& water = *risk.water;
        const auto missing = missing_measures(risk, terms.measures);
        if (missing.empty()) continue;
        const auto department = responsible_department(water);
        if (const data::Case* living = living_case(snapshot, water, department)) {
            made.already_open.push_back(living->number);
            continue;
        }
        data::OpenCase opened{.subject_kind = "water",
                              .subject_key = water.code,
                              .county = water.county,
                              .department = std::string{department},
                              .opened_on = terms.opened_on,
                              .due_on = terms.due_on,
                              .rules = {},
                              .note = terms.note,
                              .matter = gap_matter(water, missing)};
        if (!water.duty_unit.empty()) opened.addressees.push_back({false, water.duty_unit});
        made.cases.push_back(std::move(opened));
    }
    return made;
}

WaterRisk alone(const data::Water& water, data::Date as_of)
{
    return {&water, risk_score(water, {}, season_of(as_of), as_of), {}};
}

}  // namespace xiaoan::water
