// `conformance`: recorded tracks against the permitted route and time.
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/cli/option_readers.hpp"
#include "console/conformance/conformance.hpp"
#include "console/conformance/driven_rows.hpp"
#include "console/language/wording.hpp"
#include "console/rules/judge.hpp"
#include "console/rules/track_rules.hpp"
#include "console/water/exposure.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::cli {

namespace {

struct ConformanceArguments {
    std::string bus;
    std::string county;
    std::string from;
    std::string to;
};

/// A day as it was typed; false, with a message, where it is none.
bool read_day(const Context& context, const std::string& typed, data::Date& day)
{
    if (typed.empty()) return true;
    const auto read = data::date_from_iso(typed);
    if (!read) {
        message(context.tr("cli.bad_as_of", {typed}));
        return false;
    }
    day = *read;
    return true;
}

Listing listing_of(const Context& context, const rules::Dossiers& dossiers,
                   const std::vector<conformance::DrivenRow>& rows)
{
    Listing listing;
    for (const auto* key : {"tracks.date", "tracks.number", "tracks.route", "tracks.off_route", "tracks.stops",
                            "tracks.late", "tracks.max_speed", "tracks.waterside", "tracks.fixes", "tracks.findings"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& row : rows) {
        const auto& run = *row.run;
        const auto& number = dossiers.bus(row.bus).registration_number;
        std::string findings;
        for (const auto rule : row.findings) findings += fmt::format("{}{}", findings.empty() ? "" : " ", rule);
        listing.rows.push_back(
            {data::iso(run.date), context.format == Format::text ? language::shown_registration_number(number) : number,
             row.route, run.off_route_m ? rules::metres_text(*run.off_route_m) : std::string{},
             std::to_string(run.stops.size()), run.late_min ? std::to_string(*run.late_min) : std::string{},
             run.max_kmh ? fmt::format("{:.0f}", *run.max_kmh) : std::string{}, rules::metres_text(run.waterside_m),
             std::to_string(run.fixes), findings});
    }
    return listing;
}

int conform(const Context& context, const ConformanceArguments& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = std::make_shared<const data::Snapshot>(from.snapshot(rules::judged_kinds(), false));
    const rules::Dossiers dossiers(snapshot, context.judging());
    conformance::Asked wish{.from = context.as_of, .to = context.as_of, .bus = asked.bus};
    if (!read_day(context, asked.to, wish.to)) return Exit::wrong_command_line;
    wish.from = wish.to - std::chrono::days{dossiers.params().track_days - 1};
    if (!read_day(context, asked.from, wish.from)) return Exit::wrong_command_line;
    if (!read_county(context, *snapshot->region, asked.county, wish.county)) return Exit::wrong_command_line;
    const water::WaterPlaces waters(snapshot);
    const auto facts =
        conformance::driven_facts(dossiers, conformance::tracks_of(from), {waters.waters(), waters.geometries()}, wish);
    const auto rows = conformance::driven_rows(dossiers, *facts);
    if (context.format == Format::json) {
        print(conformance::conformance_json(dossiers, rows) + "\n");
        return Exit::done;
    }
    const auto flagged = std::ranges::count_if(rows, [](const auto& row) { return !row.findings.empty(); });
    const std::string first = data::iso(wish.from), last = data::iso(wish.to);
    message(rows.empty() ? context.tr("cli.conformance.none", {first, last})
                         : context.tr("cli.conformance.runs", {first, last, language::grouped(rows.size()),
                                                               language::grouped(static_cast<std::size_t>(flagged))}));
    if (!rows.empty() || context.format == Format::csv) print(context, listing_of(context, dossiers, rows));
    return Exit::done;
}

}  // namespace

void add_conformance(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<ConformanceArguments>();
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    auto* command = app.add_subcommand("conformance", tr("cli.help.conformance"));
    command->add_option("--bus", options->bus, tr("cli.help.conformance.bus"));
    command->add_option("--county", options->county, tr("cli.help.conformance.county"));
    command->add_option("--from", options->from, tr("cli.help.conformance.from"));
    command->add_option("--to", options->to, tr("cli.help.conformance.to"));
    command->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return conform(context, *options); }; });
}

}  // namespace xiaoan::cli
