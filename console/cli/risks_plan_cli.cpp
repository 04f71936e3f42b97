// `risks plan` and `risks what-if`: money for equipment at waters, and what a piece of it changes.
#include "console/cli/risks_plan_cli.hpp"
#include "console/cli/listing.hpp"
#include "console/cli/option_readers.hpp"
#include "console/cli/searched_waters.hpp"
#include "console/language/wording.hpp"
#include "console/water/equipment/equipment_plan.hpp"
#include "console/water/risk_words.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace xiaoan::cli {

namespace {

struct RisksPlanArguments {
    std::string season, county;
    std::vector<std::string> waters, put_up;
    std::int64_t budget = 0;
    std::size_t top = 0;
    bool unverified = false;
};

/// The ranking that the question is about.
struct Ranked {
    std::shared_ptr<const data::Snapshot> snapshot;
    water::Season season;
    water::Habits habits;
    std::vector<water::WaterRisk> risks;
};

/// An exit code other than done, with a message, where the season or the county is none.
int read_ranked(const Context& context, const RisksPlanArguments& asked, Ranked& ranked)
{
    const auto season = read_season(context, asked.season);
    if (!season) return Exit::wrong_command_line;
    const auto from = context.open(data::Register::Access::read);
    ranked.snapshot = std::make_shared<const data::Snapshot>(
        from.snapshot(data::kinds_of<data::School, data::Route, data::Stop, data::Water>(), false));
    ranked.season = *season;
    ranked.habits = habits_of(context);
    water::RiskQuestion question{.season = *season, .county = {}, .top = 0};
    if (!read_county(context, *ranked.snapshot->region, asked.county, question.county)) return Exit::wrong_command_line;
    const water::WaterPlaces places(ranked.snapshot);
    ranked.risks = water::risks(places, water::neighbours_of_waters(places, ranked.habits), question, context.as_of,
                                ranked.habits);
    return Exit::done;
}

std::string items_text(const Context& context, const std::vector<std::string_view>& items)
{
    std::string text;
    for (const auto item : items) {
        const std::string one{context.tr(fmt::format("brief.measure.{}", item))};
        text = text.empty() ? one : context.tr("brief.list", {text, one});
    }
    return text;
}

Listing listing_of(const Context& context, const std::vector<water::WaterEffect>& effects)
{
    Listing listing;
    for (const auto* key : {"equipment.rank", "equipment.code", "equipment.name", "equipment.items", "equipment.yuan",
                            "equipment.score", "equipment.level"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& effect : effects)
        listing.rows.push_back({fmt::format("{} → {}", effect.rank, effect.rank_after), effect.water->code,
                                effect.water->name, items_text(context, effect.items), std::to_string(effect.yuan),
                                fmt::format("{} → {}", effect.score, effect.score_after),
                                fmt::format("{} → {}", water::level_text(effect.level, context.language),
                                            water::level_text(effect.level_after, context.language))});
    return listing;
}

/// The prices by which was reckoned, and that the defaults are assumptions.
void say_prices(const Context& context, const water::Prices& prices)
{
    std::string said;
    for (std::size_t i = 0; i < water::purchasable.size(); ++i) {
        const std::string one = context.tr(
            "equipment.price", {std::string{context.tr(fmt::format("brief.measure.{}", water::purchasable[i]))},
                                std::to_string(prices.yuan[i])});
        said = said.empty() ? one : context.tr("brief.list", {said, one});
    }
    message(context.tr("equipment.prices", {said}));
}

int plan(const Context& context, const RisksPlanArguments& asked)
{
    Ranked ranked;
    if (const int code = read_ranked(context, asked, ranked); code != Exit::done) return code;
    const water::PlanQuestion question{.budget_yuan = asked.budget,
                                       .top = asked.top,
                                       .unverified = asked.unverified,
                                       .prices = water::prices_of(context.judging().settings)};
    const auto found = water::equipment_plan(ranked.risks, question);
    if (!found) {
        message(context.tr("equipment.too_much"));
        return Exit::refused;
    }
    if (context.format == Format::json) {
        print(water::equipment_plan_json(*found, question, ranked.season) + "\n");
        return Exit::done;
    }
    const auto count = [](auto number) { return language::grouped(static_cast<std::size_t>(number)); };
    say_prices(context, question.prices);
    message(context.tr("equipment.plan",
                       {water::season_text(ranked.season, ranked.habits, context.language), count(ranked.risks.size()),
                        count(found->missing), count(found->all_yuan), count(found->bought), count(found->spent_yuan),
                        count(question.budget_yuan),
                        fmt::format("{}.{:02}", found->off_hundredths / 100, found->off_hundredths % 100)}));
    if (found->unverified > 0 && !asked.unverified)
        message(context.tr("equipment.unverified", {count(found->unverified)}));
    if (!found->effects.empty()) print(context, listing_of(context, found->effects));
    return Exit::done;
}

int what_if(const Context& context, const RisksPlanArguments& asked)
{
    Ranked ranked;
    if (const int code = read_ranked(context, asked, ranked); code != Exit::done) return code;
    water::PutUp put_up;
    for (const std::string& code : asked.waters) {
        if (std::ranges::none_of(ranked.risks, [&](const auto& risk) { return risk.water->code == code; })) {
            message(context.tr("equipment.no_water", {code}));
            return Exit::refused;
        }
        put_up[code] = {asked.put_up.begin(), asked.put_up.end()};
    }
    const auto prices = water::prices_of(context.judging().settings);
    const auto effects = water::effects_of(ranked.risks, put_up, prices);
    if (context.format == Format::json)
        print(water::effects_json(effects, ranked.season) + "\n");
    else {
        say_prices(context, prices);
        print(context, listing_of(context, effects));
    }
    return Exit::done;
}

}  // namespace

void add_risks_plan(CLI::App& risks, Invocation& asked)
{
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    const auto options = std::make_shared<RisksPlanArguments>();
    const auto common = [&](CLI::App* command) {
        command->add_option("--season", options->season, tr("cli.help.risks.season"));
        command->add_option("--county", options->county, tr("cli.help.risks.county"));
    };
    auto* bought = risks.add_subcommand("plan", tr("cli.help.risks.plan"));
    common(bought);
    constexpr std::int64_t richest = 1'000'000'000;
    bought->add_option("--budget", options->budget, tr("cli.help.risks.budget"))
        ->required()
        ->check(CLI::Range(std::int64_t{1}, richest));
    bought->add_option("--top", options->top, tr("cli.help.risks.plan_top"))->check(CLI::Range(1, 10'000'000));
    bought->add_flag("--unverified", options->unverified, tr("cli.help.risks.unverified"));
    bought->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return plan(context, *options); }; });

    auto* tried = risks.add_subcommand("what-if", tr("cli.help.risks.what_if"));
    common(tried);
    tried->add_option("--water", options->waters, tr("cli.help.risks.water"))->required();
    tried->add_option("--put-up", options->put_up, tr("cli.help.risks.put_up"))
        ->required()
        ->delimiter(',')
        ->check(CLI::IsMember(std::vector<std::string>(water::purchasable.begin(), water::purchasable.end())));
    tried->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return what_if(context, *options); }; });
}

}  // namespace xiaoan::cli
