#include "console/supervision/case_standing.hpp"

#include "console/supervision/case_on.hpp"
#include "console/water/gap_rules.hpp"
#include "data/register/check_evidence.hpp"

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

/// What the rules say of one bus on the date, and whether a joint check verified the case.
struct Said {
    std::span<const rules::Finding> counts{};
    std::span<const rules::Finding> silenced{};
    std::optional<data::Date> checked{};
};

Standing standing_among(const data::CaseRule& rule, const Said& said)
{
    if (is_withdrawn(rule)) return Standing::withdrawn;
    if (seen_at_a_check(rule) || is_of_strangers(rule)) return said.checked ? Standing::gone : Standing::stands;
    const auto same = [&](const rules::Finding& finding) {
        return rules::rules()[finding.rule].id == without_gap_mark(rule.rule);
    };
    const auto begun_later = [&](const rules::Finding& finding) {
        return finding.since.has_date() && finding.since.date() > *said.checked;
    };
    for (const auto& [findings, standing] :
         {std::pair{said.counts, Standing::stands}, {said.silenced, Standing::set_aside}})
        if (const auto found = std::ranges::find_if(findings, same); found != findings.end())
            return said.checked && !begun_later(*found) ? Standing::checked : standing;
    return Standing::gone;
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

/// How a rule on waters stands: broken by what is missing or what nobody has verified, or set aside.
Standing standing_at(const data::Water* water, const data::CaseRule& rule, const water::GapBasis& basis)
{
    if (water == nullptr) return Standing::left;
    const water::GapRule* known = water::find_gap_rule(rule.rule);
    for (const water::Lack& lack : water::lacks_of(*water, basis))
        if (lack.rule == known) return lack.waiver == nullptr ? Standing::stands : Standing::set_aside;
    return Standing::gone;
}

template <class One>
std::vector<Standing> each_rule(const data::Case& of, const One& one)
{
    std::vector<Standing> all(of.rules.size());
    std::ranges::transform(of.rules, all.begin(), one);
    return all;
}

/// Of a case about a bus or about a vehicle in no register; `bus` past the last where the register has none.
std::vector<Standing> standings_among(const rules::Dossiers& dossiers, std::size_t bus, const data::Case& of,
                                      const Said& said)
{
    const bool left = of.subject_kind != subject_of_strangers && bus == dossiers.size();
    return each_rule(of,
                     [&](const data::CaseRule& rule) { return left ? Standing::left : standing_among(rule, said); });
}

std::size_t bus_of(const rules::Dossiers& dossiers, const data::Case& of)
{
    return of.subject_kind == "bus" ? dossiers.find(std::string_view{of.subject_key}) : dossiers.size();
}

}  // namespace

Standing standing_of(const data::Case& opened, std::span<const Standing> rules)
{
    if (!rules.empty()) return std::ranges::min(rules);  // the enumeration is in the order of gravity
    return is_withdrawn(opened) ? Standing::withdrawn : Standing::by_hand;
}

std::vector<Standing> rule_standings(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of)
{
    if (is_on_gaps(opened)) {
        const data::Water* water = find_water(dossiers.snapshot(), opened.subject_key);
        const auto basis = water::gap_basis(dossiers.judging(), as_of);
        return each_rule(opened, [&](const data::CaseRule& rule) { return standing_at(water, rule, basis); });
    }
    const auto bus = bus_of(dossiers, opened);
    const bool known = bus != dossiers.size();
    const auto counts = known ? rules::judge_bus(dossiers, bus, as_of) : std::vector<rules::Finding>{};
    const auto silenced = known ? rules::silenced_of(dossiers, bus, as_of) : std::vector<rules::Finding>{};
    return standings_among(dossiers, bus, opened, {counts, silenced, checked_on(opened, as_of)});
}

std::vector<std::string> standing_rules(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of)
{
    const auto standings = rule_standings(dossiers, opened, as_of);
    std::vector<std::string> standing;
    for (std::size_t i = 0; i < standings.size(); ++i)
        if (standings[i] == Standing::stands) standing.push_back(opened.rules[i].rule);
    return standing;
}

Standing standing_of(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of)
{
    return standing_of(opened, rule_standings(dossiers, opened, as_of));
}

std::string_view obstacle_to_verifying(Standing standing)
{
    switch (standing) {
    case Standing::stands:
    case Standing::checked: return "finding_stands_still";
    case Standing::set_aside: return "finding_set_aside";
    case Standing::left: return "subject_left";
    case Standing::withdrawn: return "facts_withdrawn";
    default: return {};
    }
}

std::string_view obstacle_to_closing(Standing standing)
{
    switch (standing) {
    case Standing::stands: return "finding_stands";
    case Standing::checked: return "closing_checked";
    case Standing::set_aside: return "closing_set_aside";
    case Standing::left: return "closing_left";
    case Standing::withdrawn: return "facts_withdrawn";
    default: return {};
    }
}

bool is_withdrawn(const data::CaseRule& rule)
{
    return rule.evidence.find(data::withdrawn_mark) != std::string::npos;
}

bool is_withdrawn(const data::Case& of)
{
    const auto rule_is = [](const data::CaseRule& rule) { return is_withdrawn(rule); };
    if (!of.rules.empty()) return std::ranges::all_of(of.rules, rule_is);
    bool withdrawn = false;
    for (const data::CaseEvent& event : of.events) {
        const auto step = data::value_of_word<data::CaseStep>(event.what);
        if (step == data::CaseStep::reopened) withdrawn = false;
        if (step == data::CaseStep::noted && !event.document.empty()) withdrawn = event.stands == data::Answer::no;
    }
    return withdrawn;
}

std::optional<data::Date> checked_on(const data::Case& of, data::Date as_of)
{
    std::optional<data::Date> found;
    for (const data::CaseEvent& event : of.events) {
        const auto on = data::day_of(event);
        if (on > as_of) continue;
        const auto step = data::value_of_word<data::CaseStep>(event.what);
        if (begins_anew(event)) found.reset();
        if (step != data::CaseStep::verified) continue;
        found = event.document.empty() ? std::nullopt : std::optional{on};
    }
    return found;
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
    // Findings come in the order of the buses, whose ids ascend.
    const auto of_bus = [&](const std::vector<rules::Finding>& findings, std::size_t bus) {
        return bus == dossiers.size() ? std::span<const rules::Finding>{}
                                      : std::span<const rules::Finding>{std::ranges::equal_range(
                                            findings, dossiers.bus(bus).id, {}, &rules::Finding::bus)};
    };
    for (const data::Case& each : cases) {
        if (is_on_gaps(each)) {
            const auto found = waters.find(each.subject_key);
            const data::Water* water = found != waters.end() ? found->second : nullptr;
            all.push_back(standing_of(
                each, each_rule(each, [&](const data::CaseRule& rule) { return standing_at(water, rule, basis); })));
            continue;
        }
        const auto bus = each.rules.empty() ? dossiers.size() : bus_of(dossiers, each);
        all.push_back(
            standing_of(each, standings_among(dossiers, bus, each,
                                              {of_bus(judgement.findings, bus), of_bus(judgement.silenced, bus),
                                               checked_on(each, judgement.as_of)})));
    }
    return all;
}

}  // namespace xiaoan::supervision
