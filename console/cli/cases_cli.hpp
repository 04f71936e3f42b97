// What the files of `cases` share: what was asked, how cases are found and printed.
#pragma once

#include "console/cli/command_line.hpp"
#include "console/supervision/case_list.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::cli {

struct AskedCases {
    std::vector<std::string> buses;
    std::vector<std::string> rules;
    std::string school, water, bus_operator, county;
    std::string department;
    std::string due;
    int workdays = 0;
    int days = 0;
    std::string number;
    std::string text;
    std::string reason;
    std::string document;
    std::string matter;
    std::string item, meeting;
    std::string state, waiting, next;
    std::string from, month;
    std::string out;
    int attachment = 0;
    bool overdue = false;
    bool due_this_week = false;
    bool full = false;
    std::vector<std::string> to, copy, attach;
};

/// What cases are judged on and addressed by.
[[nodiscard]] std::shared_ptr<const data::Snapshot> case_snapshot(const data::Register& from);

/// In the format asked for; nothing but a message where there is none.
void print_cases(const Context& context, const data::Snapshot& snapshot, const std::vector<supervision::CaseRow>& rows,
                 bool full = false);

/// All cases as of the date, with what they wait for.
struct JudgedCases {
    std::shared_ptr<const data::Snapshot> snapshot;
    std::shared_ptr<const rules::Dossiers> dossiers;
    std::vector<supervision::CaseRow> rows;

    /// Null where there is none.
    [[nodiscard]] const supervision::CaseRow* find(std::string_view number) const;
};
[[nodiscard]] JudgedCases judged_cases(const Context& context, const data::Register& from);

/// The deadline asked for, as a date or as working days after the as-of date; a message where it cannot be read, or the
/// holiday table does not reach. The exit code then; an empty cell where none was asked for.
struct AskedDue {
    data::DateCell due_on{};
    int code = Exit::done;
};
[[nodiscard]] AskedDue asked_due(const Context& context, const data::Region& region, const AskedCases& asked);
[[nodiscard]] std::vector<data::CaseAddressee> asked_addressees(const AskedCases& asked);

// The subcommands, each in its file.
int open_cases(const Context& context, AskedCases asked);
int step_case(const Context& context, const AskedCases& asked, data::CaseStep step);
int report_cases(const Context& context, const AskedCases& asked);
int print_ledger(const Context& context, const AskedCases& asked);
int save_attachment(const Context& context, const AskedCases& asked);

}  // namespace xiaoan::cli
