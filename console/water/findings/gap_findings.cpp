#include "console/water/findings/gap_findings.hpp"

#include "console/rules/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace xiaoan::water {

namespace {

using language::Language;
using language::tr;

bool passes(const data::Water& water, const GapFilter& filter)
{
    if (filter.county.given() && water.county != filter.county) return false;
    if (!filter.department.empty() && responsible_department(water) != filter.department) return false;
    return filter.waters.empty() || std::ranges::find(filter.waters, water.code) != filter.waters.end();
}

std::string text_key(const GapFinding& gap, data::Date as_of)
{
    std::string_view which = "text";
    if (gap.unverified) which = "gap";
    if (gap.rule->measure == "duty_holder" && gap.water->duty_holder.given()) which = "phone";
    const auto& patrol = gap.water->last_patrol_on;
    if (gap.rule->measure == "patrol" && (!patrol.has_date() || patrol.date() > as_of)) which = "none";
    return fmt::format("rule.{}.{}", gap.rule->id, which);
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

FoundGaps gaps_of(const data::Water& water, const GapBasis& basis, bool unverified)
{
    FoundGaps found;
    for (const Lack& lack : lacks_of(water, basis)) {
        if (lack.unverified && !unverified) continue;
        GapFinding gap{.water = &water,
                       .rule = lack.rule,
                       .unverified = lack.unverified,
                       .since = gap_since(water, lack.rule->measure, basis.as_of, basis.habits),
                       .patrol_days = patrol_interval_days(basis.as_of, basis.habits),
                       .waiver = lack.waiver};
        (lack.waiver == nullptr ? found.counts : found.waived).push_back(gap);
    }
    return found;
}

FoundGaps gap_findings(const data::Snapshot& snapshot, const GapBasis& basis, const GapFilter& filter)
{
    std::vector<const data::Water*> waters;
    for (const data::Water& water : snapshot.all<data::Water>())
        if (passes(water, filter)) waters.push_back(&water);
    std::ranges::sort(waters, {}, [](const data::Water* each) { return std::tie(each->code, each->id.value); });
    FoundGaps found;
    const auto add = [&](const std::vector<GapFinding>& from, std::vector<GapFinding>& to) {
        std::ranges::copy_if(from, std::back_inserter(to),
                             [&](const GapFinding& gap) { return filter.rule.empty() || gap.rule->id == filter.rule; });
    };
    for (const data::Water* water : waters) {
        const FoundGaps of = gaps_of(*water, basis, filter.unverified);
        add(of.counts, found.counts);
        add(of.waived, found.waived);
    }
    return found;
}

GapCount count_gaps(const data::Snapshot& snapshot, const GapBasis& basis, data::Adcode county)
{
    GapCount count;
    for (const data::Water& water : snapshot.all<data::Water>()) {
        if (county.given() && water.county != county) continue;
        ++count.looked_at;
        bool any = false;
        for (const Lack& lack : lacks_of(water, basis)) {
            if (lack.unverified || lack.waiver != nullptr) continue;
            ++count.missing[static_cast<std::size_t>(std::ranges::find(measures, lack.rule->measure) -
                                                     measures.begin())];
            any = true;
        }
        count.waters += any ? 1U : 0U;
    }
    return count;
}

std::string rule_id(const GapFinding& gap)
{
    return std::string{gap.rule->id} + (gap.unverified ? "?" : "");
}

std::string title_of(const GapFinding& gap, Language language)
{
    const std::string title{tr(language, fmt::format("rule.{}.title", gap.rule->id))};
    return gap.unverified ? tr(language, "rule.gap", {title}) : title;
}

std::string sentence_of(const GapFinding& gap, data::Date as_of, Language language)
{
    const std::string key = text_key(gap, as_of);
    if (gap.rule->measure != "patrol" || !key.ends_with(".text")) return std::string{tr(language, key)};
    const data::Date last = gap.water->last_patrol_on.date();
    return tr(language, key,
              {data::iso(last), std::to_string((as_of - last).count()), std::to_string(gap.patrol_days)});
}

std::string_view basis_of(const GapFinding& gap, Language language)
{
    return language == Language::zh ? gap.rule->basis_zh : gap.rule->basis_en;
}

std::vector<rules::Evidence> evidence_of(const data::Snapshot& snapshot, const GapFinding& gap)
{
    using data::Water;
    rules::EvidenceList list(snapshot);
    const Water& water = *gap.water;
    const std::string_view measure = gap.rule->measure;
    if (measure == "warning_sign") return list.add(water, &Water::warning_sign).take();
    if (measure == "lifebuoy") return list.add(water, &Water::lifebuoy).take();
    if (measure == "rope") return list.add(water, &Water::rope).take();
    if (measure == "pole") return list.add(water, &Water::pole).take();
    if (measure == "fence") return list.add(water, &Water::fence).take();
    if (measure == "duty_holder") return list.add(water, &Water::duty_holder, &Water::phone).take();
    return list.add(water, &Water::last_patrol_on).take();
}

}  // namespace xiaoan::water
