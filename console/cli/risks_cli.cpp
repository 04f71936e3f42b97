// `risks`: waters ranked by their risk to pupils in a season.
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/cli/option_readers.hpp"
#include "console/cli/risks_plan_cli.hpp"
#include "console/cli/searched_waters.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/water/comparison.hpp"
#include "console/water/risk_words.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace xiaoan::cli {

namespace {

struct RisksArguments {
    std::string season;
    std::string county;
    int top = 0;  // 0: all
    std::string against, against_season;
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

std::string words_of(const Context& context, std::span<const std::string_view> measures)
{
    std::string text;
    for (const auto measure : measures) {
        const std::string one{context.tr(fmt::format("brief.measure.{}", measure))};
        text = text.empty() ? one : context.tr("brief.list", {text, one});
    }
    return text;
}

Listing listing_of(const Context& context, const data::Snapshot& snapshot, const water::Comparison& comparison)
{
    Listing listing;
    for (const auto* key : {"risks.turn", "risks.code", "risks.name", "risks.county", "risks.base_then_now",
                            "risks.score_then_now", "risks.closed", "risks.opened", "risks.standing"})
        listing.headers.emplace_back(context.tr(key));
    const auto both = [](const water::WaterTurn& turn, int water::Standing::* member) {
        const auto side = [&](const auto& at) { return at ? std::to_string((*at).*member) : std::string{"–"}; };
        return fmt::format("{} → {}", side(turn.then), side(turn.now));
    };
    for (const auto& turn : comparison.turns)
        listing.rows.push_back(
            {std::string{
                 context.tr(fmt::format("brief.turn.{}", water::turn_words[static_cast<std::size_t>(turn.turn)]))},
             turn.water->code, turn.water->name, rules::county_name(snapshot, turn.water->county, context.language),
             both(turn, &water::Standing::base), both(turn, &water::Standing::score), words_of(context, turn.closed),
             words_of(context, turn.opened), words_of(context, turn.standing)});
    return listing;
}

/// The waters now against those of an earlier day: what improved, what did not.
int compared(const Context& context, const RisksArguments& asked, const water::RiskQuestion& question,
             const std::shared_ptr<const data::Snapshot>& snapshot)
{
    const auto day = data::date_from_iso(asked.against);
    const SearchedWaters now(snapshot, habits_of(context));
    const water::Season usual = day ? water::season_of(*day, now.habits) : question.season;
    PastWaters past;
    if (const int code = read_past(context, asked.against, asked.against_season, usual, now.habits, past);
        code != Exit::done)
        return code;
    const auto ranked = now.ranked(question.season, question.county, context.as_of);
    const auto then = past.searched->ranked(past.season, question.county, past.since);
    water::Comparison comparison{past.since, past.season, water::turns_of(then, ranked)};
    const auto count = [&](water::Turn turn) { return language::grouped(comparison.count(turn)); };
    message(context.tr("cli.risks.against",
                       {water::season_text(question.season, now.habits, context.language), data::iso(past.since),
                        water::season_text(past.season, now.habits, context.language), count(water::Turn::worse),
                        count(water::Turn::fresh), count(water::Turn::improved), count(water::Turn::unchanged),
                        count(water::Turn::gone), language::grouped(comparison.still_lacking())}));
    if (question.top > 0 && comparison.turns.size() > question.top) comparison.turns.resize(question.top);
    if (context.format == Format::json)
        print(water::comparison_json(comparison, question.season) + "\n");
    else if (!comparison.turns.empty())
        print(context, listing_of(context, *snapshot, comparison));
    return Exit::done;
}

int risks(const Context& context, const RisksArguments& asked)
{
    const auto season = read_season(context, asked.season);
    if (!season) return Exit::wrong_command_line;
    if (!asked.against_season.empty() && asked.against.empty()) {
        message(context.tr("cli.risks.against_alone"));
        return Exit::wrong_command_line;
    }
    water::RiskQuestion question{.season = *season, .county = {}, .top = static_cast<std::size_t>(asked.top)};
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = water_snapshot(from, false);
    if (!read_county(context, *snapshot->region, asked.county, question.county)) return Exit::wrong_command_line;
    if (!asked.against.empty()) return compared(context, asked, question, snapshot);
    const SearchedWaters searched(snapshot, habits_of(context));
    const auto ranked = water::risks(searched.places, searched.neighbours, question, context.as_of, searched.habits);
    if (context.format == Format::json) {
        print(water::risks_json(ranked, question.season) + "\n");
        return Exit::done;
    }
    message(context.tr("cli.risks.looked_at", {water::season_text(question.season, searched.habits, context.language),
                                               language::grouped(snapshot->all<data::Water>().size()),
                                               language::grouped(searched.places.waters_without_place().size()),
                                               language::grouped(ranked.size())}));
    if (const auto changed = water::changed_text(searched.habits, context.language); !changed.empty()) message(changed);
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
    command->add_option("--against", options->against, std::string{asked.context.tr("cli.help.risks.against")});
    command->add_option("--against-season", options->against_season,
                        std::string{asked.context.tr("cli.help.risks.against_season")});
    add_risks_plan(*command, asked);
    // CLI11 calls this after the callback of a subcommand, which has said what to run.
    command->callback([&asked, options, command] {
        if (!command->get_subcommands().empty()) return;
        asked.run = [options](const Context& context) { return risks(context, *options); };
    });
}

}  // namespace xiaoan::cli
