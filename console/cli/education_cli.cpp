// `education`: how many schools had lessons, letters, receipts and drills, by count.
#include "console/cli/education_cli.hpp"
#include "console/cli/listing.hpp"
#include "console/cli/option_readers.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/water/coverage.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace xiaoan::cli {

namespace {

struct EducationArguments {
    std::string county, from;
};

/// Halves of a per cent upwards; nothing of nothing.
std::size_t percent(std::size_t part, std::size_t all)
{
    return all == 0 ? 0 : (200 * part + all) / (2 * all);
}

std::string held_text(const Context& context, const water::Held& held)
{
    if (held.times == 0) return "—";
    if (held.of == 0) return context.tr("coverage.held", {std::to_string(held.times)});
    return context.tr("coverage.counted",
                      {std::to_string(held.times), std::to_string(held.count), std::to_string(held.of)});
}

Listing counties_listing(const Context& context, const data::Snapshot& snapshot, const water::Coverage& found)
{
    Listing listing;
    for (const auto* key : {"coverage.county", "coverage.schools", "coverage.lesson", "coverage.letter",
                            "coverage.receipt", "coverage.drill"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& each : found.counties) {
        auto& row = listing.rows.emplace_back();
        row = {rules::county_name(snapshot, each.county, context.language), std::to_string(each.schools)};
        for (const std::size_t with : each.with)
            row.push_back(
                context.tr("coverage.share", {std::to_string(with), std::to_string(percent(with, each.schools))}));
    }
    return listing;
}

Listing schools_listing(const Context& context, const water::Coverage& found)
{
    Listing listing;
    for (const auto* key :
         {"coverage.school", "coverage.lesson", "coverage.letter", "coverage.receipt", "coverage.drill"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& each : found.schools) {
        auto& row = listing.rows.emplace_back();
        row = {each.school->name};
        for (const water::Held& held : each.held) row.push_back(held_text(context, held));
    }
    return listing;
}

int education(const Context& context, const EducationArguments& asked)
{
    std::optional<data::Date> from;
    if (!read_date(context, asked.from, from)) return Exit::wrong_command_line;
    const auto opened = context.open(data::Register::Access::read);
    const auto snapshot = opened.snapshot(data::kinds_of<data::School, data::Education>(), false);
    constexpr std::chrono::days year{365};
    water::CoverageQuestion question{.from = from.value_or(context.as_of - year), .to = context.as_of, .county = {}};
    if (!read_county(context, *snapshot.region, asked.county, question.county)) return Exit::wrong_command_line;
    const auto found = water::coverage(snapshot, question);
    if (context.format == Format::json) {
        print(water::coverage_json(found, question) + "\n");
        return Exit::done;
    }
    message(context.tr("coverage.looked_at",
                       {data::iso(question.from), data::iso(question.to), language::grouped(found.schools.size()),
                        language::grouped(found.of_no_school)}));
    if (question.county.given())
        print(context, schools_listing(context, found));
    else
        print(context, counties_listing(context, snapshot, found));
    return Exit::done;
}

}  // namespace

void add_education(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<EducationArguments>();
    auto* command = app.add_subcommand("education", std::string{asked.context.tr("cli.help.education")});
    command->add_option("--county", options->county, std::string{asked.context.tr("cli.help.risks.county")});
    command->add_option("--from", options->from, std::string{asked.context.tr("cli.help.education.from")});
    command->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return education(context, *options); }; });
}

}  // namespace xiaoan::cli
