// `permits clocks`: open applications and claims against the statutory time limits, in working days.
#include "console/cli/command_line.hpp"
#include "console/cli/county_option.hpp"
#include "console/cli/listing.hpp"
#include "console/language/wording.hpp"
#include "console/rules/judge.hpp"
#include "console/rules/open_clocks.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace xiaoan::cli {

namespace {

Listing listing_of(const Context& context, std::span<const rules::OpenClock> clocks)
{
    Listing listing;
    for (const auto* key : {"list.registration_number", "clocks.number", "clocks.step", "clocks.holder", "clocks.since",
                            "clocks.limit", "clocks.used", "clocks.late", "clocks.last_day"})
        listing.headers.emplace_back(context.tr(key));
    const auto count = [&](const std::optional<int>& days, bool computable) {
        return days ? std::to_string(*days) : std::string{computable ? "" : context.tr("clocks.uncountable")};
    };
    const auto date = [](const data::DateCell& day) { return day.has_date() ? data::iso(day.date()) : std::string{}; };
    const bool for_people = context.format == Format::text;
    for (const auto& [registration_number, number, county, clock] : clocks) {
        const bool limited = clock.step != rules::Step::present;
        listing.rows.push_back(
            {for_people ? language::shown_registration_number(registration_number) : registration_number, number,
             std::string{context.tr("clocks.step." + std::string{data::word(clock.step)})},
             std::string{context.tr("department." + std::string{data::word(clock.holder)})}, date(clock.since),
             count(clock.limit, !limited), count(clock.used, false),
             clock.late == std::optional{false} ? "0" : count(clock.late_workdays(), !limited), date(clock.last_day)});
    }
    return listing;
}

int clocks(const Context& context, const std::string& county_asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = std::make_shared<const data::Snapshot>(from.snapshot(rules::judged_kinds(), false));
    data::Adcode county;
    if (!county_asked.empty()) {
        const auto found = find_county(*snapshot->region, county_asked);
        if (!found) {
            message(context.tr("cli.unknown_county", {county_asked}));
            return Exit::wrong_command_line;
        }
        county = *found;
    }
    const rules::Dossiers dossiers(snapshot, context.judging());
    const auto open = rules::open_clocks(dossiers, context.as_of, county);
    if (context.format == Format::json) {
        print(rules::open_clocks_json(open, context.as_of) + "\n");
        return Exit::done;
    }
    const auto late =
        std::ranges::count_if(open, [](const auto& each) { return each.clock.late == std::optional{true}; });
    message(context.tr("clocks.looked_at", {data::iso(context.as_of), language::grouped(open.size()),
                                            language::grouped(static_cast<std::size_t>(late))}));
    if (open.empty() && context.format == Format::text)
        print(std::string{context.tr("clocks.none")} + "\n");
    else
        print(context, listing_of(context, open));
    return Exit::done;
}

}  // namespace

void add_permits(CLI::App& app, Invocation& asked)
{
    const auto county = std::make_shared<std::string>();
    auto* permits = app.add_subcommand("permits", std::string{asked.context.tr("cli.help.permits")});
    permits->require_subcommand(1);
    auto* command = permits->add_subcommand("clocks", std::string{asked.context.tr("cli.help.permits.clocks")});
    command->add_option("--county", *county, std::string{asked.context.tr("cli.help.findings.county")});
    command->callback(
        [&asked, county] { asked.run = [county](const Context& context) { return clocks(context, *county); }; });
}

}  // namespace xiaoan::cli
