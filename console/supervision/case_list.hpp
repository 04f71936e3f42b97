// Cases as a list: which of them, in which order, how late each is and what it waits for.
#pragma once

#include "console/supervision/next_step.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace xiaoan::supervision {

struct CaseRow {
    const data::Case* opened = nullptr;
    int overdue_days = 0;
    Standing standing = Standing::by_hand;
    NextStep next = NextStep::none;
    std::shared_ptr<const data::Case> then{};  // holds `opened` where the case has changed since the date
};

/// Empty members let all through.
struct CaseFilter {
    std::optional<data::CaseState> state{};
    data::Adcode county{};
    std::string department{};  // word
    std::string subject_key{};
    bool only_unclosed = false;
    bool only_overdue = false;
    std::optional<std::pair<data::Date, data::Date>> due{};  // of those not ended: from and to, both included
    std::optional<Waiting> waiting{};
    std::optional<NextStep> next{};
    friend bool operator==(const CaseFilter&, const CaseFilter&) = default;
};

[[nodiscard]] CaseRow case_row(const data::Case& of, Standing standing, data::Date as_of,
                               const CaseHabits& habits = {});
/// All cases of the snapshot that were opened by the date of the judgement, in its order and as they were then.
[[nodiscard]] std::vector<CaseRow> all_cases(const rules::Dossiers& dossiers, const rules::Judgement& judgement,
                                             const CaseHabits& habits = {});

[[nodiscard]] bool lets_through(const CaseFilter& filter, const CaseRow& row);
/// Overdue first, then the others that have not ended, then those that have; within each by deadline (none last), then
/// number.
[[nodiscard]] std::vector<CaseRow> case_list(std::span<const CaseRow> all, const CaseFilter& filter = {});

/// From the date to the Sunday of its week (GB/T 7408: a week begins on Monday).
[[nodiscard]] std::pair<data::Date, data::Date> rest_of_week(data::Date as_of);

}  // namespace xiaoan::supervision
