#include "console/rules/driver_rules.hpp"

#include "console/rules/driver_check.hpp"
#include "console/rules/evidence.hpp"
#include "console/rules/permit_state.hpp"
#include "console/rules/unbroken.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace xiaoan::rules {

namespace {

using data::DateCell;
using data::Driver;
using data::Run;

DateCell earlier(const DateCell& first, const DateCell& other)
{
    if (!first.has_date() || !other.has_date()) return first.has_date() ? first : other;
    return DateCell{std::min(first.date(), other.date())};
}

std::optional<Verdict> judge_unqualified(const BusOnDate& bus)
{
    std::optional<Verdict> verdict;
    const auto take = [&](const DriverCheck& check) {
        if (check.fault == DriverFault::none) return;
        if (is_gap(check.fault)) {
            if (!verdict) verdict = gap_in_the_data();
        } else if (!verdict || verdict->gap)
            verdict = Verdict{.severity = Severity::stop, .since = check.since};
        else
            verdict->since = earlier(verdict->since, check.since);
    };
    for (const Run* run : bus.current_runs) take(check_driver(bus, *run));
    take(check_substitute(bus));
    return verdict;
}

/// The sentence for one fault, with its places.
void say(Explanation& why, const DriverCheck& check, const BusOnDate& bus)
{
    const auto set = [&](std::string_view ending, std::vector<std::string> arguments = {}) {
        why.text = "rule.DRIVER-UNQUALIFIED." + std::string{ending};
        why.arguments = std::move(arguments);
    };
    const auto seats = bus.dossier.bus->seats ? std::to_string(*bus.dossier.bus->seats) : std::string{};
    switch (check.fault) {
    case DriverFault::none: break;
    case DriverFault::no_qualification: set("text"); break;
    case DriverFault::qualified_later: set("later", {data::iso(check.driver->qualified_on.date())}); break;
    case DriverFault::withdrawn: set("withdrawn", {data::iso(check.driver->withdrawn_on.date())}); break;
    case DriverFault::licence_expired: set("licence", {data::iso(check.driver->licence_until.date())}); break;
    case DriverFault::class_too_low: set("class", {check.driver->licence_class, seats}); break;
    case DriverFault::not_in_register: set("unknown"); break;
    case DriverFault::not_given: set("gap"); break;
    case DriverFault::police_must_say: set("c2", {check.driver->licence_class, seats}); break;
    }
}

Explanation explain_unqualified(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    Explanation why;
    const auto add_driver = [&](const DriverCheck& check) {
        if (why.text.empty() && is_gap(check.fault) == finding.gap) say(why, check, bus);
        if (check.driver == nullptr)
            list.absent("driver");
        else
            list.add(*check.driver, &Driver::qualified_on, &Driver::withdrawn_on, &Driver::licence_until,
                     &Driver::licence_class);
    };
    for (const Run* run : bus.current_runs) {
        const auto check = check_driver(bus, *run);
        if (check.fault == DriverFault::none) continue;
        list.add(*run, &Run::route, &Run::from_on, &Run::driver);
        add_driver(check);
    }
    if (const auto check = check_substitute(bus); check.fault != DriverFault::none) {
        list.add(*bus.substitution, &data::Substitution::date, &data::Substitution::substitute_driver);
        add_driver(check);
    }
    list.add(*bus.dossier.bus, &data::Bus::seats);
    why.evidence = list.take();
    return why;
}

/// The paper that names the driver: the plate held, or without one the permit in force.
struct NamedOn {
    const data::Plate* plate = nullptr;
    const data::Permit* permit = nullptr;
    [[nodiscard]] bool is_empty() const { return plate == nullptr && permit == nullptr; }
    [[nodiscard]] data::PersonRef driver() const { return plate != nullptr ? plate->driver : permit->driver; }
};

NamedOn named_on(const data::Plate* plate_held, const data::Permit* permit_in_force)
{
    if (plate_held != nullptr) return {plate_held, nullptr};
    return {nullptr, permit_in_force};
}

/// Since when the run's driver is another than the papers of the day named; a paper that follows with the same wrong
/// name changes nothing.
DateCell mismatch_since(const BusOnDate& bus, const Run& run)
{
    const auto since = unbroken_since(bus.as_of, paper_changes(bus.dossier), [&](data::Date day) {
        const Papers then = papers_on(bus.dossier, day);
        const auto paper = named_on(then.plate_held, then.permit_in_force);
        return !paper.is_empty() && paper.driver().given() && paper.driver() != run.driver;
    });
    if (!since.has_date() || !run.from_on.has_date()) return since;
    return DateCell{std::max(since.date(), run.from_on.date())};
}

/// Whether something else than a licence number (a name) stands for the driver: then nobody can tell who is meant.
bool is_no_number(const BusOnDate& bus, data::PersonRef person)
{
    if (bus.dossiers.driver(person) != nullptr) return false;
    const auto text = bus.dossiers.snapshot().people->text(person);
    return text && !std::ranges::all_of(*text, [](unsigned char c) { return c < 0x80 && std::isalnum(c) != 0; });
}

std::optional<Verdict> judge_mismatch(const BusOnDate& bus)
{
    const auto paper = named_on(bus.plate_held, bus.permit_in_force);
    if (paper.is_empty() || bus.substitution != nullptr) return std::nullopt;
    std::optional<Verdict> verdict;
    for (const Run* run : bus.current_runs) {
        if (!run->driver.given() || run->driver == paper.driver()) continue;
        if (!paper.driver().given() || is_no_number(bus, run->driver) || is_no_number(bus, paper.driver()))
            return gap_in_the_data();
        const auto fault = check_driver(bus, *run).fault;
        const auto since = mismatch_since(bus, *run);
        if (!verdict)
            verdict = Verdict{.severity = Severity::rectify, .since = since};
        else
            verdict->since = earlier(verdict->since, since);
        if (fault != DriverFault::none && !is_gap(fault)) verdict->severity = Severity::stop;
    }
    return verdict;
}

Explanation explain_mismatch(const BusOnDate& bus, const Finding& finding)
{
    const auto paper = named_on(bus.plate_held, bus.permit_in_force);
    EvidenceList list(bus.dossiers.snapshot());
    if (paper.plate != nullptr)
        list.add(*paper.plate, &data::Plate::number, &data::Plate::driver);
    else
        list.add(*paper.permit, &data::Permit::number, &data::Permit::driver);
    for (const Run* run : bus.current_runs)
        if (run->driver.given() && run->driver != paper.driver())
            list.add(*run, &Run::route, &Run::from_on, &Run::driver);
    Explanation why{.evidence = list.take(), .text = "rule.PLATE-MISMATCH-DRIVER.gap"};
    if (finding.gap && paper.driver().given()) why.text = "rule.PLATE-MISMATCH-DRIVER.no_number";
    if (!finding.gap)
        why.text = paper.plate != nullptr ? "rule.PLATE-MISMATCH-DRIVER.text" : "rule.PLATE-MISMATCH-DRIVER.permit";
    return why;
}

}  // namespace

std::span<const Rule> driver_rules()
{
    static constexpr std::array table{
        Rule{"DRIVER-UNQUALIFIED", Severity::stop, Department::police_traffic,
             "《校车安全管理条例》第二十五条、第四十五条第一款、第四十七条",
             "School Bus Safety Regulations (Decree 617), arts. 25, 45(1), 47", true, judge_unqualified,
             explain_unqualified},
        Rule{
            "PLATE-MISMATCH-DRIVER", Severity::stop, Department::police_traffic,
            "《校车安全管理条例》第十六条；《机动车登记规定》第六十四条",
            "School Bus Safety Regulations (Decree 617), art. 16; Vehicle Registration Provisions (Order 164), art. 64",
            true, judge_mismatch, explain_mismatch},
    };
    return table;
}

}  // namespace xiaoan::rules
