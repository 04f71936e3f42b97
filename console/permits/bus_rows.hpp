// The table of buses: one row a bus, with its gravest finding, in the order that the desk asks for.
#pragma once

#include "console/desk/bus_filter.hpp"
#include "console/language/language.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace xiaoan::permits {

enum class BusColumn : std::uint8_t {
    registration_number,
    county,
    problem,
    since,
    due,
    department,
    run_by,
    supervision
};

struct BusOrder {
    BusColumn by = BusColumn::problem;  // gravest first, then since when
    bool descending = false;
    friend bool operator==(const BusOrder&, const BusOrder&) = default;
};

/// Indices of the buses shown, in order; ties are broken by registration number.
[[nodiscard]] std::vector<std::uint32_t> bus_rows(const desk::Derived& derived, const desk::BusFilter& filter,
                                                  const BusOrder& order);

/// The words of one row, made for the rows that are seen.
struct BusRowText {
    std::string registration_number;
    std::string county;
    std::string problem;
    std::string since;
    std::string due;
    std::string department;
    std::string run_by;
    std::string supervision;
    bool overdue = false;  // its case is past the deadline
};
[[nodiscard]] BusRowText bus_row_text(const desk::Derived& derived, std::size_t bus, language::Language language);

}  // namespace xiaoan::permits
