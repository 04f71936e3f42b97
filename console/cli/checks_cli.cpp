// `checks plan`: where and when teams should stand so that as many flagged buses as possible pass.
#include "console/cli/checks_cli.hpp"

#include "console/checks/plan/stands_file.hpp"
#include "console/cli/county_option.hpp"
#include "console/cli/judged_dossiers.hpp"
#include "console/cli/listing.hpp"
#include "console/cli/time_limit.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace xiaoan::cli {

namespace {

std::string places_text(const Context& context, const std::vector<checks::ExpectedBus>& buses)
{
    std::string text;
    for (const auto& bus : buses)
        text += fmt::format("{}{} {}",
                            text.empty()                                 ? ""
                            : context.language == language::Language::zh ? "、"
                                                                         : ", ",
                            data::hh_mm(bus.at), language::shown_registration_number(bus.registration_number));
    return text;
}

Listing listing_of(const Context& context, const checks::CheckPlan& plan)
{
    Listing listing;
    for (const auto* key :
         {"checks.team", "checks.from", "checks.to", "checks.place", "checks.position", "checks.sees"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& stand : plan.stands)
        listing.rows.push_back({std::to_string(stand.team), data::hh_mm(stand.from), data::hh_mm(stand.to),
                                stand.place.name, fmt::format("{:.5f}, {:.5f}", stand.place.at.lon, stand.place.at.lat),
                                places_text(context, stand.sees)});
    return listing;
}

/// What a search found, and how good it is.
void say_found(const Context& context, const checks::CheckPlan& plan, const checks::PlanWish& wish)
{
    message(context.tr("cli.checks.planned",
                       {data::iso(wish.date), data::hh_mm(wish.from), data::hh_mm(wish.to), std::to_string(wish.teams),
                        std::to_string(plan.of), std::to_string(plan.covered)}));
    message(plan.proved
                ? context.tr("cli.checks.proved", {std::to_string(plan.weight)})
                : context.tr("cli.checks.bound", {std::to_string(plan.weight), fmt::format("{:.1f}", plan.bound)}));
}

/// What stands of a file see, and which of them cannot be reached.
void say_covered(const Context& context, const checks::CheckPlan& plan, const checks::PlanWish& wish)
{
    message(context.tr("cli.stands.covered",
                       {data::iso(wish.date), std::to_string(plan.stands.size()), std::to_string(plan.of),
                        std::to_string(plan.covered), std::to_string(plan.weight), fmt::format("{:.0f}", plan.bound)}));
    for (const auto& stand : plan.stands)
        if (stand.late_min > 0)
            message(context.tr("cli.stands.late",
                               {std::to_string(stand.team), data::hh_mm(stand.from), std::to_string(stand.late_min)}));
}

void print_for_people(const Context& context, const Planned& made)
{
    const checks::CheckPlan& plan = made.plan;
    if (made.given)
        say_covered(context, plan, made.wish);
    else
        say_found(context, plan, made.wish);
    if (!plan.stands.empty()) print(context, listing_of(context, plan));
    if (plan.no_school)
        message(context.tr("plan.no_school",
                           {rules::no_school_text(made.dossiers.school_days(), made.wish.date, context.language)}));
    for (const auto& bus : plan.unmet)
        message(context.tr(fmt::format("checks.unmet.{}", checks::word_of(bus.why)),
                           {language::shown_registration_number(bus.registration_number)}));
}

/// The stands of the file, or nothing with the fault said.
std::optional<std::vector<checks::GivenStand>> stands_of(const Context& context, const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open()) {
        message(context.tr("cli.stands.unreadable", {path, std::string{context.tr("cli.stands.no_file")}}));
        return std::nullopt;
    }
    auto stands = checks::read_stands(text);
    if (stands) return *std::move(stands);
    message(context.tr("cli.stands.unreadable", {path, context.tr(fmt::format("cli.stands.{}", stands.error().what),
                                                                  {std::to_string(stands.error().stand)})}));
    return std::nullopt;
}

/// The wish, or nothing with the fault said.
std::optional<checks::PlanWish> wish_of(const Context& context, const AskedPlan& asked)
{
    const auto date = check_date(context, asked.date);
    if (!date) return {};
    checks::PlanWish wish;
    wish.teams = asked.teams;
    wish.date = *date;
    for (const auto& [text, time] : {std::pair{&asked.from, &wish.from}, std::pair{&asked.to, &wish.to}}) {
        if (text->empty()) continue;
        *time = data::time_from_hh_mm(*text);
        if (!time->given()) {
            message(context.tr("cli.checks.bad_time", {*text}));
            return {};
        }
    }
    if (wish.to <= wish.from) {
        message(context.tr("cli.checks.no_hours", {data::hh_mm(wish.from), data::hh_mm(wish.to)}));
        return {};
    }
    return wish;
}

int plan(const Context& context, const AskedPlan& asked)
{
    int code = Exit::done;
    const auto made = planned(context, asked, code);
    if (!made) return code;
    if (context.format == Format::json)
        print(checks::check_plan_json(made->plan) + "\n");
    else if (context.format == Format::csv)
        print(context, listing_of(context, made->plan));
    else
        print_for_people(context, *made);
    return Exit::done;
}

}  // namespace

std::optional<data::Date> check_date(const Context& context, const std::string& typed)
{
    if (typed.empty()) return context.as_of;
    const auto date = data::date_from_iso(typed);
    if (!date) message(context.tr("cli.checks.bad_date", {typed}));
    return date;
}

std::optional<Planned> planned(const Context& context, const AskedPlan& asked, int& code)
{
    code = Exit::wrong_command_line;
    const auto wish = wish_of(context, asked);
    if (!wish) return std::nullopt;
    const auto stands =
        asked.stands.empty() ? std::optional{std::vector<checks::GivenStand>{}} : stands_of(context, asked.stands);
    if (!stands) return std::nullopt;
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = std::make_shared<const data::Snapshot>(from.snapshot(rules::judged_kinds(), false));
    rules::FindingFilter filter;
    filter.rule = asked.rule;
    if (!asked.rule.empty() && rules::find_rule(asked.rule) == nullptr) {
        message(context.tr("cli.unknown_rule", {asked.rule}));
        return std::nullopt;
    }
    if (!asked.county.empty()) {
        const auto county = find_county(*snapshot->region, asked.county);
        if (!county) {
            message(context.tr("cli.unknown_county", {asked.county}));
            return std::nullopt;
        }
        filter.county = *county;
    }
    Planned made{judged_dossiers(context, from, snapshot, wish->date), *wish, {}, false};
    // What is wrong on the day of the check, not today: a permit may end before.
    const auto judgement = rules::judge(made.dossiers, wish->date);
    auto flagged = checks::flagged_buses(made.dossiers, rules::filtered(made.dossiers, judgement, filter));
    if (!asked.buses.empty())
        std::erase_if(flagged, [&](const checks::FlaggedBus& each) {
            return std::ranges::find(asked.buses, made.dossiers.bus(each.bus).registration_number) == asked.buses.end();
        });
    made.given = !asked.stands.empty();
    const TimeLimit limit(asked.seconds);
    made.plan = made.given ? checks::coverage(made.dossiers, flagged, *wish, *stands)
                           : checks::check_plan(made.dossiers, flagged, *wish, {.stop = limit.token()});
    code = Exit::done;
    return made;
}

void add_plan_options(CLI::App& command, AskedPlan& asked, const Context& context)
{
    const auto tr = [&](const char* key) { return std::string{context.tr(key)}; };
    auto* teams = command.add_option("--teams", asked.teams, tr("cli.help.checks.teams"))->check(CLI::Range(1, 50));
    command.add_option("--date", asked.date, tr("cli.help.checks.date"));
    auto* from = command.add_option("--from", asked.from, tr("cli.help.checks.from"));
    auto* to = command.add_option("--to", asked.to, tr("cli.help.checks.to"));
    auto* stands = command.add_option("--stands", asked.stands, tr("cli.help.checks.stands"));
    for (auto* each : {teams, from, to}) stands->excludes(each);
    command.add_option("--rule", asked.rule, tr("cli.help.checks.rule"));
    command.add_option("--county", asked.county, tr("cli.help.findings.county"));
    command.add_option("--bus", asked.buses, tr("cli.help.checks.bus"));
    command.add_option("--seconds", asked.seconds, tr("cli.help.checks.seconds"))->check(CLI::PositiveNumber);
}

void add_checks(CLI::App& app, Invocation& asked)
{
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    auto* checks = app.add_subcommand("checks", tr("cli.help.checks"));
    checks->require_subcommand(1);
    const auto options = std::make_shared<AskedPlan>();
    auto* command = checks->add_subcommand("plan", tr("cli.help.checks.plan"));
    add_plan_options(*command, *options, asked.context);
    command->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return plan(context, *options); }; });
    add_checks_sheet(*checks, asked);
    add_checks_record(*checks, asked);
    add_checks_list(*checks, asked);
}

}  // namespace xiaoan::cli
