// `near`: schools and the waters within reach of them.
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/water/exposure.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::cli {

namespace {

Listing listing_of(const Context& context, const water::Exposures& found)
{
    Listing listing;
    for (const auto* key :
         {"near.school_code", "near.school", "near.water_code", "near.water", "near.distance", "near.inside"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& pair : found.pairs)
        listing.rows.push_back({pair.school->code, pair.school->name, pair.water->code, pair.water->name,
                                fmt::format("{:.3f}", pair.distance_m),
                                std::string{context.tr(pair.inside ? "value.yes" : "value.no")}});
    return listing;
}

int near(const Context& context, const water::ExposureQuestion& question)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot =
        std::make_shared<const data::Snapshot>(from.snapshot(data::kinds_of<data::School, data::Water>(), false));
    const auto has = [](const auto& table, const std::string& code) {
        return code.empty() ||
               std::any_of(table.begin(), table.end(), [&](const auto& each) { return each.code == code; });
    };
    if (!has(snapshot->all<data::School>(), question.school) || !has(snapshot->all<data::Water>(), question.water)) {
        message(context.tr("cli.near.unknown", {question.school.empty() ? question.water : question.school}));
        return Exit::wrong_command_line;
    }
    const auto found = water::exposures(water::WaterPlaces(snapshot), question);
    if (context.format == Format::json) {
        print(water::near_json(found, context.as_of) + "\n");
        return Exit::done;
    }
    const std::string within = fmt::format("{}", question.within_m);
    message(context.tr("cli.near.looked_at", {within, std::to_string(found.schools), std::to_string(found.waters),
                                              std::to_string(found.pairs.size())}));
    if (found.schools_without_position + found.waters_without_place > 0)
        message(context.tr("cli.near.left_out", {std::to_string(found.schools_without_position),
                                                 std::to_string(found.waters_without_place)}));
    if (found.pairs.empty())
        message(context.tr("cli.near.none", {within, std::to_string(found.schools), std::to_string(found.waters)}));
    else
        print(context, listing_of(context, found));
    return Exit::done;
}

}  // namespace

void add_near(CLI::App& app, Invocation& asked)
{
    const auto question = std::make_shared<water::ExposureQuestion>();
    auto* command = app.add_subcommand("near", std::string{asked.context.tr("cli.help.near")});
    command->add_option("--within", question->within_m, std::string{asked.context.tr("cli.help.near.within")})
        ->check(CLI::Range(0.0, 100'000.0));
    command->add_option("--school", question->school, std::string{asked.context.tr("cli.help.near.school")});
    command->add_option("--water", question->water, std::string{asked.context.tr("cli.help.near.water")});
    command->callback(
        [&asked, question] { asked.run = [question](const Context& context) { return near(context, *question); }; });
}

}  // namespace xiaoan::cli
