// `brief` and `letter`: the season's briefing on waters, and the letter to the parents of a school.
#include "console/cli/command_line.hpp"
#include "console/cli/county_option.hpp"
#include "console/documents/draw/pdf.hpp"
#include "console/documents/page/letter_pages.hpp"
#include "console/water/briefing/brief.hpp"
#include "console/water/briefing/parents_letter.hpp"
#include "data/export/written_file.hpp"

#include <CLI/CLI.hpp>

namespace xiaoan::cli {

namespace {

struct Asked {
    std::string season, county, school, out;
};

/// The season asked for or that of the date; nothing, with a message, where it is none.
std::optional<water::Season> season_in(const Context& context, const Asked& asked)
{
    if (asked.season.empty()) return water::season_of(context.as_of);
    const auto season = water::season_from(asked.season);
    if (!season) message(context.tr("cli.risks.bad_season", {asked.season}));
    return season;
}

int write_letter(const Context& context, const documents::Letter& letter, const std::string& path)
{
    const documents::Fonts fonts;
    const auto pages = documents::letter_pages(letter, fonts);
    data::write_file(path, documents::pdf_of(pages, letter.info, fonts));
    message(context.tr("cli.brief.written", {path, std::to_string(pages.size())}));
    return Exit::done;
}

bool is_pdf(const Context& context, const std::string& path)
{
    if (path.ends_with(".pdf")) return true;
    message(context.tr("cli.brief.bad_out", {path}));
    return false;
}

std::shared_ptr<const data::Snapshot> snapshot_of(const data::Register& from)
{
    return std::make_shared<const data::Snapshot>(
        from.snapshot(data::kinds_of<data::School, data::Route, data::Stop, data::Water>(), false));
}

int brief(const Context& context, const Asked& asked)
{
    const auto season = season_in(context, asked);
    if (!season || !is_pdf(context, asked.out)) return Exit::wrong_command_line;
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = snapshot_of(from);
    water::BriefWish wish{
        .season = *season,
        .as_of = context.as_of,
        .issued_by = snapshot->name,
        .witness = {context.tr("notice.witness", {snapshot->name, std::to_string(snapshot->last_change.value),
                                                  from.hash_of(snapshot->last_change)})},
        .language = context.language};
    if (!asked.county.empty()) {
        const auto county = find_county(*snapshot->region, asked.county);
        if (!county) {
            message(context.tr("cli.unknown_county", {asked.county}));
            return Exit::wrong_command_line;
        }
        wish.county = *county;
    }
    const water::WaterPlaces places(snapshot);
    const auto ranked = water::risks(places, water::neighbours_of_waters(places),
                                     {.season = wish.season, .county = wish.county, .top = 0}, context.as_of);
    return write_letter(context, water::brief(places, ranked, wish), asked.out);
}

int letter(const Context& context, const Asked& asked)
{
    const auto season = season_in(context, asked);
    if (!season || !is_pdf(context, asked.out)) return Exit::wrong_command_line;
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = snapshot_of(from);
    const auto& schools = snapshot->all<data::School>();
    const auto school = std::ranges::find(schools, asked.school, &data::School::code);
    if (school == schools.end()) {
        message(context.tr("cli.brief.no_school", {asked.school}));
        return Exit::refused;
    }
    const water::WaterPlaces places(snapshot);
    const auto near = water::exposures(places, {.within_m = 3000, .school = asked.school});
    return write_letter(
        context,
        water::parents_letter(*snapshot, *school, near.pairs,
                              {.as_of = context.as_of, .season = *season, .language = context.language}),
        asked.out);
}

}  // namespace

void add_brief(CLI::App& app, Invocation& asked)
{
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    const auto options = std::make_shared<Asked>();
    auto* of_city = app.add_subcommand("brief", tr("cli.help.brief"));
    of_city->add_option("--season", options->season, tr("cli.help.risks.season"));
    of_city->add_option("--county", options->county, tr("cli.help.risks.county"));
    of_city->add_option("--out", options->out, tr("cli.help.brief.out"))->required();
    of_city->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return brief(context, *options); }; });

    auto* of_school = app.add_subcommand("letter", tr("cli.help.letter"));
    of_school->add_option("--school", options->school, tr("cli.help.letter.school"))->required();
    of_school->add_option("--season", options->season, tr("cli.help.letter.season"));
    of_school->add_option("--out", options->out, tr("cli.help.brief.out"))->required();
    of_school->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return letter(context, *options); }; });
}

}  // namespace xiaoan::cli
