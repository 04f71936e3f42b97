// `operations`: by whom the buses are run, how many the government buys, and whom they carry.
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/permits/operations_tables.hpp"

#include <CLI/CLI.hpp>

#include <array>

namespace xiaoan::cli {

namespace {

struct OperationsArguments {
    int months = 12;
    std::string out;
};

Listing listing_of(const data::PlainSheet& sheet)
{
    Listing listing;
    listing.headers = sheet.heads;
    for (const auto& row : sheet.rows) {
        std::vector<std::string> texts;
        for (const data::PlainCell& cell : row) texts.push_back(data::plain_text(cell));
        listing.rows.push_back(std::move(texts));
    }
    return listing;
}

int operations(const Context& context, const OperationsArguments& asked)
{
    if (!asked.out.empty() && !asked.out.ends_with(".xlsx")) {
        message(context.tr("cli.operations.bad_out", {asked.out}));
        return Exit::wrong_command_line;
    }
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = std::make_shared<const data::Snapshot>(
        from.snapshot(data::kinds_of<data::Bus, data::Operator, data::School, data::Route, data::Run>(), false));
    const rules::Dossiers dossiers(snapshot, context.judging());
    const auto over_time = permits::operations_over_time(dossiers, context.as_of, asked.months);
    const auto& now = over_time.back();
    if (!asked.out.empty()) {
        const std::array sheets{permits::operations_by_county(*snapshot, now, context.language),
                                permits::operations_by_month(over_time, {}, context.language)};
        data::write_plain_workbook(asked.out, sheets, context.as_of);
        message(context.tr("book.written", {asked.out}));
        return Exit::done;
    }
    if (context.format == Format::json) {
        print(permits::operations_json(now, over_time) + "\n");
        return Exit::done;
    }
    message(context.tr("cli.operations.looked_at",
                       {data::iso(context.as_of), std::to_string(now.city.buses()), std::to_string(dossiers.size()),
                        std::to_string(now.city.buses_without_riders), std::to_string(now.city.schools_without_need)}));
    print(context, listing_of(permits::operations_by_county(*snapshot, now, context.language)));
    if (asked.months > 0 && context.format == Format::text) {
        print("\n");
        print(context, listing_of(permits::operations_by_month(over_time, {}, context.language)));
    }
    return Exit::done;
}

}  // namespace

void add_operations(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<OperationsArguments>();
    auto* command = app.add_subcommand("operations", std::string{asked.context.tr("cli.help.operations")});
    command->add_option("--months", options->months, std::string{asked.context.tr("cli.help.operations.months")})
        ->check(CLI::Range(0, 120));
    command->add_option("--out", options->out, std::string{asked.context.tr("cli.help.operations.out")});
    command->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return operations(context, *options); }; });
}

}  // namespace xiaoan::cli
