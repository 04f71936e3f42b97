// Cases as they stand on a date: what is overdue, and whether what they were opened for still holds.
#pragma once

#include "console/rules/judge.hpp"
#include "data/register/snapshot.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::enforcement {

/// The rules of a case that its bus still breaks on the date, judged on the register as it is. Whether a rule is a
/// finding or only a gap makes no difference: neither is put right. None for a case made by hand or a bus that left.
[[nodiscard]] std::vector<std::string> standing_rules(const rules::Dossiers& dossiers, const data::Case& opened,
                                                      data::Date as_of);
/// What CloseCase asks: whether any of them stands.
[[nodiscard]] bool finding_stands(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of);

/// Days past the deadline: overdue from the day after it. 0 for a case that is closed, in time, or without one.
[[nodiscard]] int overdue_days(const data::Case& opened, data::Date as_of);

struct CaseRow {
    const data::Case* opened = nullptr;
    int overdue_days = 0;
};

struct CaseFilter {
    std::optional<data::CaseState> state{};
    data::Adcode county{};
    std::string subject_key{};
    bool only_unclosed = false;
    friend bool operator==(const CaseFilter&, const CaseFilter&) = default;
};

/// Overdue first, then the others that are not closed, then the closed; within each by deadline (none last), then
/// number.
[[nodiscard]] std::vector<CaseRow> case_list(const data::Snapshot& snapshot, data::Date as_of,
                                             const CaseFilter& filter = {});

/// {"cases":[{"number","state","department","county","subject","opened_on","due_on","overdue_days","rules","events"}]}
/// (formats.md 2.1); `rules` are their ids.
[[nodiscard]] std::string cases_json(std::span<const CaseRow> rows);

}  // namespace xiaoan::enforcement
