// Counting days as the law counts them: months with the clamp at their end, and working days by the holiday table.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/register/region.hpp"

#include <optional>
#include <span>

namespace xiaoan::rules {

/// The same day of a later month, else that month's last day (民法典, article 202): 2026-05-31 + 6 is 2026-11-30.
[[nodiscard]] data::Date months_later(data::Date date, int months);

/// Working days of the state: Monday to Friday, unless the holiday table says otherwise. The table answers only for
/// years of which it holds at least one entry; outside them nothing can be computed.
class WorkingDays {
public:
    explicit WorkingDays(std::span<const data::Holiday> holidays) : holidays_(holidays) {}

    /// Empty outside the table.
    [[nodiscard]] std::optional<bool> is_working_day(data::Date date) const;
    /// The n-th working day after a day, which itself does not count (民法典, article 201).
    [[nodiscard]] std::optional<data::Date> later(data::Date from, int working_days) const;
    /// The day itself, or the working day before it.
    [[nodiscard]] std::optional<data::Date> on_or_before(data::Date date) const;

private:
    std::span<const data::Holiday> holidays_;  // ascending
};

}  // namespace xiaoan::rules
