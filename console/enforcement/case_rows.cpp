#include "console/enforcement/case_rows.hpp"

#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::enforcement {

namespace {

using data::CaseState;
using language::Language;
using language::tr;

bool shows(CaseChip chip, const CaseRow& row)
{
    switch (chip) {
    case CaseChip::all: return true;
    case CaseChip::overdue: return row.overdue_days > 0;
    case CaseChip::open: return row.opened->state == CaseState::open;
    case CaseChip::replied: return row.opened->state == CaseState::replied;
    case CaseChip::closed: break;
    }
    return row.opened->state == CaseState::closed;
}

/// What a column sorts by, as text; the deadline has an order of its own.
std::string sort_key(const data::Snapshot& snapshot, const data::Case& of, CaseColumn by)
{
    switch (by) {
    case CaseColumn::subject: return of.subject_key;
    case CaseColumn::county: {
        // In the order in which the city lists its counties.
        if (!snapshot.region) return std::to_string(of.county.value);
        const auto& counties = snapshot.region->counties;
        const auto at = std::ranges::find(counties, of.county, &data::County::adcode) - counties.begin();
        return std::string(1, static_cast<char>('A' + at % 26));
    }
    case CaseColumn::problems: return of.rules.empty() ? std::string{} : of.rules.front().rule;
    case CaseColumn::department: return of.department;
    case CaseColumn::opened_on: return data::iso(of.opened_on);
    case CaseColumn::state: return std::to_string(static_cast<int>(of.state));
    case CaseColumn::number:
    case CaseColumn::due_on: break;
    }
    return of.number;
}

void sort(std::vector<CaseRow>& rows, const data::Snapshot& snapshot, const CaseOrder& order)
{
    if (order.by != CaseColumn::due_on) {
        std::vector<std::pair<std::string, CaseRow>> keyed;
        for (const CaseRow& row : rows) keyed.emplace_back(sort_key(snapshot, *row.opened, order.by), row);
        std::ranges::stable_sort(keyed, {},
                                 [](const auto& each) { return std::tie(each.first, each.second.opened->number); });
        std::ranges::transform(keyed, rows.begin(), [](const auto& each) { return each.second; });
    }
    if (order.descending) std::ranges::reverse(rows);
}

}  // namespace

CaseRows case_rows(const data::Snapshot& snapshot, data::Date as_of, data::Adcode county, CaseChip chip,
                   const CaseOrder& order)
{
    CaseFilter filter;
    filter.county = county;
    CaseRows result;
    for (const CaseRow& row : case_list(snapshot, as_of, filter)) {
        for (std::size_t each = 0; each < case_chips; ++each)
            if (shows(static_cast<CaseChip>(each), row)) ++result.counts[each];
        if (shows(chip, row)) result.rows.push_back(row);
    }
    sort(result.rows, snapshot, order);
    return result;
}

std::string rule_title(std::string_view rule, Language language)
{
    const rules::Rule* known = rules::find_rule(rule);
    if (known == nullptr) return std::string{rule};
    const std::string title{tr(language, "rule." + std::string{known->id} + ".title")};
    return rule.ends_with('?') ? tr(language, "rule.gap", {title}) : title;
}

std::string time_left(const data::Case& opened, data::Date as_of, Language language)
{
    if (opened.state == CaseState::closed || !opened.due_on.has_date()) return {};
    const auto left = (opened.due_on.date() - as_of).count();
    if (left < 0) return tr(language, "lasting.overdue", {std::to_string(-left)});
    if (left == 0) return std::string{tr(language, "lasting.last_day")};
    return tr(language, "lasting.left", {std::to_string(left)});
}

CaseRowText case_row_text(const data::Snapshot& snapshot, const CaseRow& row, data::Date as_of, Language language)
{
    const data::Case& of = *row.opened;
    CaseRowText text{.number = of.number,
                     .subject = language::shown_registration_number(of.subject_key),
                     .county = rules::county_name(snapshot, of.county, language),
                     .problems = {},
                     .department = std::string{tr(language, "department." + of.department)},
                     .opened_on = data::iso(of.opened_on),
                     .due_on = of.due_on.has_date() ? data::iso(of.due_on.date()) : "—",
                     .state = std::string{tr(language, "case_state." + std::string{data::word(of.state)})},
                     .overdue = row.overdue_days > 0};
    for (const data::CaseRule& rule : of.rules)
        text.problems +=
            (text.problems.empty() ? "" : std::string{tr(language, "cases.and")}) + rule_title(rule.rule, language);
    if (of.rules.empty()) text.problems = tr(language, "cases.by_hand");
    if (const auto left = time_left(of, as_of, language); !left.empty()) text.due_on += "  " + left;
    return text;
}

}  // namespace xiaoan::enforcement
