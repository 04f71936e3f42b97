// `letter`: the letter to the parents of a school, of several, or of all, in one PDF; also its poster and lesson sheet.
#include "console/cli/command_line.hpp"
#include "console/cli/option_readers.hpp"
#include "console/cli/searched_waters.hpp"
#include "console/documents/draw/pdf.hpp"
#include "console/documents/page/flyer.hpp"
#include "console/water/briefing/parents_letter.hpp"
#include "data/export/written_file.hpp"

#include <CLI/CLI.hpp>

#include <iterator>

namespace xiaoan::cli {

namespace {

struct LetterArguments {
    std::vector<std::string> schools;
    std::string county, season, out, form = "letter";
    bool all = false;
};

/// The schools asked for by code, in the order asked; the others by code. An exit code other than done, with a message,
/// where there are none.
int find_schools(const Context& context, const data::Snapshot& snapshot, const LetterArguments& asked,
                 std::vector<const data::School*>& found)
{
    const auto& schools = snapshot.all<data::School>();
    data::Adcode county;
    if (!read_county(context, *snapshot.region, asked.county, county)) return Exit::wrong_command_line;
    for (const std::string& code : asked.schools) {
        const auto school = std::ranges::find(schools, code, &data::School::code);
        if (school == schools.end()) {
            message(context.tr("cli.brief.no_school", {code}));
            return Exit::refused;
        }
        found.push_back(&*school);
    }
    if (asked.schools.empty()) {
        for (const data::School& school : schools)
            if (asked.all || school.county == county) found.push_back(&school);
        std::ranges::sort(found, {}, [](const data::School* each) { return std::tie(each->code, each->id); });
    }
    if (!found.empty()) return Exit::done;
    message(context.tr("cli.letter.none"));
    return Exit::refused;
}

auto making_of(std::string_view form)
{
    if (form == "poster") return water::school_poster;
    return form == "lesson" ? water::lesson_sheet : water::parents_letter;
}

int letter(const Context& context, const LetterArguments& asked)
{
    const auto season = read_season(context, asked.season);
    if (!season || !is_pdf(context, asked.out)) return Exit::wrong_command_line;
    if (!asked.schools.empty() + !asked.county.empty() + asked.all != 1) {
        message(context.tr("cli.letter.whom"));
        return Exit::wrong_command_line;
    }
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot =
        std::make_shared<const data::Snapshot>(from.snapshot(data::kinds_of<data::School, data::Water>(), true));
    std::vector<const data::School*> schools;
    if (const int code = find_schools(context, *snapshot, asked, schools); code != Exit::done) return code;

    const water::WaterPlaces places(snapshot);
    const auto base = map::paper_base_of(*snapshot->region);
    constexpr double reach_m = 3000;
    const auto near = water::exposures(
        places, {.within_m = reach_m, .school = schools.size() == 1 ? schools.front()->code : std::string{}});
    const documents::Fonts fonts;
    std::vector<documents::Page> pages;
    documents::DocumentInfo info;
    for (const data::School* school : schools) {
        // Pairs stand by school; two of one code stand side by side.
        const auto of_code = std::ranges::equal_range(near.pairs, school->code, {},
                                                      [](const water::Exposure& pair) { return pair.school->code; });
        std::vector<water::Exposure> own;
        std::ranges::copy_if(of_code, std::back_inserter(own),
                             [&](const water::Exposure& pair) { return pair.school == school; });
        const auto flyer =
            making_of(asked.form)({base, places, context.language}, *school, own,
                                  {.as_of = context.as_of, .season = water::named(*season, habits_of(context))});
        std::ranges::move(documents::flyer_pages(flyer, fonts), std::back_inserter(pages));
        info = flyer.info;
    }
    if (schools.size() > 1) info.author = snapshot->name;
    data::write_file(asked.out, documents::pdf_of(pages, info, fonts));
    message(context.tr("cli.letter.written", {asked.out, std::to_string(pages.size())}));
    return Exit::done;
}

}  // namespace

void add_letter(CLI::App& app, Invocation& asked)
{
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    const auto options = std::make_shared<LetterArguments>();
    auto* command = app.add_subcommand("letter", tr("cli.help.letter"));
    command->add_option("--school", options->schools, tr("cli.help.letter.school"));
    command->add_option("--county", options->county, tr("cli.help.letter.county"));
    command->add_flag("--all", options->all, tr("cli.help.letter.all"));
    command->add_option("--form", options->form, tr("cli.help.letter.form"))
        ->check(CLI::IsMember({"letter", "poster", "lesson"}));
    command->add_option("--season", options->season, tr("cli.help.letter.season"));
    command->add_option("--out", options->out, tr("cli.help.letter.out"))->required();
    command->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return letter(context, *options); }; });
}

}  // namespace xiaoan::cli
