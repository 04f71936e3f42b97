#include "console/rules/judge.hpp"

#include <algorithm>
#include <limits>

namespace xiaoan::rules {

namespace {

/// A finding with what it is sorted by.
struct Row {
    Finding finding;
    std::string_view registration_number;

    [[nodiscard]] std::int64_t since() const
    {
        const auto& date = finding.since;
        return date.has_date() ? date.date().time_since_epoch().count() : std::numeric_limits<std::int64_t>::max();
    }
};

bool comes_first(const Row& a, const Row& b)
{
    if (a.finding.severity != b.finding.severity) return a.finding.severity < b.finding.severity;
    if (a.since() != b.since()) return a.since() < b.since();
    if (const auto order = a.registration_number <=> b.registration_number; order != 0) return order < 0;
    return a.finding.rule < b.finding.rule;
}

bool lets_through(const FindingFilter& filter, const Finding& finding)
{
    if (filter.severity && finding.severity != *filter.severity) return false;
    if (filter.rule.empty()) return true;
    const std::string_view wanted = filter.rule;
    return finding.gap == wanted.ends_with('?') &&
           rules()[finding.rule].id == (finding.gap ? wanted.substr(0, wanted.size() - 1) : wanted);
}

/// `all` are in the order of the buses.
std::vector<Finding> those_of(const Dossiers& dossiers, std::span<const Finding> all, const FindingFilter& filter)
{
    std::vector<Row> rows;
    std::size_t at = 0;
    for (const Finding& finding : all) {
        while (dossiers.bus(at).id != finding.bus) ++at;
        const data::Bus& bus = dossiers.bus(at);
        if (filter.county.given() && bus.county != filter.county) continue;
        if (lets_through(filter, finding)) rows.push_back({finding, bus.registration_number});
    }
    std::ranges::sort(rows, comes_first);
    std::vector<Finding> findings;
    findings.reserve(rows.size());
    for (const Row& row : rows) findings.push_back(row.finding);
    return findings;
}

}  // namespace

std::vector<Finding> filtered(const Dossiers& dossiers, const Judgement& judgement, const FindingFilter& filter)
{
    return those_of(dossiers, judgement.findings, filter);
}

std::vector<Finding> filtered_silenced(const Dossiers& dossiers, const Judgement& judgement,
                                       const FindingFilter& filter)
{
    return those_of(dossiers, judgement.silenced, filter);
}

std::size_t looked_at(const Dossiers& dossiers, data::Adcode county)
{
    if (!county.given()) return dossiers.size();
    std::size_t count = 0;
    for (std::size_t i = 0; i < dossiers.size(); ++i)
        if (dossiers.bus(i).county == county) ++count;
    return count;
}

std::vector<RuleCount> counts(std::span<const Finding> findings)
{
    std::vector<std::size_t> by_rule(rules().size() * 2);
    for (const Finding& finding : findings) ++by_rule[finding.rule * 2U + (finding.gap ? 1U : 0U)];
    std::vector<RuleCount> result;
    for (std::size_t i = 0; i < by_rule.size(); ++i)
        if (by_rule[i] > 0) result.push_back({std::string{rules()[i / 2].id} + (i % 2 == 1 ? "?" : ""), by_rule[i]});
    return result;
}

}  // namespace xiaoan::rules
