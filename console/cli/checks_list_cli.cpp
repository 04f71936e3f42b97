// `checks list` and `checks report`: what was checked between two days, and what became of it.
#include "console/cli/checks_cli.hpp"

#include "console/checks/results/campaign_pages.hpp"
#include "console/checks/results/spot_findings.hpp"
#include "console/cli/county_option.hpp"
#include "console/cli/listing.hpp"
#include "console/documents/draw/pdf.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "data/export/written_file.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace xiaoan::cli {

namespace {

struct AskedList {
    std::string from, to, county, out;
};

struct Listed {
    data::Snapshot snapshot;
    std::vector<data::CheckedVehicle> all;
    std::vector<checks::ListedCheck> checks;
    std::string witness;
};

/// What was asked for; empty, and said, where the question is wrong.
std::optional<Listed> listed(const Context& context, const AskedList& asked)
{
    checks::CheckFilter filter;
    for (const auto& [typed, day] : {std::pair{&asked.from, &filter.from}, std::pair{&asked.to, &filter.to}}) {
        if (typed->empty()) continue;
        *day = data::date_from_iso(*typed);
        if (*day) continue;
        message(context.tr("cli.checks.bad_date", {*typed}));
        return std::nullopt;
    }
    const auto from = context.open(data::Register::Access::read);
    Listed made;
    made.snapshot = from.snapshot(data::kinds_of<data::Bus, data::Handover>(), false);
    if (!asked.county.empty()) {
        const auto county = find_county(*made.snapshot.region, asked.county);
        if (!county) {
            message(context.tr("cli.unknown_county", {asked.county}));
            return std::nullopt;
        }
        filter.county = *county;
    }
    made.all = data::read_checks(context.register_path,
                                 context.known_at ? std::optional{context.known_at->newest} : std::nullopt);
    made.checks = checks::check_list(made.all, made.snapshot, filter);
    made.witness = context.tr("notice.witness", {made.snapshot.name, std::to_string(made.snapshot.last_change.value),
                                                 from.hash_of(made.snapshot.last_change)});
    return made;
}

std::string outcomes_text(const Context& context, const data::CheckedVehicle& vehicle)
{
    std::string text;
    for (const data::CheckOutcome& outcome : vehicle.outcomes)
        text += (text.empty()                                 ? ""
                 : context.language == language::Language::zh ? "；"
                                                              : "; ") +
                outcome_text(context, outcome);
    return text;
}

Listing listing_of(const Context& context, const Listed& made)
{
    Listing listing;
    for (const auto* key : {"campaign.check", "list.registration_number", "list.county", "campaign.expected",
                            "campaign.met", "check.followed"})
        listing.headers.emplace_back(context.tr(key));
    const auto answer = [&](data::Answer said) {
        return said == data::Answer::not_given
                   ? std::string{}
                   : std::string{context.tr(said == data::Answer::yes ? "value.yes" : "value.no")};
    };
    for (const auto& check : made.checks)
        for (const auto& vehicle : check.vehicles)
            listing.rows.push_back({check.number, language::shown_registration_number(vehicle.record->vehicle),
                                    rules::county_name(made.snapshot, vehicle.county, context.language),
                                    answer(vehicle.expected ? data::Answer::yes : data::Answer::no),
                                    answer(vehicle.met), outcomes_text(context, *vehicle.record)});
    return listing;
}

int list(const Context& context, const AskedList& asked)
{
    const auto made = listed(context, asked);
    if (!made) return Exit::wrong_command_line;
    if (context.format == Format::json)
        print(checks::check_list_json(made->checks) + "\n");
    else
        print(context, listing_of(context, *made));
    std::size_t vehicles = 0;
    for (const auto& check : made->checks) vehicles += check.vehicles.size();
    message(context.tr("cli.check_list.counted", {std::to_string(made->checks.size()), std::to_string(vehicles)}));
    return Exit::done;
}

int report(const Context& context, const AskedList& asked)
{
    if (!asked.out.empty() && !asked.out.ends_with(".pdf")) {
        message(context.tr("cli.bad_pdf", {asked.out}));
        return Exit::wrong_command_line;
    }
    const auto made = listed(context, asked);
    if (!made) return Exit::wrong_command_line;
    // Without days: from the first check to the last.
    const auto day = [](const std::string& typed, data::Date otherwise) {
        return typed.empty() ? otherwise : data::date_from_iso(typed).value_or(otherwise);
    };
    const bool any = !made->checks.empty();
    const auto campaign = checks::campaign(made->checks, made->snapshot,
                                           day(asked.from, any ? made->checks.front().held_on : context.as_of),
                                           day(asked.to, any ? made->checks.back().held_on : context.as_of));
    if (!asked.out.empty()) {
        const checks::CampaignPaper paper{
            .issued_by = made->snapshot.name,
            .witness = made->witness,
            .demonstration = made->snapshot.demonstration ? std::string{context.tr("demonstration")} : std::string{},
            .date = context.as_of,
            .language = context.language};
        const documents::Fonts fonts;
        const auto pages = checks::campaign_pages(campaign, made->checks, made->snapshot, paper, fonts);
        data::write_file(
            asked.out,
            documents::pdf_of(pages, {std::string{context.tr("campaign.title")}, made->snapshot.name, context.as_of},
                              fonts));
        message(context.tr("cli.letter.written", {asked.out, std::to_string(pages.size())}));
    }
    if (context.format == Format::json || asked.out.empty()) print(checks::campaign_json(campaign) + "\n");
    return Exit::done;
}

}  // namespace

void add_checks_list(CLI::App& checks, Invocation& asked)
{
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    const auto add = [&](const char* name, const char* help, int (*run)(const Context&, const AskedList&), bool paper) {
        const auto options = std::make_shared<AskedList>();
        auto* command = checks.add_subcommand(name, tr(help));
        command->add_option("--from", options->from, tr("cli.help.check_list.from"));
        command->add_option("--to", options->to, tr("cli.help.check_list.to"));
        command->add_option("--county", options->county, tr("cli.help.findings.county"));
        if (paper) command->add_option("--out", options->out, tr("cli.help.check_report.out"));
        command->callback([&asked, options, run] {
            asked.run = [options, run](const Context& context) { return run(context, *options); };
        });
    };
    add("list", "cli.help.checks.list", list, false);
    add("report", "cli.help.checks.report", report, true);
}

}  // namespace xiaoan::cli
