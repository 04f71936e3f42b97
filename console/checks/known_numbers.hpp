// The registration numbers that the register knows, for telling a school bus from a stranger.
#pragma once

#include "data/register/snapshot.hpp"

#include <string>
#include <string_view>
#include <unordered_set>

namespace xiaoan::checks {

class KnownNumbers {
public:
    explicit KnownNumbers(const data::Snapshot& snapshot);

    /// A bus of the register, also where O stands for 0 or I for 1: GA 36-2018 uses neither letter in a serial.
    [[nodiscard]] bool holds(std::string_view number) const;
    /// A substitute filed for that day.
    [[nodiscard]] bool substitutes(std::string_view number, data::Date day) const;
    /// A bus whose number differs from this one in one letter or digit, the least of them; empty where there is none.
    [[nodiscard]] std::string one_slip_from(std::string_view number) const;

private:
    std::unordered_set<std::string> numbers_;
    std::unordered_set<std::string> substitutes_;  // number and day
};

/// With 0 for O and 1 for I after the province's character and the letter of the place.
[[nodiscard]] std::string without_slips(std::string_view number);

}  // namespace xiaoan::checks
