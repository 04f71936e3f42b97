// What lapses or falls due on each of the coming days: papers of buses in service, reviews of drivers, cases,
// assignments.
#pragma once

#include "console/desk/derived.hpp"
#include "console/desk/selection.hpp"
#include "console/language/language.hpp"
#include "data/export/plain_workbook.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::permits {

enum class DueWhat : std::uint8_t {
    permit,
    plate,
    inspection,
    compulsory_insurance,
    liability_insurance,
    driver_review,
    vehicle_age,
    supervision,
    assignment
};
inline constexpr std::size_t due_whats = 9;

struct DueEntry {
    data::Date on{};  // the last day
    DueWhat what{};
    std::string key;  // registration number; of cases and assignments their number
    data::Adcode county{};
    friend bool operator==(const DueEntry&, const DueEntry&) = default;
};

inline constexpr int due_days = 30;

/// All entries from the as-of date to `due_days` days later, both included, by day, then what, then key. Permits in
/// force, plates held, inspections and insurances of buses in service by their dates; reviews of drivers and ages of
/// vehicles by the findings that announce them; cases that have not ended; assignments not done.
[[nodiscard]] std::vector<DueEntry> due_entries(const desk::Derived& derived);

/// Empty members let all through; an entry without a county is everybody's.
struct DueFilter {
    data::Adcode county{};
    std::optional<DueWhat> what{};
    std::optional<data::Date> day{};
    friend bool operator==(const DueFilter&, const DueFilter&) = default;
};
[[nodiscard]] std::vector<const DueEntry*> filtered(std::span<const DueEntry> all, const DueFilter& filter);

/// One day of the calendar.
struct DueDay {
    data::Date day{};
    bool shown = false;           // within the time asked
    std::optional<bool> works{};  // empty outside the holiday table
    std::array<std::size_t, due_whats> counts{};
    std::size_t all = 0;
};
/// Whole weeks from the Monday of the as-of date's week on (GB/T 7408), as many as the time needs.
[[nodiscard]] std::vector<DueDay> due_calendar(std::span<const DueEntry* const> entries, data::Date as_of,
                                               const rules::WorkingDays& calendar);

/// The key of its word in the language files.
[[nodiscard]] std::string_view text_key(DueWhat what);
/// 吉G·12345, or the number of a case or assignment.
[[nodiscard]] std::string shown_key(const DueEntry& entry);
/// What is selected for an entry.
[[nodiscard]] desk::Selection selection_of(const DueEntry& entry);

/// Heads and rows of the list, for table and workbook: day, days left, what, key, county, who runs the bus.
inline constexpr std::size_t due_columns = 6;
[[nodiscard]] std::array<std::string, due_columns> due_heads(language::Language language);
[[nodiscard]] std::array<std::string, due_columns> due_row(const desk::Derived& derived, const DueEntry& entry,
                                                           language::Language language);

/// The same as a sheet of a workbook, days as days.
[[nodiscard]] data::PlainSheet due_sheet(const desk::Derived& derived, std::span<const DueEntry* const> entries,
                                         language::Language language);

}  // namespace xiaoan::permits
