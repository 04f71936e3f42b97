// `findings`: what is wrong with the buses as of a date, as text, JSON, CSV or a printed page.
#include "console/checks/stranger_findings.hpp"
#include "console/cli/command_line.hpp"
#include "console/cli/county_option.hpp"
#include "console/cli/judged_dossiers.hpp"
#include "console/cli/listing.hpp"
#include "console/documents/flagged_csv.hpp"
#include "console/documents/flagged_list.hpp"
#include "console/language/wording.hpp"
#include "console/rules/difference.hpp"
#include "console/rules/findings_json.hpp"
#include "console/rules/sentence.hpp"
#include "console/rules/silence.hpp"
#include "console/rules/wording.hpp"
#include "data/export/written_file.hpp"

#include <CLI/CLI.hpp>

namespace xiaoan::cli {

namespace {

struct FindingsArguments {
    std::string rule;
    std::string county;
    std::string severity;
    std::string out;
    std::string against;           // a day
    std::string against_known_at;  // a moment
};

std::string date_text(const data::DateCell& date)
{
    return date.has_date() ? data::iso(date.date()) : std::string{};
}

Listing listing_of(const Context& context, const rules::Dossiers& dossiers, const std::vector<rules::Finding>& findings)
{
    Listing listing;
    for (const auto* key : {"list.severity", "list.registration_number", "list.county", "list.rule", "list.problem",
                            "list.since", "list.due", "list.department", "list.run_by", "list.basis", "list.text"})
        listing.headers.emplace_back(context.tr(key));
    const bool for_people = context.format == Format::text;
    for (const auto& finding : findings) {
        const auto index = dossiers.find(finding.bus);
        const data::Bus& bus = dossiers.bus(index);
        const data::Operator* run_by = dossiers.run_by(index);
        const auto& number = bus.registration_number;
        listing.rows.push_back({
            std::string{context.tr("severity." + std::string{data::word(finding.severity)})},
            for_people ? language::shown_registration_number(number) : number,
            rules::county_name(dossiers.snapshot(), bus.county, context.language),
            rules::rule_id(finding),
            rules::title(context.language, finding),
            date_text(finding.since),
            date_text(finding.due),
            std::string{context.tr("department." + std::string{data::word(finding.department)})},
            run_by != nullptr ? run_by->name : bus.run_by,
            std::string{rules::basis(context.language, finding)},
            rules::sentence(context.language, rules::explain(dossiers, finding, context.as_of)),
        });
    }
    return listing;
}

/// Adds suspected illegal carriage at the end of a list.
void add_strangers(const Context& context, const rules::Dossiers& dossiers,
                   const std::vector<rules::StrangerFinding>& strangers, Listing& listing)
{
    const rules::Rule& rule = *rules::find_rule(rules::rule_of_strangers);
    const bool zh = context.language == language::Language::zh;
    for (const auto& each : strangers)
        listing.rows.push_back({
            std::string{context.tr("severity." + std::string{data::word(rule.severity)})},
            context.format == Format::text ? language::shown_registration_number(each.registration_number)
                                           : each.registration_number,
            rules::county_name(dossiers.snapshot(), each.county, context.language),
            std::string{rule.id},
            std::string{context.tr("rule.SUSPECT-CARRIAGE.title")},
            date_text(each.since),
            {},
            std::string{context.tr("department." + std::string{data::word(rule.department)})},
            {},
            std::string{zh ? rule.basis_zh : rule.basis_en},
            rules::sentence(context.language, each.why),
        });
}

/// Counts and list, for people.
void print_for_people(const Context& context, const rules::Dossiers& dossiers, const rules::Judgement& judgement,
                      const std::vector<rules::Finding>& findings, const std::vector<rules::StrangerFinding>& strangers)
{
    const auto buses = [&](rules::BusState state) {
        return language::grouped(judgement.buses_in[static_cast<std::size_t>(state)]);
    };
    using enum rules::BusState;
    message(context.tr("cli.findings.looked_at",
                       {data::iso(context.as_of), language::grouped(judgement.looked_at), buses(stop), buses(rectify),
                        buses(notice), buses(in_order), buses(not_in_service),
                        language::grouped(findings.size() + strangers.size())}));
    if (findings.empty() && strangers.empty())
        print(context.tr("cli.findings.none", {language::grouped(judgement.looked_at)}) + "\n");
    else {
        Listing listing = listing_of(context, dossiers, findings);
        add_strangers(context, dossiers, strangers, listing);
        print(context, listing);
    }
}

int write_out(const Context& context, const FindingsArguments& asked, const rules::Dossiers& dossiers,
              const rules::Judgement& judgement, const std::vector<rules::Finding>& findings,
              const std::vector<rules::StrangerFinding>& strangers)
{
    const bool pdf = asked.out.ends_with(".pdf");
    if (!pdf && !asked.out.ends_with(".csv")) {
        message(context.tr("cli.findings.bad_out", {asked.out}));
        return Exit::wrong_command_line;
    }
    auto list = documents::flagged_list(dossiers, judgement, findings, context.language, strangers);
    if (context.known_at) list.facts.push_back(context.tr("list.known_at", {context.known_at->shown}));
    data::write_file(asked.out, pdf ? documents::flagged_list_pdf(list) : documents::flagged_list_csv(list));
    message(context.tr("cli.findings.written", {asked.out, std::to_string(findings.size() + strangers.size())}));
    return Exit::done;
}

/// What a person set aside, listed under the findings: it does not count, and does not vanish.
Listing listing_of_silenced(const Context& context, const rules::Dossiers& dossiers,
                            const std::vector<rules::Finding>& silenced)
{
    Listing listing;
    for (const auto* key : {"list.registration_number", "list.rule", "list.problem", "silenced.kind", "silenced.reason",
                            "silenced.by", "silenced.until"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& finding : silenced) {
        const auto why = rules::silence_reason(dossiers, finding, context.as_of, context.language);
        listing.rows.push_back(
            {language::shown_registration_number(dossiers.bus(dossiers.find(finding.bus)).registration_number),
             rules::rule_id(finding), rules::title(context.language, finding),
             std::string{context.tr("silence.kind." + std::string{data::word(why.kind)})}, why.reason, why.by,
             date_text(why.until)});
    }
    return listing;
}

/// One list of a comparison, under its name and number.
void print_part(const Context& context, std::string_view key, const rules::Judged& side,
                const std::vector<rules::Finding>& findings, const std::vector<rules::StrangerFinding>& strangers)
{
    Context of_side = context;
    of_side.as_of = side.as_of;
    print(context.tr(key, {language::grouped(findings.size() + strangers.size())}) + "\n");
    if (findings.empty() && strangers.empty()) return;
    Listing listing = listing_of(of_side, side.dossiers, findings);
    add_strangers(of_side, side.dossiers, strangers, listing);
    print(of_side, listing);
}

/// What a person set aside is none. The snapshot of the dossiers holds sightings.
std::vector<rules::StrangerFinding> strangers_of(const Context& context, const rules::Dossiers& dossiers,
                                                 const rules::FindingFilter& filter)
{
    return checks::stranger_findings(dossiers.snapshot(), checks::judged_suspects(dossiers, context.as_of), filter,
                                     context.language);
}

data::KindSet looked_at_kinds()
{
    return rules::judged_kinds() | data::kinds_of<data::Sighting>();
}

/// What is new, gone and still there against another day, or against the register as it was known at a moment.
int compare(const Context& context, const FindingsArguments& asked, const rules::FindingFilter& filter,
            const rules::Judged& now, std::size_t looked_at)
{
    Context before = context;
    if (!asked.against.empty()) {
        const auto day = data::date_from_iso(asked.against);
        if (!day) {
            message(context.tr("cli.bad_as_of", {asked.against}));
            return Exit::wrong_command_line;
        }
        before.as_of = *day;
    }
    std::string known_at;
    if (!asked.against_known_at.empty()) {
        const auto moment = data::moment_from_iso(asked.against_known_at);
        if (!moment.given()) {
            message(context.tr("cli.bad_known_at", {asked.against_known_at}));
            return Exit::wrong_command_line;
        }
        const auto newest = before.open(data::Register::Access::read).change_at(moment);
        if (!newest) return say_refused(context, newest.error());
        known_at = data::shown_moment(moment);
        before.known_at = KnownAt{moment, *newest, known_at};
    }
    const auto from = before.open(data::Register::Access::read);
    const auto snapshot = std::make_shared<const data::Snapshot>(from.snapshot(looked_at_kinds(), false));
    const rules::Dossiers dossiers = judged_dossiers(before, from, snapshot, before.as_of);
    const auto found = rules::filtered(dossiers, rules::judge(dossiers, before.as_of), filter);
    const rules::Judged then{dossiers, before.as_of, found};
    const auto difference = rules::difference(then, now);
    const auto strangers =
        rules::difference(strangers_of(before, dossiers, filter), strangers_of(context, now.dossiers, filter));
    if (context.format == Format::json) {
        print(rules::difference_json(then, now, difference, looked_at, known_at, context.language, strangers) + "\n");
        return Exit::done;
    }
    print_part(context, "cli.findings.new", now, difference.fresh, strangers.fresh);
    print_part(context, "cli.findings.gone", then, difference.gone, strangers.gone);
    print_part(context, "cli.findings.still", now, difference.still, strangers.still);
    return Exit::done;
}

int findings(const Context& context, const FindingsArguments& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = std::make_shared<const data::Snapshot>(from.snapshot(looked_at_kinds(), false));
    rules::FindingFilter filter;
    filter.rule = asked.rule;
    if (!asked.rule.empty() && rules::find_rule(asked.rule) == nullptr) {
        message(context.tr("cli.unknown_rule", {asked.rule}));
        return Exit::wrong_command_line;
    }
    if (!asked.county.empty()) {
        const auto county = find_county(*snapshot->region, asked.county);
        if (!county) {
            message(context.tr("cli.unknown_county", {asked.county}));
            return Exit::wrong_command_line;
        }
        filter.county = *county;
    }
    if (!asked.severity.empty()) filter.severity = data::value_of_word<rules::Severity>(asked.severity);
    const rules::Dossiers dossiers = judged_dossiers(context, from, snapshot, context.as_of);
    const auto judgement = rules::judge(dossiers, context.as_of);
    const auto found = rules::filtered(dossiers, judgement, filter);
    if (!asked.against.empty() || !asked.against_known_at.empty())
        return compare(context, asked, filter, {dossiers, context.as_of, found},
                       rules::looked_at(dossiers, filter.county));
    const auto strangers = strangers_of(context, dossiers, filter);
    if (!asked.out.empty()) return write_out(context, asked, dossiers, judgement, found, strangers);
    if (context.format == Format::json) {
        print(rules::findings_json(dossiers, context.as_of, rules::looked_at(dossiers, filter.county), found,
                                   rules::filtered_silenced(dossiers, judgement, filter), context.language, strangers));
        print("\n");
    } else if (context.format == Format::csv) {
        Listing listing = listing_of(context, dossiers, found);
        add_strangers(context, dossiers, strangers, listing);
        print(context, listing);
    } else {
        print_for_people(context, dossiers, judgement, found, strangers);
        const auto silenced = rules::filtered_silenced(dossiers, judgement, filter);
        if (!silenced.empty()) {
            print(context.tr("cli.findings.silenced", {language::grouped(silenced.size())}) + "\n");
            print(context, listing_of_silenced(context, dossiers, silenced));
        }
    }
    return Exit::done;
}

}  // namespace

void add_findings(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<FindingsArguments>();
    auto* command = app.add_subcommand("findings", std::string{asked.context.tr("cli.help.findings")});
    command->add_option("--rule", options->rule, std::string{asked.context.tr("cli.help.findings.rule")});
    command->add_option("--county", options->county, std::string{asked.context.tr("cli.help.findings.county")});
    command->add_option("--severity", options->severity, std::string{asked.context.tr("cli.help.findings.severity")})
        ->check(CLI::IsMember({"stop", "rectify", "notice", "data"}));
    command->add_option("--out", options->out, std::string{asked.context.tr("cli.help.findings.out")});
    auto* day =
        command->add_option("--against", options->against, std::string{asked.context.tr("cli.help.findings.against")});
    auto* moment = command->add_option("--against-known-at", options->against_known_at,
                                       std::string{asked.context.tr("cli.help.findings.against_known_at")});
    for (auto* each : {day, moment}) each->excludes("--out");
    command->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return findings(context, *options); }; });
}

}  // namespace xiaoan::cli
