#include "console/judging/rule_rows.hpp"

#include "console/language/wording.hpp"
#include "console/water/gap_rules.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

namespace xiaoan::judging {

namespace {

using language::tr;

/// Of findings in the order of the buses.
template <class Count>
void for_each_of_county(const desk::Derived& derived, std::span<const rules::Finding> findings, data::Adcode county,
                        Count count)
{
    std::size_t bus = 0;
    for (const rules::Finding& finding : findings) {
        while (derived.dossiers.bus(bus).id != finding.bus) ++bus;
        if (!county.given() || derived.dossiers.bus(bus).county == county) count(finding);
    }
}

data::Adcode county_of(const desk::Derived& derived, const data::Silencing& silencing)
{
    if (water::find_gap_rule(silencing.rule) != nullptr) {
        const auto& waters = derived.snapshot->all<data::Water>();
        const auto water = std::ranges::find(waters, silencing.registration_number, &data::Water::code);
        return water != waters.end() ? (*water).county : data::Adcode{};
    }
    const auto bus = derived.dossiers.find(std::string_view{silencing.registration_number});
    return bus < derived.dossiers.size() ? derived.dossiers.bus(bus).county : data::Adcode{};
}

std::string say(language::Language language, std::string_view key)
{
    return std::string{tr(language, key)};
}

}  // namespace

std::vector<RuleRow> rule_rows(const desk::Derived& derived, data::Adcode county)
{
    std::vector<RuleRow> rows;
    for (const rules::Rule& rule : rules::rules()) rows.push_back({&rule});
    for_each_of_county(derived, derived.judgement.findings, county, [&](const rules::Finding& finding) {
        ++(finding.gap ? rows[finding.rule].gaps : rows[finding.rule].findings);
    });
    for_each_of_county(derived, derived.judgement.silenced, county,
                       [&](const rules::Finding& finding) { ++rows[finding.rule].silenced; });
    return rows;
}

RuleText rule_text(const rules::Rule& rule, language::Language language)
{
    constexpr std::array fixes{"fix.law", "fix.law_with_number", "fix.habit"};
    const std::string key = "rule." + std::string{rule.id};
    return {say(language, key + ".title"),
            say(language, key + ".condition"),
            say(language, "severity." + std::string{data::word(rule.severity)}),
            say(language, "department." + std::string{data::word(rule.department)}),
            std::string{language == language::Language::zh ? rule.basis_zh : rule.basis_en},
            say(language, fixes[static_cast<std::size_t>(rule.fix)])};
}

std::vector<SilencingRow> silencing_rows(const desk::Derived& derived, data::Adcode county)
{
    std::vector<SilencingRow> rows;
    for (const data::Silencing& each : derived.dossiers.judging().silencings) {
        const auto of = county_of(derived, each);
        if (county.given() && of != county) continue;
        const SilencingState state = each.until_on < derived.as_of  ? SilencingState::over
                                     : each.from_on > derived.as_of ? SilencingState::to_come
                                                                    : SilencingState::in_force;
        rows.push_back({&each, state, of});
    }
    std::ranges::sort(rows, {}, [](const SilencingRow& row) {
        const auto until = row.silencing->until_on.time_since_epoch().count();
        return std::tuple{row.state, row.state == SilencingState::over ? -until : until, row.silencing->id};
    });
    return rows;
}

std::string shown_subject(std::string_view key, std::string_view rule)
{
    return water::find_gap_rule(rule) != nullptr ? std::string{key} : language::shown_registration_number(key);
}

std::string silenced_rule(const data::Silencing& silencing, language::Language language)
{
    if (silencing.rule.empty()) return say(language, "silencing.all_findings");
    const bool gap = silencing.rule.ends_with('?');
    const std::string title =
        say(language, "rule." + silencing.rule.substr(0, silencing.rule.size() - (gap ? 1 : 0)) + ".title");
    return gap ? tr(language, "rule.gap", {title}) : title;
}

}  // namespace xiaoan::judging
