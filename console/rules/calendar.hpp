// Counting days as the law counts them: months with the clamp at their end, and working days by the holiday table.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/register/region.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace xiaoan::rules {

/// The same day of a later (or, below 0, earlier) month, else that month's last day (民法典, article 202):
/// 2026-05-31 + 6 is 2026-11-30.
[[nodiscard]] data::Date months_later(data::Date date, int months);
/// The same day of a later (or earlier) year; 28 February where there is no 29th.
[[nodiscard]] data::Date years_later(data::Date date, int years);
/// The last anniversary of a day that is not after `as_of`; empty before the first one.
[[nodiscard]] std::optional<data::Date> last_anniversary(data::Date of, data::Date as_of);

/// Working days of the state: Monday to Friday, unless the holiday table says otherwise. The table answers only for
/// years of which it holds at least one entry; outside them nothing can be computed.
class WorkingDays {
public:
    WorkingDays() = default;
    /// `holidays` ascend.
    explicit WorkingDays(std::span<const data::Holiday> holidays);

    /// Empty outside the table.
    [[nodiscard]] std::optional<bool> is_working_day(data::Date date) const;
    /// How many lie after `from`, which itself does not count (民法典, article 201), up to and with `to`; 0 where `to`
    /// is not later. Empty where one of those days is outside the table.
    [[nodiscard]] std::optional<int> between(data::Date from, data::Date to) const;
    /// The least and the most that can lie between them: the days outside the table may all be worked, or none.
    struct Bounds {
        int at_least = 0;
        int at_most = 0;
        [[nodiscard]] bool exact() const { return at_least == at_most; }
        /// Whether more than so many; empty where the days outside the table decide.
        [[nodiscard]] std::optional<bool> more_than(int working_days) const
        {
            if (at_least > working_days) return true;
            return at_most <= working_days ? std::optional{false} : std::nullopt;
        }
        friend Bounds operator+(Bounds a, Bounds b) { return {a.at_least + b.at_least, a.at_most + b.at_most}; }
    };
    [[nodiscard]] Bounds bounds(data::Date from, data::Date to) const;
    /// Whether more than so many do. Answered outside the table too, where that cannot change the answer: the days in
    /// the table are enough, or all days together are too few.
    [[nodiscard]] std::optional<bool> more_than(int working_days, data::Date from, data::Date to) const;
    /// The n-th working day after a day.
    [[nodiscard]] std::optional<data::Date> later(data::Date from, int working_days) const;
    /// The day itself, or the working day before it.
    [[nodiscard]] std::optional<data::Date> on_or_before(data::Date date) const;

private:
    /// Working days of the table up to and with this day, and how many of the days up to it are in no table.
    struct Count {
        int working = 0;
        int unknown = 0;
    };
    [[nodiscard]] Count up_to(data::Date date) const;

    struct Day {
        bool known = false;
        bool works = false;
        Count count{};
    };
    data::Date first_{};
    std::vector<Day> days_;  // every day from the first year of the table to its last
};

}  // namespace xiaoan::rules
