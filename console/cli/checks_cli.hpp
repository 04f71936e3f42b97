// What the subcommands of `checks` share: the question of a plan, and its answer.
#pragma once

#include "console/checks/plan/check_plan.hpp"
#include "console/cli/command_line.hpp"
#include "data/register/checks.hpp"

#include <optional>
#include <string>
#include <vector>

namespace xiaoan::cli {

struct AskedPlan {
    std::size_t teams = 1;
    std::string date;
    std::string from;
    std::string to;
    std::string rule;
    std::string county;
    std::vector<std::string> buses;
    double seconds = 30;
    std::string stands;  // a file: what these see, in place of a search
};

struct Planned {
    rules::Dossiers dossiers;
    checks::PlanWish wish;
    checks::CheckPlan plan;
    bool given = false;  // its stands come from a file
};

/// The options of `checks plan`.
void add_plan_options(CLI::App& command, AskedPlan& asked, const Context& context);
/// The day asked for, else the as-of date; empty, and said, where it cannot be read.
[[nodiscard]] std::optional<data::Date> check_date(const Context& context, const std::string& typed);
/// Empty, and said, where the question is wrong; `code` is the exit code then. The snapshot holds the kinds that
/// judging reads.
[[nodiscard]] std::optional<Planned> planned(const Context& context, const AskedPlan& asked, int& code);

/// "超员 → 督办 2026-0001".
[[nodiscard]] std::string outcome_text(const Context& context, const data::CheckOutcome& outcome);

// The subcommands, each in its file.
void add_checks_sheet(CLI::App& checks, Invocation& asked);
void add_checks_record(CLI::App& checks, Invocation& asked);
void add_checks_list(CLI::App& checks, Invocation& asked);

}  // namespace xiaoan::cli
