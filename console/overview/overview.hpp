// The overview as values: counts by county, whom the cases wait for, what falls due, what the last day brought.
#pragma once

#include "console/desk/derived.hpp"
#include "console/overview/since_yesterday.hpp"

#include <array>
#include <string>
#include <vector>

namespace xiaoan::overview {

/// What needs a person in one county, or in all.
struct CountyLine {
    data::Adcode county;                 // not given: all
    std::array<std::size_t, 3> buses{};  // must stop, must be put right, have something that lapses soon
    std::size_t cases = 0;               // not ended
    std::size_t bureau = 0;              // of them: the bureau has to act
    std::size_t overdue = 0;             // of them
    std::size_t assignments_overdue = 0;
    std::size_t tasks_overdue = 0;
    std::size_t suspects = 0;  // vehicles in no register, seen near its schools, that nobody set aside
};

/// Cases that wait for the same: a step of the bureau, or a department.
struct WaitingLine {
    supervision::NextStep next{};  // wait: for the department
    std::string department;        // word, of those that wait for it
    std::size_t count = 0;
    std::size_t overdue = 0;
};

/// What lapses or falls due within a time, the as-of date and its end included.
enum class DueKind : std::uint8_t { permits, plates, inspections, insurances, cases, assignments };
inline constexpr std::size_t due_kinds = 6;
struct DueLine {
    DueKind kind{};
    std::size_t in_7 = 0;
    std::size_t in_30 = 0;
};

struct Overview {
    CountyLine all;                     // of the county asked for, or of all
    std::vector<CountyLine> counties;   // each of the region's, in its order
    std::vector<WaitingLine> waiting;   // the bureau's steps as they press, then departments by how many are overdue
    std::size_t handovers_waiting = 0;  // without receipt
    std::size_t waters_with_gaps = 0;   // known to lack something, and no case about them is under way
    std::array<DueLine, due_kinds> due{};
    // On the as-of date and the day before.
    std::vector<rules::Finding> appeared, gone;
    std::array<std::size_t, 14> steps{};  // of cases, by CaseStep
    std::size_t imports = 0;              // files read
};

/// `county` narrows all but the list of counties; a record without a county belongs to every county.
[[nodiscard]] Overview overview(const desk::Derived& derived, const SinceYesterday& since, data::Adcode county = {});

}  // namespace xiaoan::overview
