#include "console/enforcement/case_rows.hpp"

#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::enforcement {

namespace {

using language::Language;
using language::tr;
using supervision::CaseFilter;
using supervision::NextStep;
using supervision::Standing;
using supervision::Waiting;

CaseFilter filter_of(CaseChip chip, data::Date as_of)
{
    CaseFilter filter;
    filter.only_unclosed = chip != CaseChip::all && chip != CaseChip::ended;
    filter.only_overdue = chip == CaseChip::overdue;
    if (chip == CaseChip::week) filter.due = supervision::rest_of_week(as_of);
    if (chip == CaseChip::bureau) filter.waiting = Waiting::bureau;
    if (chip == CaseChip::department) filter.waiting = Waiting::department;
    if (chip == CaseChip::ended) filter.waiting = Waiting::nobody;
    return filter;
}

/// Where a county stands in the city's list.
std::size_t place_of(const data::Snapshot& snapshot, data::Adcode county)
{
    if (!snapshot.region) return county.value;
    const auto& counties = snapshot.region->counties;
    return static_cast<std::size_t>(std::ranges::find(counties, county, &data::County::adcode) - counties.begin());
}

/// What a column sorts by: a number, then a text; the deadline has an order of its own.
std::pair<std::size_t, std::string_view> sort_key(const data::Snapshot& snapshot, const CaseRow& row, CaseColumn by)
{
    const data::Case& of = *row.opened;
    switch (by) {
    case CaseColumn::subject: return {0, of.subject_key};
    case CaseColumn::county: return {place_of(snapshot, of.county), {}};
    case CaseColumn::problems: return {0, of.rules.empty() ? std::string_view{of.matter} : of.rules.front().rule};
    case CaseColumn::department: return {0, of.department};
    case CaseColumn::opened_on: return {static_cast<std::size_t>(of.opened_on.time_since_epoch().count()), {}};
    case CaseColumn::next: return {static_cast<std::size_t>(row.next), {}};
    case CaseColumn::state: return {static_cast<std::size_t>(of.state), {}};
    case CaseColumn::number:
    case CaseColumn::due_on: break;
    }
    return {0, of.number};
}

void sort(std::vector<CaseRow>& rows, const data::Snapshot& snapshot, const CaseOrder& order)
{
    if (order.by != CaseColumn::due_on) {
        struct Keyed {
            std::pair<std::size_t, std::string_view> key;
            CaseRow row;
        };
        std::vector<Keyed> keyed;
        keyed.reserve(rows.size());
        for (const CaseRow& row : rows) keyed.push_back({sort_key(snapshot, row, order.by), row});
        std::ranges::sort(keyed, [](const Keyed& a, const Keyed& b) {
            return std::tie(a.key, a.row.opened->number) < std::tie(b.key, b.row.opened->number);
        });
        std::ranges::transform(keyed, rows.begin(), &Keyed::row);
    }
    if (order.descending) std::ranges::reverse(rows);
}

}  // namespace

CaseRows case_rows(const data::Snapshot& snapshot, std::span<const CaseRow> all, data::Date as_of, const CaseWish& wish)
{
    std::array<CaseFilter, case_chips> chips;
    for (std::size_t i = 0; i < case_chips; ++i) {
        chips[i] = filter_of(static_cast<CaseChip>(i), as_of);
        chips[i].county = wish.county;
        chips[i].department = wish.department;
    }
    CaseRows result;
    for (const CaseRow& row : all)
        for (std::size_t i = 0; i < case_chips; ++i)
            if (supervision::lets_through(chips[i], row)) ++result.counts[i];
    CaseFilter shown = chips[static_cast<std::size_t>(wish.chip)];
    if (wish.due) shown.due = std::pair{*wish.due, *wish.due};
    result.rows = supervision::case_list(all, shown);
    sort(result.rows, snapshot, wish.order);
    return result;
}

std::string rule_title(std::string_view rule, Language language)
{
    const rules::Rule* known = rules::find_rule(rule);
    if (known == nullptr) {  // what only a joint check can find
        const std::string key = "rule." + std::string{rule} + ".title";
        return language::has(key) ? std::string{tr(language, key)} : std::string{rule};
    }
    const std::string title{tr(language, "rule." + std::string{known->id} + ".title")};
    return rule.ends_with('?') ? tr(language, "rule.gap", {title}) : title;
}

std::string time_left(const data::Case& opened, data::Date as_of, Language language)
{
    if (has_ended(opened.state) || !opened.due_on.has_date()) return {};
    const auto left = (opened.due_on.date() - as_of).count();
    if (left < 0) return tr(language, "lasting.overdue", {std::to_string(-left)});
    if (left == 0) return std::string{tr(language, "lasting.last_day")};
    return tr(language, "lasting.left", {std::to_string(left)});
}

std::string subject_text(const data::Snapshot& snapshot, const data::Case& of, Language language)
{
    if (of.subject_kind == "bus" || of.subject_kind == supervision::subject_of_strangers)
        return language::shown_registration_number(of.subject_key);
    if (of.subject_kind == "matter") return std::string{tr(language, "cases.matter")};
    const auto named = [&]<class Record>(const data::Table<Record>& table) {
        for (const Record& each : table) {
            if (each.name.empty()) continue;  // then its key says more
            if constexpr (requires { each.uscc; }) {
                if (each.uscc == of.subject_key) return each.name;
            } else if (each.code == of.subject_key)
                return each.name;
        }
        return of.subject_key;
    };
    if (of.subject_kind == "school") return named(snapshot.all<data::School>());
    if (of.subject_kind == "water") return named(snapshot.all<data::Water>());
    if (of.subject_kind == "operator") return named(snapshot.all<data::Operator>());
    return of.subject_key;
}

std::string next_text(const CaseRow& row, Language language)
{
    const std::string step{data::word(row.next)};
    if (row.next == NextStep::none) return "—";
    if (row.next == NextStep::wait)
        return tr(language, "case_next.wait", {std::string{tr(language, "department." + row.opened->department)}});
    if (row.next == NextStep::verify && row.standing == Standing::gone)
        return std::string{tr(language, "case_next.verify.gone")};
    if (row.next == NextStep::close && row.standing == Standing::left)
        return std::string{tr(language, "case_next.close.left")};
    if (row.next == NextStep::close && row.standing == Standing::withdrawn)
        return std::string{tr(language, "case_next.close.withdrawn")};
    return std::string{tr(language, "case_next." + step)};
}

CaseRowText case_row_text(const data::Snapshot& snapshot, const CaseRow& row, data::Date as_of, Language language)
{
    const data::Case& of = *row.opened;
    CaseRowText text{.number = of.number,
                     .subject = subject_text(snapshot, of, language),
                     .county = rules::county_name(snapshot, of.county, language),
                     .problems = {},
                     .department = std::string{tr(language, "department." + of.department)},
                     .due_on = of.due_on.has_date() ? data::iso(of.due_on.date()) : "—",
                     .next = next_text(row, language),
                     .state = std::string{tr(language, "case_state." + std::string{data::word(of.state)})},
                     .opened_on = data::iso(of.opened_on),
                     .overdue = row.overdue_days > 0};
    for (const data::CaseRule& rule : of.rules)
        text.problems +=
            (text.problems.empty() ? "" : std::string{tr(language, "cases.and")}) + rule_title(rule.rule, language);
    if (of.rules.empty()) text.problems = of.matter.empty() ? std::string{tr(language, "cases.by_hand")} : of.matter;
    if (const auto left = time_left(of, as_of, language); !left.empty()) text.due_on += "  " + left;
    return text;
}

}  // namespace xiaoan::enforcement
