// The table of cases: which ones a chip shows, in the order asked for, in words.
#pragma once

#include "console/enforcement/case_list.hpp"
#include "console/language/language.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace xiaoan::enforcement {

/// The chips over the table; an overdue case is also open or replied to.
enum class CaseChip : std::uint8_t { all, overdue, open, replied, closed };
inline constexpr std::size_t case_chips = 5;

enum class CaseColumn : std::uint8_t { number, subject, county, problems, department, opened_on, due_on, state };

struct CaseOrder {
    CaseColumn by = CaseColumn::due_on;  // overdue first, then by deadline, closed last
    bool descending = false;
    friend bool operator==(const CaseOrder&, const CaseOrder&) = default;
};

struct CaseRows {
    std::vector<CaseRow> rows;
    std::array<std::size_t, case_chips> counts{};  // how many each chip would show
};

[[nodiscard]] CaseRows case_rows(const data::Snapshot& snapshot, data::Date as_of, data::Adcode county, CaseChip chip,
                                 const CaseOrder& order);

/// The words of one row.
struct CaseRowText {
    std::string number;
    std::string subject;  // 吉G·12345
    std::string county;
    std::string problems;  // titles of its rules, or that it was made by hand
    std::string department;
    std::string opened_on;
    std::string due_on;  // 2026-11-30 余 7 天, 2026-11-10 逾期 13 天
    std::string state;
    bool overdue = false;
};
[[nodiscard]] CaseRowText case_row_text(const data::Snapshot& snapshot, const CaseRow& row, data::Date as_of,
                                        language::Language language);

/// The title of a case's rule, as the findings have it: a gap with its mark, an unknown id as it is.
[[nodiscard]] std::string rule_title(std::string_view rule, language::Language language);
/// "逾期 13 天", "余 7 天", "今日到期"; empty for a case that is closed or has no deadline.
[[nodiscard]] std::string time_left(const data::Case& opened, data::Date as_of, language::Language language);

}  // namespace xiaoan::enforcement
