// `operations`: by whom the buses are run, how many the government buys, and whom they carry.
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/permits/operations.hpp"
#include "console/rules/wording.hpp"

#include <CLI/CLI.hpp>

namespace xiaoan::cli {

namespace {

std::vector<std::string> row_of(std::string name, const permits::CountyOperations& county)
{
    std::vector<std::string> row{std::move(name), std::to_string(county.buses())};
    for (std::size_t kind = 1; kind < permits::operator_kinds; ++kind)
        row.push_back(std::to_string(county.by_kind[kind].buses));
    row.push_back(std::to_string(county.by_kind[0].buses));
    row.push_back(permits::percent(county.company_run(), county.buses()));
    row.push_back(permits::percent(county.purchased, county.buses()));
    row.push_back(std::to_string(county.riders()));
    row.push_back(std::to_string(county.seats));
    row.push_back(std::to_string(county.pupils_needing));
    return row;
}

Listing by_county(const Context& context, const data::Snapshot& snapshot, const permits::Operations& now)
{
    Listing listing;
    for (const auto* key :
         {"operations.county", "operations.buses", "word.operator.kind.company", "word.operator.kind.public_bus",
          "word.operator.kind.school_bus_unit", "word.operator.kind.school", "word.operator.kind.individual",
          "operations.unknown", "operations.company_run", "operations.purchased", "operations.riders",
          "operations.seats", "operations.needing"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& county : now.counties) {
        std::string name = rules::county_name(snapshot, county.county, context.language);
        listing.rows.push_back(
            row_of(name.empty() ? std::string{context.tr("value.not_given")} : std::move(name), county));
    }
    listing.rows.push_back(row_of(std::string{context.tr("operations.city")}, now.city));
    return listing;
}

Listing by_month(const Context& context, const std::vector<permits::Operations>& over_time)
{
    Listing listing;
    for (const auto* key : {"operations.as_of", "operations.buses", "operations.company_run", "operations.purchased",
                            "operations.riders"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& then : over_time)
        listing.rows.push_back({data::iso(then.as_of), std::to_string(then.city.buses()),
                                permits::percent(then.city.company_run(), then.city.buses()),
                                permits::percent(then.city.purchased, then.city.buses()),
                                std::to_string(then.city.riders())});
    return listing;
}

int operations(const Context& context, int months)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = std::make_shared<const data::Snapshot>(
        from.snapshot(data::kinds_of<data::Bus, data::Operator, data::School, data::Route, data::Run>(), false));
    const rules::Dossiers dossiers(snapshot, context.judging());
    const auto now = permits::operations(dossiers, context.as_of);
    const auto over_time = permits::operations_over_time(dossiers, context.as_of, months);
    if (context.format == Format::json) {
        print(permits::operations_json(now, over_time) + "\n");
        return Exit::done;
    }
    message(context.tr("cli.operations.looked_at",
                       {data::iso(context.as_of), std::to_string(now.city.buses()), std::to_string(dossiers.size()),
                        std::to_string(now.city.buses_without_riders), std::to_string(now.city.schools_without_need)}));
    print(context, by_county(context, *snapshot, now));
    if (months > 0 && context.format == Format::text) {
        print("\n");
        print(context, by_month(context, over_time));
    }
    return Exit::done;
}

}  // namespace

void add_operations(CLI::App& app, Invocation& asked)
{
    const auto months = std::make_shared<int>(12);
    auto* command = app.add_subcommand("operations", std::string{asked.context.tr("cli.help.operations")});
    command->add_option("--months", *months, std::string{asked.context.tr("cli.help.operations.months")})
        ->check(CLI::Range(0, 120));
    command->callback(
        [&asked, months] { asked.run = [months](const Context& context) { return operations(context, *months); }; });
}

}  // namespace xiaoan::cli
