// What follows from what was found: cases, hand-overs, corrections, flags that were not so; as one command.
#pragma once

#include "console/checks/results/check_file.hpp"
#include "console/checks/results/spot_findings.hpp"
#include "data/register/checks.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::checks {

/// How long a flag that a check found not to be so is set aside, in days: time for the ledger to be put right. A habit.
inline constexpr int cleared_days = 30;

/// Something that a person has to be told of a vehicle: a key of the language files and its arguments.
struct Remark {
    std::string key;
    std::vector<std::string> arguments;
    friend bool operator==(const Remark&, const Remark&) = default;
};

/// What was done with one vehicle.
struct Concluded {
    std::size_t sheet = 0;  // place of its reading
    std::string check;
    std::string vehicle;
    data::Outcome outcome{};
    std::vector<SpotFinding> found;
    std::vector<std::string> cleared;  // rules
    bool pupils_first = true;          // false: held with pupils aboard, and nobody wrote how they went on
    std::string resembles{};           // a registered bus whose number differs by O for 0, I for 1, or one character
    bool held_back = false;            // by O or I: nothing follows until a person says which vehicle it was
    std::vector<std::string> withdrawn{};  // cases that lost something they rest on, by the answers said now
    std::vector<Remark> remarks{};         // all of that in words
};

struct ConcludeOptions {
    data::Date opened_on{};  // the day of opening, not before the check itself
    bool as_read = false;    // a person looked: a number that resembles a registered one is another vehicle's
};

struct Conclusions {
    data::RecordChecks command;       // without vehicles where nothing changes
    std::vector<Concluded> vehicles;  // as they were read
};

/// What the register holds of checks (`held`, as read_checks gives it) with what is said now laid over it: an answer
/// that is not given leaves the one there is. What changes nothing is not in the command. A finding that led to a case
/// before does not open one again; what is said no more is withdrawn from it. A flag is cleared only where the register
/// has it on the day of the check and no check found it on that day or later; the waiver ends where the answer is taken
/// out, and the day before a later check finds it.
[[nodiscard]] Conclusions conclusions(std::span<const CheckSheetReading> readings,
                                      std::span<const data::CheckedVehicle> held, const rules::Dossiers& dossiers,
                                      const ConcludeOptions& options);

/// How many vehicles of the reading at this place had this outcome.
[[nodiscard]] std::size_t count_of(const Conclusions& made, std::size_t sheet, data::Outcome outcome);

}  // namespace xiaoan::checks
