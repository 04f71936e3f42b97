#include "console/desk/bus_filter.hpp"

#include <algorithm>

namespace xiaoan::desk {

namespace {

/// Everything the filter asks but the state.
bool passes_but_state(const Derived& derived, const BusFilter& filter, std::size_t bus)
{
    const data::Bus& record = derived.dossiers.bus(bus);
    if (filter.county.given() && record.county != filter.county) return false;
    if (filter.plate && derived.plates[bus] != *filter.plate) return false;
    if (!filter.rule.empty()) {
        const auto findings = derived.findings_of(bus);
        const bool has = std::any_of(findings.begin(), findings.end(), [&](const rules::Finding& finding) {
            return !finding.gap && rules::rules()[finding.rule].id == filter.rule;
        });
        if (!has) return false;
    }
    return true;
}

}  // namespace

std::optional<std::size_t> legend_row(rules::BusState state)
{
    switch (state) {
    case rules::BusState::stop: return 0;
    case rules::BusState::rectify: return 1;
    case rules::BusState::notice: return 2;
    case rules::BusState::in_order: return 3;
    case rules::BusState::not_in_service: break;
    }
    return std::nullopt;
}

std::vector<std::uint32_t> shown_buses(const Derived& derived, const BusFilter& filter)
{
    const bool all_states = std::all_of(filter.states.begin(), filter.states.end(), [](bool on) { return on; });
    std::vector<std::uint32_t> shown;
    for (std::size_t bus = 0; bus < derived.dossiers.size(); ++bus) {
        const auto row = legend_row(derived.judgement.states[bus]);
        if (row ? !filter.states[*row] : !all_states) continue;
        if (filter.only_in_case && derived.open_cases[bus] == nullptr) continue;
        if (passes_but_state(derived, filter, bus)) shown.push_back(static_cast<std::uint32_t>(bus));
    }
    return shown;
}

LegendCounts legend_counts(const Derived& derived, const BusFilter& filter)
{
    LegendCounts counts;
    for (std::size_t bus = 0; bus < derived.dossiers.size(); ++bus) {
        if (!passes_but_state(derived, filter, bus)) continue;
        ++counts.looked_at;
        if (derived.open_cases[bus] != nullptr) ++counts.in_case;
        const auto row = legend_row(derived.judgement.states[bus]);
        if (row && (!filter.only_in_case || derived.open_cases[bus] != nullptr)) ++counts.buses[*row];
    }
    return counts;
}

}  // namespace xiaoan::desk
