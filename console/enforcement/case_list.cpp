#include "console/enforcement/case_list.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace xiaoan::enforcement {

namespace {

std::string_view without_gap_mark(std::string_view id)
{
    return id.ends_with('?') ? id.substr(0, id.size() - 1) : id;
}

/// 0 overdue, 1 in time, 2 closed.
int order(const CaseRow& row)
{
    if (row.opened->state == data::CaseState::closed) return 2;
    return row.overdue_days > 0 ? 0 : 1;
}

std::int64_t due(const CaseRow& row)
{
    const auto& date = row.opened->due_on;
    return date.has_date() ? date.date().time_since_epoch().count() : std::numeric_limits<std::int64_t>::max();
}

bool lets_through(const CaseFilter& filter, const data::Case& each)
{
    if (filter.state && each.state != *filter.state) return false;
    if (filter.only_unclosed && each.state == data::CaseState::closed) return false;
    if (filter.county.given() && each.county != filter.county) return false;
    return filter.subject_key.empty() || each.subject_key == filter.subject_key;
}

}  // namespace

std::vector<std::string> standing_rules(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of)
{
    const auto bus = dossiers.find(std::string_view{opened.subject_key});
    if (opened.subject_kind != "bus" || bus == dossiers.size()) return {};
    const auto findings = rules::judge_bus(dossiers, bus, as_of);
    std::vector<std::string> standing;
    for (const data::CaseRule& rule : opened.rules)
        if (std::ranges::any_of(findings, [&](const rules::Finding& finding) {
                return rules::rules()[finding.rule].id == without_gap_mark(rule.rule);
            }))
            standing.push_back(rule.rule);
    return standing;
}

bool finding_stands(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of)
{
    return !standing_rules(dossiers, opened, as_of).empty();
}

int overdue_days(const data::Case& opened, data::Date as_of)
{
    if (opened.state == data::CaseState::closed || !opened.due_on.has_date()) return 0;
    return std::max(0, static_cast<int>((as_of - opened.due_on.date()).count()));
}

std::vector<CaseRow> case_list(const data::Snapshot& snapshot, data::Date as_of, const CaseFilter& filter)
{
    std::vector<CaseRow> rows;
    for (const data::Case& each : snapshot.cases)
        if (lets_through(filter, each)) rows.push_back({&each, overdue_days(each, as_of)});
    std::ranges::sort(rows, [](const CaseRow& a, const CaseRow& b) {
        return std::tuple{order(a), due(a), std::string_view{a.opened->number}} <
               std::tuple{order(b), due(b), std::string_view{b.opened->number}};
    });
    return rows;
}

}  // namespace xiaoan::enforcement
