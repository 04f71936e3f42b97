#include "console/water/briefing/brief_maps.hpp"

#include "console/water/risk_words.hpp"
#include "geo/polygon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::water {

namespace {

using documents::Figure;
using documents::Tint;
using map::MapBox;
using map::PaperMark;
using map::PaperSchool;
using map::PaperWater;

struct LevelMark {
    PaperMark mark;
    Tint tint;
};

/// 四色, each with a shape of its own, so that a grey print tells them apart.
LevelMark mark_of(RiskLevel level)
{
    switch (level) {
    case RiskLevel::red: return {PaperMark::triangle, {0.80, 0.13, 0.10}};
    case RiskLevel::orange: return {PaperMark::diamond, {0.90, 0.50, 0.02}};
    case RiskLevel::yellow: return {PaperMark::disc, {0.80, 0.66, 0.02}};
    case RiskLevel::blue: break;
    }
    return {PaperMark::ring, {0.16, 0.44, 0.69}};
}

std::string name_of(const data::Water& water)
{
    return water.name.empty() ? water.code : water.name;
}

std::optional<geo::Position> position_of(const data::School& school)
{
    if (!school.lon || !school.lat || !geo::is_valid({*school.lon, *school.lat})) return std::nullopt;
    return geo::Position{*school.lon, *school.lat};
}

std::vector<PaperWater> paper_waters(const MapSource& source, std::span<const WaterRisk> ranked, std::size_t named,
                                     std::optional<std::size_t> foremost = {})
{
    std::vector<PaperWater> waters;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const geo::Geometry* geometry = source.places.geometry_of(*ranked[i].water);
        if (geometry == nullptr) continue;
        const auto [mark, tint] = mark_of(ranked[i].score.level);
        PaperWater water{.geometry = geometry, .mark = mark, .tint = tint, .foremost = foremost == i};
        if (i < named || water.foremost) {
            water.short_name = std::to_string(i + 1);
            water.name = water.short_name + " " + name_of(*ranked[i].water);
        }
        waters.push_back(std::move(water));
    }
    std::ranges::stable_partition(waters, &PaperWater::foremost);
    return waters;
}

/// All schools with a place; those of `named` first, by name.
std::vector<PaperSchool> paper_schools(const MapSource& source, std::span<const SchoolNear> named)
{
    std::vector<PaperSchool> schools;
    for (const SchoolNear& each : named)
        if (const auto at = position_of(*each.school)) schools.push_back({*at, each.school->name});
    for (const data::School& each : source.places.snapshot().all<data::School>()) {
        const auto at = position_of(each);
        if (at && std::ranges::find(named, &each, &SchoolNear::school) == named.end()) schools.push_back({*at, {}});
    }
    return schools;
}

std::vector<map::PaperLegend> legend(language::Language language)
{
    std::vector<map::PaperLegend> lines;
    for (const auto level : {RiskLevel::red, RiskLevel::orange, RiskLevel::yellow, RiskLevel::blue}) {
        const auto [mark, tint] = mark_of(level);
        lines.push_back({mark, tint, language::tr(language, "brief.legend.level", {level_text(level, language)})});
    }
    lines.push_back({PaperMark::none, {}, std::string{language::tr(language, "brief.legend.school")}});
    return lines;
}

/// At least so far from its middle to each side, ground metres; and an eighth more than what it holds.
MapBox roomy(const MapBox& box, double least_m)
{
    const auto middle = box.centre();
    const double least = least_m * geo::map_scale(geo::position_from_map(middle).lat);
    MapBox grown = box.grown(std::max(box.east - box.west, box.north - box.south) / 8);
    grown.add(geo::MapPosition{middle.x - least, middle.y - least});
    grown.add(geo::MapPosition{middle.x + least, middle.y + least});
    return grown;
}

}  // namespace

std::optional<Figure> county_figure(const MapSource& source, std::span<const WaterRisk> ranked, data::Adcode county,
                                    double width_pt, double height_pt)
{
    const auto waters = paper_waters(source, ranked, waters_named_on_map);
    MapBox box = source.base.box_of(county);
    if (box.is_empty())
        for (const PaperWater& water : waters) box.add(map::map_from_box(geo::bounding_box(*water.geometry)));
    if (box.is_empty()) return std::nullopt;
    return map::paper_map(source.base, waters, paper_schools(source, {}),
                          {.box = box,
                           .width_pt = width_pt,
                           .height_pt = height_pt,
                           .language = source.language,
                           .county = county,
                           .legend = legend(source.language)});
}

std::optional<Figure> water_figure(const MapSource& source, std::span<const WaterRisk> ranked, std::size_t index,
                                   double width_pt, double height_pt)
{
    const WaterRisk& risk = ranked[index];
    const geo::Geometry* geometry = source.places.geometry_of(*risk.water);
    if (geometry == nullptr) return std::nullopt;
    // A long river is shown where the nearest school is, a pond as a whole.
    constexpr double least_m = 500, largest_m = 4000;
    constexpr std::size_t schools_in_sight = 3;
    MapBox box;
    const auto label = geo::label_point(*geometry);
    if (risk.schools.empty() && label) box.add(geo::map_from_position(*label));
    for (std::size_t i = 0; i < std::min(risk.schools.size(), schools_in_sight); ++i) {
        box.add(geo::map_from_position(risk.schools[i].nearest));
        if (const auto at = position_of(*risk.schools[i].school)) box.add(geo::map_from_position(*at));
    }
    MapBox whole = map::map_from_box(geo::bounding_box(*geometry));
    whole.add(box);
    if (whole.east - whole.west < largest_m && whole.north - whole.south < largest_m) box = whole;
    return map::paper_map(
        source.base, paper_waters(source, ranked, 0, index), paper_schools(source, risk.schools),
        {.box = roomy(box, least_m), .width_pt = width_pt, .height_pt = height_pt, .language = source.language});
}

std::optional<Figure> school_figure(const MapSource& source, std::span<const Exposure> near, std::size_t named,
                                    double width_pt, double height_pt)
{
    if (near.empty()) return std::nullopt;
    const auto at = position_of(*near.front().school);
    if (!at) return std::nullopt;
    constexpr double least_m = 500;
    constexpr Tint water_tint{0.10, 0.38, 0.62};
    MapBox box;
    box.add(geo::map_from_position(*at));
    std::vector<PaperWater> waters;
    for (std::size_t i = 0; i < near.size(); ++i) {
        const geo::Geometry* geometry = source.places.geometry_of(*near[i].water);
        if (geometry == nullptr) continue;
        PaperWater water{.geometry = geometry, .mark = PaperMark::disc, .tint = water_tint};
        if (i < named) {
            water.name = name_of(*near[i].water);
            box.add(geo::map_from_position(near[i].nearest));
        }
        waters.push_back(std::move(water));
    }
    const PaperSchool school{*at, near.front().school->name, true};
    return map::paper_map(
        source.base, waters, {&school, 1},
        {.box = roomy(box, least_m), .width_pt = width_pt, .height_pt = height_pt, .language = source.language});
}

}  // namespace xiaoan::water
