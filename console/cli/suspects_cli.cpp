// `suspects`: vehicles in no register that look like illegal carriage, with the sightings behind each.
#include "console/checks/stranger_findings.hpp"
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/language/wording.hpp"

#include <CLI/CLI.hpp>

namespace xiaoan::cli {

namespace {

struct SuspectsArguments {
    std::string since;
    std::string number;
};

Listing listing_of(const Context& context, const std::vector<checks::Suspect>& suspects)
{
    Listing listing;
    for (const auto* key : {"suspects.score", "suspects.number", "suspects.days", "suspects.sightings",
                            "suspects.first", "suspects.last", "suspects.signs", "suspects.resembles"})
        listing.headers.emplace_back(context.tr(key));
    const auto shown = [&](const std::string& number) {
        return context.format == Format::text ? language::shown_registration_number(number) : number;
    };
    for (const auto& each : suspects)
        listing.rows.push_back({std::to_string(each.score), shown(each.registration_number),
                                std::to_string(each.days.size()), std::to_string(each.sightings),
                                data::shown_moment(each.first).substr(0, 16),
                                data::shown_moment(each.last).substr(0, 16), checks::signs_text(each, context.language),
                                each.resembles.empty() ? std::string{} : shown(each.resembles)});
    return listing;
}

Listing sightings_of(const Context& context, const checks::Suspect& suspect)
{
    Listing listing;
    for (const auto* key : {"field.sighting.seen_at", "field.sighting.place", "field.sighting.direction",
                            "field.sighting.riders_seen", "field.sighting.note", "field.sighting.source"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto* seen : suspect.seen) {
        const auto* riders = seen->riders_seen == data::Answer::yes  ? "value.yes"
                             : seen->riders_seen == data::Answer::no ? "value.no"
                                                                     : "value.not_given";
        listing.rows.push_back({data::shown_moment(seen->seen_at).substr(0, 16), seen->place, seen->direction,
                                std::string{context.tr(riders)}, seen->note, seen->reported_by});
    }
    return listing;
}

int suspects(const Context& context, const SuspectsArguments& asked)
{
    std::optional<data::Date> since;
    if (!asked.since.empty()) {
        since = data::date_from_iso(asked.since);
        if (!since) {
            message(context.tr("cli.suspects.bad_since", {asked.since}));
            return Exit::wrong_command_line;
        }
    }
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot =
        from.snapshot(data::kinds_of<data::School, data::Bus, data::Substitution, data::Sighting>(), false);
    const auto days = rules::school_days_of(snapshot.region->holidays, context.judging().settings);
    auto found = checks::suspects(snapshot, days, context.as_of, since);
    if (!asked.number.empty())
        std::erase_if(found.suspects, [&](const auto& each) { return each.registration_number != asked.number; });
    if (context.format == Format::json) {
        print(checks::suspects_json(found) + "\n");
        return Exit::done;
    }
    message(context.tr("cli.suspects.looked_at",
                       {language::grouped(found.sightings), language::grouped(found.vehicles),
                        language::grouped(found.registered), language::grouped(found.without_place),
                        language::grouped(found.suspects.size())}));
    if (!found.suspects.empty()) print(context, listing_of(context, found.suspects));
    if (!asked.number.empty() && found.suspects.size() == 1 && context.format == Format::text) {
        print("\n");
        print(context, sightings_of(context, found.suspects.front()));
    }
    return Exit::done;
}

}  // namespace

void add_suspects(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<SuspectsArguments>();
    auto* command = app.add_subcommand("suspects", std::string{asked.context.tr("cli.help.suspects")});
    command->add_option("--since", options->since, std::string{asked.context.tr("cli.help.suspects.since")});
    command->add_option("--number", options->number, std::string{asked.context.tr("cli.help.suspects.number")});
    command->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return suspects(context, *options); }; });
}

}  // namespace xiaoan::cli
