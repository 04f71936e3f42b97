#include "console/rules/driver_fitness_rules.hpp"

#include "console/rules/calendar.hpp"
#include "console/rules/days.hpp"
#include "console/rules/driver_check.hpp"
#include "console/rules/evidence.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::rules {

namespace {

using data::DateCell;
using data::Driver;
using data::Run;
using std::chrono::days;

/// 校车安全管理条例, article 23(1).
constexpr int driver_min_age = 25;
/// Article 23(3): no full 12 points within the last three scoring cycles, of which the running one is the last.
constexpr int clean_cycles = 3;
/// Article 23(5): no serious violation within the last year.
constexpr int clean_years = 1;
/// 机动车驾驶证申领和使用规定, article 90: the review is due within 30 days after each scoring cycle ends.
constexpr int review_days = 30;

/// What a rule says of one driver: nothing, a gap, or a fault since a day (not given: ever since he drives).
struct DriverVerdict {
    bool wrong = false;
    bool gap = false;
    DateCell since{};
    DateCell due{};
};
using JudgeDriver = DriverVerdict (*)(const BusOnDate& bus, const DriverFacts& driver);

/// The drivers of the day: of every current run, and the substitute filed for it. Someone whom the register does not
/// know cannot be judged.
template <JudgeDriver judge, Severity severity>
std::optional<Verdict> judge_drivers(const BusOnDate& bus)
{
    std::optional<Verdict> verdict;
    const auto take = [&](data::PersonRef person, const DriverFacts* driver, const DateCell& assigned) {
        if (!person.given()) return;
        const DriverVerdict found = driver == nullptr ? DriverVerdict{.gap = true} : judge(bus, *driver);
        if (found.wrong) {
            const DateCell since = later(assigned, found.since);
            if (verdict && !verdict->gap) {
                verdict->since = earlier(verdict->since, since);
                verdict->due = earlier(verdict->due, found.due);
            } else
                verdict = Verdict{.severity = severity, .since = since, .due = found.due};
        } else if (found.gap && !verdict)
            verdict = gap_in_the_data();
    };
    for (const auto& [run, driver] : bus.assignments) take(run->driver, driver, run->from_on);
    if (bus.substitution != nullptr && !bus.current_runs.empty())
        take(bus.substitution->driver, bus.dossiers.driver_facts(bus.substitution->driver), DateCell{bus.as_of});
    return verdict;
}

/// Evidence of the drivers of whom `judge` says what the finding says, and the first of them.
template <JudgeDriver judge, class... Members>
const DriverFacts* add_drivers(EvidenceList& list, const BusOnDate& bus, const Finding& finding,
                               Members Driver::*... members)
{
    const DriverFacts* first = nullptr;
    const auto concerns = [&](const DriverFacts* driver) {
        const DriverVerdict found = driver == nullptr ? DriverVerdict{.gap = true} : judge(bus, *driver);
        return finding.gap ? found.gap : found.wrong;
    };
    const auto add_driver = [&](const DriverFacts* driver) {
        if (driver == nullptr) {
            list.absent("driver");
            return;
        }
        list.add(bus.record(*driver), members...);
        if (first == nullptr) first = driver;
    };
    for (const RunFacts* run : bus.current_runs) {
        const DriverFacts* driver = bus.dossiers.driver_of(*run);
        if (!run->driver.given() || !concerns(driver)) continue;
        list.add(bus.record(*run), &Run::route, &Run::from_on, &Run::driver);
        add_driver(driver);
    }
    if (bus.substitution != nullptr && bus.substitution->driver.given())
        if (const auto* driver = bus.dossiers.driver_facts(bus.substitution->driver); concerns(driver)) {
            list.add(bus.record(*bus.substitution), &data::Substitution::date, &data::Substitution::substitute_driver);
            add_driver(driver);
        }
    return first;
}

// -- age -------------------------------------------------------------------------------------------------------------

/// The last day on which a driver is not too old.
data::Date last_day_by_age(const Params& params, data::Date born)
{
    if (params.age_mode == AgeMode::completed_year) return years_later(born, params.driver_max_age + 1) - days{1};
    return years_later(born, params.driver_max_age);
}

DriverVerdict judge_age_of(const BusOnDate& bus, const DriverFacts& driver)
{
    if (!driver.born_on.has_date()) return {.gap = true};
    const data::Date born = driver.born_on.date();
    const days age = bus.as_of - born;  // most are far from both ends: no calendar is asked for them
    if (days{driver_min_age * 366} <= age && age <= days{bus.params.driver_max_age * 365}) return {};
    if (bus.as_of < years_later(born, driver_min_age)) return {.wrong = true};
    const data::Date last = last_day_by_age(bus.params, born);
    if (bus.as_of <= last) return {};
    return {.wrong = true, .since = DateCell{last + days{1}}};
}

Explanation explain_age(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    const DriverFacts* first = add_drivers<judge_age_of>(list, bus, finding, &Driver::born_on);
    Explanation why{.evidence = list.take(), .text = "rule.DRIVER-AGE.gap"};
    if (finding.gap) return why;
    const data::Date born = first->born_on.date();
    const bool young = bus.as_of < years_later(born, driver_min_age);
    why.text = young ? "rule.DRIVER-AGE.young" : "rule.DRIVER-AGE.text";
    why.arguments = {data::iso(born), std::to_string(young ? driver_min_age : bus.params.driver_max_age)};
    return why;
}

// -- record ----------------------------------------------------------------------------------------------------------

/// Whether full 12 points of a day lie within the last three scoring cycles: from the beginning of the cycle before
/// the one before the running one. Cycles run from the first issue of the licence (记分管理办法, article 3).
std::optional<bool> within_clean_cycles(const DriverFacts& driver, data::Date on, data::Date as_of)
{
    if (driver.licensed_on.has_date()) {
        const auto began = last_anniversary(driver.licensed_on.date(), as_of).value_or(driver.licensed_on.date());
        return on >= years_later(began, 1 - clean_cycles);
    }
    // The running cycle began within the last year, on which day is not known.
    if (on >= years_later(as_of, 1 - clean_cycles)) return true;
    return on <= years_later(as_of, -clean_cycles) ? std::optional{false} : std::nullopt;
}

/// Whether an entry bars the driver on the date; empty where that cannot be told.
std::optional<bool> bars(const DriverFacts& driver, const HistoryEntry& entry, data::Date as_of)
{
    if (entry.on > as_of) return false;
    switch (entry.offence) {
    case Offence::points_12: return within_clean_cycles(driver, entry.on, as_of);
    case Offence::serious_violation: return entry.on >= years_later(as_of, -clean_years);
    case Offence::drink_driving:
    case Offence::serious_crash:
    case Offence::crime: break;
    }
    return true;
}

DriverVerdict judge_record_of(const BusOnDate& bus, const DriverFacts& driver)
{
    if (driver.history == DriverHistory::not_given) return {.gap = true};
    DriverVerdict verdict;
    if (driver.history == DriverHistory::clean) return verdict;
    const auto entries = history_entries(bus.record(driver).record);
    verdict.gap = entries.empty();
    for (const HistoryEntry& entry : entries) {
        const auto barred = bars(driver, entry, bus.as_of);
        if (!barred) verdict.gap = true;
        if (!barred || !*barred) continue;
        verdict.wrong = true;
        verdict.since = earlier(verdict.since, DateCell{entry.on});
    }
    return verdict;
}

Explanation explain_record(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    const DriverFacts* first = add_drivers<judge_record_of>(list, bus, finding, &Driver::record, &Driver::licensed_on);
    Explanation why{.evidence = list.take(), .text = "rule.DRIVER-RECORD.gap"};
    if (finding.gap) return why;
    const auto entries = history_entries(bus.record(*first).record);
    const auto barring = std::ranges::find_if(
        entries, [&](const HistoryEntry& entry) { return bars(*first, entry, bus.as_of).value_or(false); });
    static constexpr std::array endings{"points_12", "drink_driving", "serious_crash", "serious_violation", "crime"};
    why.text = std::string{"rule.DRIVER-RECORD."} + endings[static_cast<std::size_t>(barring->offence)];
    why.arguments = {data::iso(barring->on)};
    return why;
}

// -- review ----------------------------------------------------------------------------------------------------------

/// The review that belongs to the last anniversary of the licence: empty where it is done, or no cycle has ended yet.
struct MissingReview {
    bool gap = false;
    std::optional<data::Date> cycle_began{};
};

MissingReview missing_review(const DriverFacts& driver, data::Date as_of)
{
    if (!driver.licensed_on.has_date()) return {.gap = true};
    const auto anniversary = last_anniversary(driver.licensed_on.date(), as_of);
    if (!anniversary || (driver.last_review_on.has_date() && driver.last_review_on.date() >= *anniversary)) return {};
    if (driver.last_review_on.not_given()) return {.gap = true};
    return {.cycle_began = anniversary};
}

DriverVerdict judge_overdue_of(const BusOnDate& bus, const DriverFacts& driver)
{
    const auto missing = missing_review(driver, bus.as_of);
    if (!missing.cycle_began) return {.gap = missing.gap};
    const data::Date last = *missing.cycle_began + days{review_days};
    if (bus.as_of <= last) return {};
    return {.wrong = true, .since = DateCell{last + days{1}}};
}

DriverVerdict judge_due_of(const BusOnDate& bus, const DriverFacts& driver)
{
    const auto missing = missing_review(driver, bus.as_of);
    if (!missing.cycle_began) return {.gap = missing.gap};
    const data::Date last = *missing.cycle_began + days{review_days};
    if (bus.as_of > last) return {};
    return {.wrong = true, .since = DateCell{*missing.cycle_began}, .due = DateCell{last}};
}

template <JudgeDriver judge>
Explanation explain_review(const BusOnDate& bus, const Finding& finding, std::string_view rule)
{
    EvidenceList list(bus.dossiers.snapshot());
    const DriverFacts* first = add_drivers<judge>(list, bus, finding, &Driver::licensed_on, &Driver::last_review_on);
    Explanation why{.evidence = list.take(), .text = "rule." + std::string{rule}};
    why.text += finding.gap ? ".gap" : ".text";
    if (finding.gap) return why;
    // Of several drivers the one whose review is due first.
    const data::Date began = finding.due.has_date() ? finding.due.date() - days{review_days}
                                                    : *missing_review(*first, bus.as_of).cycle_began;
    why.arguments = {data::iso(began), data::iso(began + days{review_days})};
    return why;
}

Explanation explain_overdue(const BusOnDate& bus, const Finding& finding)
{
    return explain_review<judge_overdue_of>(bus, finding, "DRIVER-REVIEW-OVERDUE");
}

Explanation explain_due(const BusOnDate& bus, const Finding& finding)
{
    return explain_review<judge_due_of>(bus, finding, "DRIVER-REVIEW-DUE");
}

}  // namespace

std::span<const Rule> driver_fitness_rules()
{
    static constexpr std::array table{
        Rule{"DRIVER-AGE", Severity::stop, Department::police_traffic,
             "《校车安全管理条例》第二十三条第一项；《机动车驾驶证申领和使用规定》第九十二条",
             "School Bus Safety Regulations (Decree 617), art. 23(1); Driving Licence Provisions (Order 162), art. 92",
             Fix::law_with_number, judge_drivers<judge_age_of, Severity::stop>, explain_age},
        Rule{
            "DRIVER-RECORD", Severity::stop, Department::police_traffic,
            "《校车安全管理条例》第二十三条、第四十九条；《机动车驾驶证申领和使用规定》第九十二条",
            "School Bus Safety Regulations (Decree 617), arts. 23, 49; Driving Licence Provisions (Order 162), art. 92",
            Fix::law, judge_drivers<judge_record_of, Severity::stop>, explain_record},
        Rule{"DRIVER-REVIEW-OVERDUE", Severity::stop, Department::police_traffic,
             "《校车安全管理条例》第二十六条；《机动车驾驶证申领和使用规定》第九十条",
             "School Bus Safety Regulations (Decree 617), art. 26; Driving Licence Provisions (Order 162), art. 90",
             Fix::law_with_number, judge_drivers<judge_overdue_of, Severity::stop>, explain_overdue},
        Rule{"DRIVER-REVIEW-DUE", Severity::notice, Department::bus_operator, "《机动车驾驶证申领和使用规定》第九十条",
             "Driving Licence Provisions (Order 162), art. 90", Fix::law, judge_drivers<judge_due_of, Severity::notice>,
             explain_due},
    };
    return table;
}

}  // namespace xiaoan::rules
