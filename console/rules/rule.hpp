// The table of rules: one entry a rule, each a pure function of one bus's dossier, a date and the parameters.
#pragma once

#include "console/rules/dossier.hpp"
#include "console/rules/finding.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace xiaoan::rules {

/// Who drives a bus, from which day on: the first of the current runs that say the same.
struct Assignment {
    const RunFacts* run = nullptr;
    const DriverFacts* driver = nullptr;  // null where the register lacks that person, or none is named
};

/// One bus on one date, with what several rules ask of it worked out once (docs/decisions/0005-rules.md).
struct BusOnDate {
    const Dossiers& dossiers;
    const Params& params;
    std::size_t index;
    Dossier dossier;
    const BusFacts& facts;
    data::Date as_of;
    bool in_service = false;   // in use, and a run current or no run recorded at all
    bool has_roster = false;   // at least one run is recorded
    bool needs_permit = true;  // not a student bus line: that runs under a city-bus licence
    const PermitFacts* permit_in_force = nullptr;
    const PermitFacts* permit_judged = nullptr;  // the one in force, else the one decided last
    const PlateFacts* plate_held = nullptr;
    const SubstitutionFacts* substitution = nullptr;  // filed for this very day: the bus or its driver is replaced
    const DrivenBusFacts* driven = nullptr;           // what tracks say of it; null where nobody looked
    const SubstitutionFacts* standing_in = nullptr;   // filed for this very day: the bus replaces another
    std::span<const RunFacts* const> current_runs{};
    std::span<const Assignment> assignments{};  // by driver and first day: two legs of a day mostly say the same

    /// The record of the bus itself.
    [[nodiscard]] const data::Bus& record() const { return dossiers.bus(index); }
    /// The record behind facts of this bus.
    template <class Facts>
    [[nodiscard]] const typename Facts::Record& record(const Facts& of) const
    {
        return dossiers.record(of);
    }
};

/// Where the lists of a BusOnDate lie.
struct BusRoom {
    std::vector<const RunFacts*> current_runs{};
    std::vector<Assignment> assignments{};
};

/// `room` takes the current runs and must live as long as the result; the same one serves bus after bus.
[[nodiscard]] BusOnDate bus_on_date(const Dossiers& dossiers, std::size_t bus, data::Date as_of, BusRoom& room);

/// What a rule says of a bus; empty where there is nothing to say.
struct Verdict {
    bool gap = false;
    Severity severity = Severity::data;
    data::DateCell since{};
    data::DateCell due{};
    std::optional<Department> department{};  // where it is not the rule's own
    Silence silence = Silence::none;         // a substitution of the day explains it
};

/// A value that the verdict needs is not given.
[[nodiscard]] constexpr Verdict gap_in_the_data()
{
    return {.gap = true};
}

/// What stands behind a condition: a law, or the bureau's habit, which is a setting.
enum class Fix : std::uint8_t { law, law_with_number, habit };

struct Rule {
    std::string_view id;        // PERMIT-NONE
    Severity severity;          // the gravest it gives
    Department department;      // the first named of the row
    std::string_view basis_zh;  // 《校车安全管理条例》第十四条、第四十五条第一款
    std::string_view basis_en;
    Fix fix;
    std::optional<Verdict> (*judge)(const BusOnDate& bus);
    Explanation (*explain)(const BusOnDate& bus, const Finding& finding);
    int rectify_days = 7;         // the usual term: 7 days for papers, 15 for work on the vehicle (a habit)
    bool only_in_service = true;  // asked of buses in service alone
    bool of_strangers = false;    // of vehicles in no register: found among sightings, never asked of a bus
};

/// All rules, in the order in which a list shows them.
[[nodiscard]] std::span<const Rule> rules();
/// The rule with this id; a trailing '?' is ignored. Null where there is none.
[[nodiscard]] const Rule* find_rule(std::string_view id);

}  // namespace xiaoan::rules
