// What the cases weigh: per department and county, on which days they fall due, how long putting right takes.
#pragma once

#include "console/supervision/case_list.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::supervision {

/// Cases of one department in one county. A period has both its days.
struct CaseLoad {
    std::string department;     // word; empty in a sum over departments
    data::Adcode county;        // not given: none, or a sum over counties
    std::size_t living = 0;     // not ended as of the date
    std::size_t bureau = 0;     // of them: the bureau has to act
    std::size_t overdue = 0;    // of them
    std::size_t urged = 0;      // of them: at least once
    std::size_t escalated = 0;  // of them
    std::size_t opened = 0;     // in the period
    std::size_t closed = 0;     // in the period
    std::size_t cancelled = 0;  // in the period
    std::vector<int> days{};    // from opening to being put right, of those put right in the period; ascending

    /// Of an even number the mean of the middle two; empty where nothing was put right.
    [[nodiscard]] std::optional<double> median_days() const;
};

/// The day on which a case was found to be put right: verified, or closed while its findings did not stand. Of a case
/// that came back, the time after; empty where it is not so, or not yet by the date.
[[nodiscard]] std::optional<data::Date> rectified_on(const data::Case& of, data::Date as_of);

struct CaseReport {
    data::Date from{};
    data::Date as_of{};
    std::vector<CaseLoad> loads;     // by department (its word), then county; those without a case are left out
    std::vector<CaseLoad> counties;  // sums of each county, in the order of the adcodes
    CaseLoad total;
};
/// `rows` of all cases, as of the date; the period is [from, as_of].
[[nodiscard]] CaseReport case_report(std::span<const CaseRow> rows, data::Date from, data::Date as_of);

struct DueDay {
    data::Date date{};
    std::optional<bool> works{};  // empty where the holiday table does not reach
    std::size_t due = 0;          // cases that have not ended
};
/// One for each of `days` days from `first` on.
[[nodiscard]] std::vector<DueDay> due_calendar(std::span<const CaseRow> rows, const data::Region& region,
                                               data::Date first, int days);

}  // namespace xiaoan::supervision
