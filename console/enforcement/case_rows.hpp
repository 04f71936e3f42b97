// The table of cases: which ones a chip shows, in the order asked for, in words.
#pragma once

#include "console/language/language.hpp"
#include "console/supervision/case_load.hpp"
#include "console/supervision/case_standing.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::enforcement {

using supervision::CaseRow;

/// The chips over the table: all, not ended, the bureau has to act, overdue, due by Sunday, the department has to act,
/// ended.
enum class CaseChip : std::uint8_t { all, living, bureau, overdue, week, department, ended };
inline constexpr std::size_t case_chips = 7;

enum class CaseColumn : std::uint8_t { number, subject, county, problems, department, due_on, next, state, opened_on };

struct CaseOrder {
    CaseColumn by = CaseColumn::due_on;  // overdue first, then by deadline, ended last
    bool descending = false;
    friend bool operator==(const CaseOrder&, const CaseOrder&) = default;
};

/// What else narrows the table: the bar's county, a department (its word), one day of the calendar.
struct CaseWish {
    data::Adcode county{};
    std::string department{};
    std::optional<data::Date> due{};
    CaseChip chip = CaseChip::all;
    CaseOrder order{};
    friend bool operator==(const CaseWish&, const CaseWish&) = default;
};

struct CaseRows {
    std::vector<CaseRow> rows;
    std::array<std::size_t, case_chips> counts{};  // how many each chip would show, whatever the day of the calendar
};

/// `all` in the order of the snapshot, as of the date.
[[nodiscard]] CaseRows case_rows(const data::Snapshot& snapshot, std::span<const CaseRow> all, data::Date as_of,
                                 const CaseWish& wish);

/// The words of one row.
struct CaseRowText {
    std::string number;
    std::string subject;  // 吉G·12345, or the matter
    std::string county;
    std::string problems;  // titles of its rules, or what a case made by hand is about
    std::string department;
    std::string due_on;  // 2026-11-30 余 7 天, 2026-11-10 逾期 13 天
    std::string next;    // what it waits for
    std::string state;
    std::string opened_on;
    bool overdue = false;
};
[[nodiscard]] CaseRowText case_row_text(const data::Snapshot& snapshot, const CaseRow& row, data::Date as_of,
                                        language::Language language);

/// The title of a case's rule, as the findings have it: a gap with its mark, an unknown id as it is.
[[nodiscard]] std::string rule_title(std::string_view rule, language::Language language);
/// "逾期 13 天", "余 7 天", "今日到期"; empty for a case that has ended or has no deadline.
[[nodiscard]] std::string time_left(const data::Case& opened, data::Date as_of, language::Language language);
/// What a case is about, as people call it: 吉G·12345, the name of a school, the matter.
[[nodiscard]] std::string subject_text(const data::Snapshot& snapshot, const data::Case& of,
                                       language::Language language);
/// "本局催办", "公安交管回复", "本局核实：问题已消除"; a stroke for a case that has ended.
[[nodiscard]] std::string next_text(const CaseRow& row, language::Language language);

}  // namespace xiaoan::enforcement
