#include "console/supervision/case_standing.hpp"

#include "console/water/gap_rules.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace xiaoan::supervision {

namespace {

std::string_view without_gap_mark(std::string_view id)
{
    return id.ends_with('?') ? id.substr(0, id.size() - 1) : id;
}

/// Seen on the road: the register cannot tell that it is put right, a check or a person must.
bool seen_at_a_check(const data::CaseRule& rule)
{
    return rule.evidence.find(R"("field":"check.number")") != std::string::npos;
}

/// About a vehicle in no register: that it is seen no more does not mean that it stopped.
bool is_of_strangers(const data::CaseRule& rule)
{
    const rules::Rule* known = rules::find_rule(rule.rule);
    return known != nullptr && known->of_strangers;
}

bool is_among(const data::CaseRule& rule, std::span<const rules::Finding> findings)
{
    if (seen_at_a_check(rule) || is_of_strangers(rule)) return true;
    return std::ranges::any_of(findings, [&](const rules::Finding& finding) {
        return rules::rules()[finding.rule].id == without_gap_mark(rule.rule);
    });
}

Standing standing_among(const data::Case& of, std::span<const rules::Finding> findings)
{
    if (of.rules.empty()) return Standing::by_hand;
    const bool stands = std::ranges::any_of(of.rules, [&](const auto& rule) { return is_among(rule, findings); });
    return stands ? Standing::stands : Standing::gone;
}

/// Whether a rule on waters is broken on the date, by what is missing or what nobody has verified, and not set aside.
bool is_broken(const data::Water& water, const data::CaseRule& rule, const water::GapBasis& basis)
{
    const auto lacks = water::lacks_of(water, basis);
    return std::ranges::any_of(lacks, [&](const water::Lack& lack) {
        return lack.rule == water::find_gap_rule(rule.rule) && lack.waiver == nullptr;
    });
}

bool is_on_gaps(const data::Case& of)
{
    return of.subject_kind == "water" && !of.rules.empty();
}

const data::Water* find_water(const data::Snapshot& snapshot, std::string_view code)
{
    for (const data::Water& each : snapshot.all<data::Water>())
        if (each.code == code) return &each;
    return nullptr;
}

Standing standing_at(const data::Water* water, const data::Case& of, const water::GapBasis& basis)
{
    const bool stands = water != nullptr && std::ranges::any_of(of.rules, [&](const data::CaseRule& rule) {
                            return is_broken(*water, rule, basis);
                        });
    return stands ? Standing::stands : Standing::gone;
}

}  // namespace

std::vector<std::string> standing_rules(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of)
{
    if (opened.subject_kind == "water") {
        std::vector<std::string> standing;
        const auto basis = water::gap_basis(dossiers.judging(), as_of);
        if (const data::Water* water = find_water(dossiers.snapshot(), opened.subject_key))
            for (const data::CaseRule& rule : opened.rules)
                if (is_broken(*water, rule, basis)) standing.push_back(rule.rule);
        return standing;
    }
    const auto bus = dossiers.find(std::string_view{opened.subject_key});
    const bool of_bus = opened.subject_kind == "bus" && bus != dossiers.size();
    if (!of_bus && opened.subject_kind != subject_of_strangers) return {};
    const auto findings = of_bus ? rules::judge_bus(dossiers, bus, as_of) : std::vector<rules::Finding>{};
    std::vector<std::string> standing;
    for (const data::CaseRule& rule : opened.rules)
        if (is_among(rule, findings)) standing.push_back(rule.rule);
    return standing;
}

Standing standing_of(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of)
{
    if (opened.rules.empty()) return Standing::by_hand;
    return standing_rules(dossiers, opened, as_of).empty() ? Standing::gone : Standing::stands;
}

std::optional<rules::Severity> severity_of(std::string_view rule)
{
    const rules::Rule* of_bus = rules::find_rule(rule);
    const bool known = of_bus != nullptr || water::find_gap_rule(rule) != nullptr;
    if (!known) return std::nullopt;
    if (rule.ends_with('?')) return rules::Severity::data;
    return of_bus != nullptr ? of_bus->severity : rules::Severity::rectify;
}

std::string_view english_basis_of(std::string_view rule)
{
    if (const rules::Rule* of_bus = rules::find_rule(rule)) return of_bus->basis_en;
    const water::GapRule* of_water = water::find_gap_rule(rule);
    return of_water != nullptr ? of_water->basis_en : std::string_view{};
}

std::vector<Standing> standings(const rules::Dossiers& dossiers, const rules::Judgement& judgement)
{
    const auto& cases = dossiers.snapshot().cases;
    std::vector<Standing> all;
    all.reserve(cases.size());
    std::unordered_map<std::string_view, const data::Water*> waters;
    const auto basis = water::gap_basis(dossiers.judging(), judgement.as_of);
    if (std::ranges::any_of(cases, [](const data::Case& each) { return is_on_gaps(each); }))
        for (const data::Water& each : dossiers.snapshot().all<data::Water>()) waters.emplace(each.code, &each);
    for (const data::Case& each : cases) {
        if (is_on_gaps(each)) {
            const auto water = waters.find(each.subject_key);
            all.push_back(standing_at(water != waters.end() ? water->second : nullptr, each, basis));
            continue;
        }
        const auto bus = each.rules.empty() || each.subject_kind != "bus"
                             ? dossiers.size()
                             : dossiers.find(std::string_view{each.subject_key});
        // Findings come in the order of the buses, whose ids ascend.
        const auto of_bus = bus == dossiers.size()
                                ? std::span<const rules::Finding>{}
                                : std::span<const rules::Finding>{std::ranges::equal_range(
                                      judgement.findings, dossiers.bus(bus).id, {}, &rules::Finding::bus)};
        all.push_back(standing_among(each, of_bus));
    }
    return all;
}

}  // namespace xiaoan::supervision
