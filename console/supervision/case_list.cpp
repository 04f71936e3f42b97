#include "console/supervision/case_list.hpp"

#include "console/supervision/case_on.hpp"
#include "data/register/case_life.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace xiaoan::supervision {

namespace {

/// 0 overdue, 1 in time, 2 ended.
int order(const CaseRow& row)
{
    if (has_ended(row.opened->state)) return 2;
    return row.overdue_days > 0 ? 0 : 1;
}

std::int64_t due(const CaseRow& row)
{
    const auto& date = row.opened->due_on;
    return date.has_date() ? date.date().time_since_epoch().count() : std::numeric_limits<std::int64_t>::max();
}

bool is_due_within(const data::Case& of, const std::pair<data::Date, data::Date>& days)
{
    return !has_ended(of.state) && of.due_on.has_date() && of.due_on.date() >= days.first &&
           of.due_on.date() <= days.second;
}

}  // namespace

CaseRow case_row(const data::Case& of, Standing standing, data::Date as_of, const CaseHabits& habits)
{
    return {.opened = &of,
            .overdue_days = data::overdue_days(of, as_of),
            .standing = standing,
            .next = next_step(of, standing, as_of, habits)};
}

bool lets_through(const CaseFilter& filter, const CaseRow& row)
{
    const data::Case& of = *row.opened;
    if (filter.state && of.state != *filter.state) return false;
    if (filter.only_unclosed && has_ended(of.state)) return false;
    if (filter.only_overdue && row.overdue_days == 0) return false;
    if (filter.county.given() && of.county != filter.county) return false;
    if (!filter.department.empty() && of.department != filter.department) return false;
    if (filter.due && !is_due_within(of, *filter.due)) return false;
    if (filter.waiting && waiting_for(row.next) != *filter.waiting) return false;
    if (filter.next && row.next != *filter.next) return false;
    return filter.subject_key.empty() || of.subject_key == filter.subject_key;
}

std::vector<CaseRow> all_cases(const rules::Dossiers& dossiers, const rules::Judgement& judgement,
                               const CaseHabits& habits)
{
    const auto& cases = dossiers.snapshot().cases;
    const auto standing = standings(dossiers, judgement);
    std::vector<CaseRow> rows;
    rows.reserve(cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (cases[i].opened_on > judgement.as_of) continue;
        if (!has_changed_since(cases[i], judgement.as_of)) {
            rows.push_back(case_row(cases[i], standing[i], judgement.as_of, habits));
            continue;
        }
        auto then = std::make_shared<const data::Case>(*case_on(cases[i], judgement.as_of));
        rows.push_back(case_row(*then, standing_of(dossiers, *then, judgement.as_of), judgement.as_of, habits));
        rows.back().then = std::move(then);
    }
    return rows;
}

std::vector<CaseRow> case_list(std::span<const CaseRow> all, const CaseFilter& filter)
{
    std::vector<CaseRow> rows;
    for (const CaseRow& row : all)
        if (lets_through(filter, row)) rows.push_back(row);
    std::ranges::sort(rows, [](const CaseRow& a, const CaseRow& b) {
        return std::tuple{order(a), due(a), std::string_view{a.opened->number}} <
               std::tuple{order(b), due(b), std::string_view{b.opened->number}};
    });
    return rows;
}

std::pair<data::Date, data::Date> rest_of_week(data::Date as_of)
{
    const auto weekday = std::chrono::weekday{as_of}.iso_encoding();
    return {as_of, as_of + std::chrono::days{7 - static_cast<int>(weekday)}};
}

}  // namespace xiaoan::supervision
