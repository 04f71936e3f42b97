// `tasks`: the task ledger of the three-year plan, by county.
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/cli/option_readers.hpp"
#include "console/rules/wording.hpp"
#include "console/tasks/task_ledger.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace xiaoan::cli {

namespace {

struct TasksArguments {
    std::string item;
    std::string county;
    bool overdue = false;
};

Listing listing_of(const Context& context, const data::Snapshot& snapshot, const std::vector<tasks::TaskRow>& rows)
{
    Listing listing;
    for (const auto* key : {"tasks.item", "tasks.county", "tasks.title", "tasks.due_on", "tasks.state", "tasks.done_on",
                            "tasks.overdue", "tasks.evidence"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& row : rows) {
        std::string evidence;
        for (const auto& each : row.evidence)
            evidence += (evidence.empty() ? "" : std::string{context.tr("finding.comma")}) +
                        tasks::evidence_text(each, context.language);
        const auto& due = row.item->due_on;
        const bool done = row.progress != nullptr && row.progress->done_on.has_date();
        listing.rows.push_back({row.item->item, rules::county_name(snapshot, row.county, context.language),
                                tasks::title(*row.item, context.language),
                                due.has_date() ? data::iso(due.date()) : std::string{context.tr("tasks.lasting")},
                                tasks::state_text(row, context.language),
                                done ? data::iso(row.progress->done_on.date()) : std::string{},
                                row.overdue ? std::string{context.tr("tasks.overdue")} : std::string{}, evidence});
    }
    return listing;
}

int run(const Context& context, const TasksArguments& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = std::make_shared<const data::Snapshot>(from.snapshot(data::all_kinds(), false));
    tasks::TaskFilter filter{.item = asked.item};
    const auto& plan = snapshot->region->plan;
    if (!asked.item.empty() && std::ranges::find(plan, asked.item, &data::PlanItem::item) == plan.end()) {
        message(context.tr("cli.tasks.unknown_item", {asked.item}));
        return Exit::wrong_command_line;
    }
    if (!read_county(context, *snapshot->region, asked.county, filter.county)) return Exit::wrong_command_line;
    auto rows = tasks::task_ledger(rules::Dossiers(snapshot, context.judging()), context.as_of, filter);
    const std::size_t looked_at = rows.size();
    if (asked.overdue) std::erase_if(rows, [](const tasks::TaskRow& row) { return !row.overdue; });
    if (context.format == Format::json) {
        print(tasks::tasks_json(rows, context.as_of, context.language) + "\n");
        return Exit::done;
    }
    print(context, listing_of(context, *snapshot, rows));
    if (context.format == Format::text) {
        const auto overdue = std::ranges::count_if(rows, &tasks::TaskRow::overdue);
        message(context.tr("cli.tasks.looked_at", {std::to_string(looked_at), std::to_string(overdue)}));
    }
    return Exit::done;
}

}  // namespace

void add_tasks(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<TasksArguments>();
    auto* command = app.add_subcommand("tasks", std::string{asked.context.tr("cli.help.tasks")});
    command->add_option("--item", options->item, std::string{asked.context.tr("cli.help.tasks.item")});
    command->add_option("--county", options->county, std::string{asked.context.tr("cli.help.tasks.county")});
    command->add_flag("--overdue", options->overdue, std::string{asked.context.tr("cli.help.tasks.overdue")});
    command->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return run(context, *options); }; });
}

}  // namespace xiaoan::cli
