// `risks`: waters ranked by their risk to pupils in a season.
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/cli/option_readers.hpp"
#include "console/cli/risks_plan_cli.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/water/risk_words.hpp"
#include "console/water/risks.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace xiaoan::cli {

namespace {

struct RisksArguments {
    std::string season;
    std::string county;
    int top = 0;  // 0: all
};

Listing listing_of(const Context& context, const data::Snapshot& snapshot, const std::vector<water::WaterRisk>& risks)
{
    constexpr std::size_t reasons_listed = 5;
    Listing listing;
    for (const auto* key : {"risks.level", "risks.score", "risks.base", "risks.code", "risks.name", "risks.county",
                            "risks.nearest", "risks.completeness", "risks.reasons"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& risk : risks) {
        std::string nearest;
        if (!risk.schools.empty())
            nearest = fmt::format("{} {:.0f} m", risk.schools.front().school->name, risk.schools.front().distance_m);
        listing.rows.push_back({
            water::level_text(risk.score.level, context.language),
            std::to_string(risk.score.score),
            fmt::format("{} × {:.2f}", risk.score.base, risk.score.factor_percent / 100.0),
            risk.water->code,
            risk.water->name,
            rules::county_name(snapshot, risk.water->county, context.language),
            std::move(nearest),
            fmt::format("{} %", risk.score.completeness),
            water::main_reasons(risk.score, reasons_listed, context.language),
        });
    }
    return listing;
}

int risks(const Context& context, const RisksArguments& asked)
{
    const auto season = read_season(context, asked.season);
    if (!season) return Exit::wrong_command_line;
    water::RiskQuestion question{.season = *season, .county = {}, .top = static_cast<std::size_t>(asked.top)};
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = std::make_shared<const data::Snapshot>(
        from.snapshot(data::kinds_of<data::School, data::Route, data::Stop, data::Water>(), false));
    if (!read_county(context, *snapshot->region, asked.county, question.county)) return Exit::wrong_command_line;
    const water::WaterPlaces places(snapshot);
    const auto ranked = water::risks(places, water::neighbours_of_waters(places), question, context.as_of);
    if (context.format == Format::json) {
        print(water::risks_json(ranked, question.season) + "\n");
        return Exit::done;
    }
    message(context.tr("cli.risks.looked_at",
                       {water::season_text(question.season, context.language),
                        language::grouped(snapshot->all<data::Water>().size()),
                        language::grouped(places.waters_without_place().size()), language::grouped(ranked.size())}));
    if (!ranked.empty()) print(context, listing_of(context, *snapshot, ranked));
    return Exit::done;
}

}  // namespace

void add_risks(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<RisksArguments>();
    auto* command = app.add_subcommand("risks", std::string{asked.context.tr("cli.help.risks")});
    command->add_option("--season", options->season, std::string{asked.context.tr("cli.help.risks.season")});
    command->add_option("--county", options->county, std::string{asked.context.tr("cli.help.risks.county")});
    command->add_option("--top", options->top, std::string{asked.context.tr("cli.help.risks.top")})
        ->check(CLI::Range(1, 10'000'000));
    add_risks_plan(*command, asked);
    // CLI11 calls this after the callback of a subcommand, which has said what to run.
    command->callback([&asked, options, command] {
        if (!command->get_subcommands().empty()) return;
        asked.run = [options](const Context& context) { return risks(context, *options); };
    });
}

}  // namespace xiaoan::cli
