#include "console/permits/bus_rows.hpp"

#include "console/language/wording.hpp"
#include "console/rules/sentence.hpp"
#include "console/rules/wording.hpp"

#include <algorithm>
#include <compare>
#include <tuple>

namespace xiaoan::permits {

namespace {

using desk::Derived;

/// The finding that a row shows: the gravest that is no gap; null for a bus in order.
const rules::Finding* shown_finding(const Derived& derived, std::size_t bus)
{
    for (const auto& finding : derived.findings_of(bus))
        if (!finding.gap && finding.severity != rules::Severity::data) return &finding;
    return nullptr;
}

/// Days for sorting; what is not given comes last.
std::int64_t day(const data::DateCell& cell)
{
    return cell.has_date() ? cell.date().time_since_epoch().count() : std::int64_t{1} << 40;
}

const std::string& number(const Derived& derived, std::uint32_t bus)
{
    return derived.dossiers.bus(bus).registration_number;
}

/// The order of two rows by one column, before ties are broken.
std::strong_ordering compare(const Derived& derived, BusColumn by, std::uint32_t a, std::uint32_t b)
{
    const rules::Finding* first = shown_finding(derived, a);
    const rules::Finding* second = shown_finding(derived, b);
    const auto since = [](const rules::Finding* finding) { return finding != nullptr ? day(finding->since) : day({}); };
    const auto due = [](const rules::Finding* finding) { return finding != nullptr ? day(finding->due) : day({}); };
    switch (by) {
    case BusColumn::registration_number: return number(derived, a) <=> number(derived, b);
    case BusColumn::county: return derived.dossiers.bus(a).county <=> derived.dossiers.bus(b).county;
    case BusColumn::problem: {
        const auto grave = [&](std::uint32_t bus) { return static_cast<int>(derived.judgement.states[bus]); };
        return std::tuple{grave(a), since(first)} <=> std::tuple{grave(b), since(second)};
    }
    case BusColumn::since: return since(first) <=> since(second);
    case BusColumn::due: return due(first) <=> due(second);
    case BusColumn::department: {
        const auto acts = [](const rules::Finding* f) { return f != nullptr ? static_cast<int>(f->department) : 99; };
        return acts(first) <=> acts(second);
    }
    case BusColumn::run_by: return derived.dossiers.bus(a).run_by <=> derived.dossiers.bus(b).run_by;
    case BusColumn::supervision: {
        const auto deadline = [&](std::uint32_t bus) {
            return derived.open_cases[bus] != nullptr ? day(derived.open_cases[bus]->due_on) : day({}) + 1;
        };
        return deadline(a) <=> deadline(b);
    }
    }
    return std::strong_ordering::equal;
}

std::string supervision_text(const data::Case& open, data::Date as_of, language::Language language)
{
    const std::string state{language::tr(language, "case_state." + std::string{data::word(open.state)})};
    if (!open.due_on.has_date()) return state;
    const auto left = (open.due_on.date() - as_of).count();
    if (left < 0) return language::tr(language, "lasting.overdue", {std::to_string(-left)});
    return state + "  " +
           (left == 0 ? std::string{language::tr(language, "lasting.last_day")}
                      : language::tr(language, "lasting.left", {std::to_string(left)}));
}

}  // namespace

std::vector<std::uint32_t> bus_rows(const Derived& derived, const desk::BusFilter& filter, const BusOrder& order)
{
    auto rows = desk::shown_buses(derived, filter);
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (const auto ordering = compare(derived, order.by, a, b); ordering != 0)
            return order.descending ? ordering > 0 : ordering < 0;
        return number(derived, a) < number(derived, b);
    });
    return rows;
}

BusRowText bus_row_text(const Derived& derived, std::size_t bus, language::Language language)
{
    const data::Bus& record = derived.dossiers.bus(bus);
    const data::Operator* run_by = derived.dossiers.run_by(bus);
    BusRowText text;
    text.registration_number = language::shown_registration_number(record.registration_number);
    text.county = rules::county_name(*derived.snapshot, record.county, language);
    text.run_by = run_by != nullptr ? run_by->name : record.run_by;
    if (const rules::Finding* finding = shown_finding(derived, bus)) {
        text.problem = rules::title(language, *finding);
        const auto findings = derived.findings_of(bus);
        const auto more = std::count_if(findings.begin(), findings.end(),
                                        [](const rules::Finding& each) {
                                            return !each.gap && each.severity != rules::Severity::data;
                                        }) -
                          1;
        if (more > 0) text.problem += "  " + language::tr(language, "buses.more_problems", {std::to_string(more)});
        if (finding->since.has_date()) text.since = data::iso(finding->since.date());
        if (finding->due.has_date())
            text.due = data::iso(finding->due.date());
        else if (finding->severity == rules::Severity::stop)
            text.due = language::tr(language, "buses.at_once");
        text.department = language::tr(language, "department." + std::string{data::word(finding->department)});
    } else
        text.problem = language::tr(language, derived.judgement.states[bus] == rules::BusState::not_in_service
                                                  ? "state.not_in_service"
                                                  : "state.in_order");
    if (const data::Case* open = derived.open_cases[bus]) {
        text.supervision = supervision_text(*open, derived.as_of, language);
        text.overdue = open->due_on.has_date() && open->due_on.date() < derived.as_of;
    }
    return text;
}

}  // namespace xiaoan::permits
