// `cases`: open, answer, close and list what is supervised.
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/enforcement/case_list.hpp"
#include "console/enforcement/case_plan.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "data/intake/values/registration_number.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::cli {

namespace {

struct Asked {
    std::vector<std::string> buses;
    std::vector<std::string> rules;
    std::string department;
    std::string due;
    std::string number;
    std::string text;
    std::string reason;
};

std::shared_ptr<const data::Snapshot> snapshot_of(const data::Register& from)
{
    return std::make_shared<const data::Snapshot>(from.snapshot(rules::judged_kinds(), false));
}

std::string joined(const std::vector<data::CaseRule>& rules)
{
    std::string text;
    for (const auto& rule : rules) text += (text.empty() ? "" : " ") + rule.rule;
    return text;
}

Listing listing_of(const Context& context, const data::Snapshot& snapshot,
                   const std::vector<enforcement::CaseRow>& rows)
{
    Listing listing;
    for (const auto* key : {"case.number", "case.state", "case.department", "case.county", "case.subject",
                            "case.opened_on", "case.due_on", "case.overdue", "case.rules"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& row : rows) {
        const data::Case& each = *row.opened;
        listing.rows.push_back({
            each.number,
            std::string{context.tr("case_state." + std::string{data::word(each.state)})},
            std::string{context.tr("department." + each.department)},
            rules::county_name(snapshot, each.county, context.language),
            context.format == Format::text ? language::shown_registration_number(each.subject_key) : each.subject_key,
            data::iso(each.opened_on),
            each.due_on.has_date() ? data::iso(each.due_on.date()) : std::string{},
            row.overdue_days > 0 ? std::to_string(row.overdue_days) : std::string{},
            joined(each.rules),
        });
    }
    return listing;
}

void print_cases(const Context& context, const data::Snapshot& snapshot, const std::vector<enforcement::CaseRow>& rows)
{
    if (context.format == Format::json)
        print(enforcement::cases_json(rows) + "\n");
    else if (rows.empty())
        message(context.tr("cli.cases.none"));
    else
        print(context, listing_of(context, snapshot, rows));
}

int list(const Context& context)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = snapshot_of(from);
    print_cases(context, *snapshot, enforcement::case_list(*snapshot, context.as_of));
    return Exit::done;
}

/// The steps of a case, under its row.
void print_events(const data::Case& found)
{
    for (const auto& rule : found.rules) print(fmt::format("  {}  {}  {}\n", rule.rule, rule.text, rule.basis));
    for (const auto& event : found.events)
        print(fmt::format("  {}  {}  {}  {}\n", event.at, event.what, event.by, event.text));
}

int show(const Context& context, const Asked& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = snapshot_of(from);
    const data::Case* found = snapshot->find_case(asked.number);
    if (found == nullptr) {
        message(context.tr("cli.cases.unknown_case", {asked.number}));
        return Exit::refused;
    }
    print_cases(context, *snapshot, {{found, enforcement::overdue_days(*found, context.as_of)}});
    if (context.format == Format::text) print_events(*found);
    return Exit::done;
}

/// The findings of the buses asked for, without gaps unless a gap's rule is asked for.
std::optional<std::vector<rules::Finding>> findings_asked_for(const Context& context, const rules::Dossiers& dossiers,
                                                              const Asked& asked)
{
    std::vector<rules::Finding> wanted;
    for (const auto& typed : asked.buses) {
        const auto number = data::parse_registration_number(typed);
        const auto bus = dossiers.find(number ? std::string_view{*number} : std::string_view{typed});
        if (bus == dossiers.size()) {
            message(context.tr("cli.cases.unknown_bus", {typed}));
            return std::nullopt;
        }
        for (const auto& finding : rules::judge_bus(dossiers, bus, context.as_of)) {
            const auto id = rules::rule_id(finding);
            const bool named = std::find(asked.rules.begin(), asked.rules.end(), id) != asked.rules.end();
            const bool grave = !finding.gap && finding.severity != rules::Severity::data;
            if (asked.rules.empty() ? grave : named) wanted.push_back(finding);
        }
    }
    return wanted;
}

/// The cases that the log got with this change: those whose number is new.
std::vector<enforcement::CaseRow> opened_since(const data::Snapshot& now, const data::Snapshot& before,
                                               data::Date as_of)
{
    std::vector<enforcement::CaseRow> rows;
    for (const auto& each : now.cases)
        if (before.find_case(each.number) == nullptr) rows.push_back({&each, enforcement::overdue_days(each, as_of)});
    return rows;
}

int open_cases(const Context& context, const Asked& asked)
{
    auto in = context.open(data::Register::Access::write);
    const auto before = snapshot_of(in);
    const rules::Dossiers dossiers(before);
    enforcement::CaseTerms terms;
    if (!asked.department.empty()) terms.department = data::value_of_word<rules::Department>(asked.department);
    if (!asked.due.empty()) {
        const auto due = data::date_from_iso(asked.due);
        if (!due) {
            message(context.tr("cli.cases.bad_due", {asked.due}));
            return Exit::wrong_command_line;
        }
        terms.due_on = data::DateCell{*due};
    }
    for (const auto& rule : asked.rules)
        if (rules::find_rule(rule) == nullptr) {
            message(context.tr("cli.unknown_rule", {rule}));
            return Exit::wrong_command_line;
        }
    const auto findings = findings_asked_for(context, dossiers, asked);
    if (!findings) return Exit::refused;
    auto plan = enforcement::case_plan(dossiers, *findings, context.as_of, terms);
    if (plan.cases.empty()) {
        for (const auto& number : plan.already_open) message(context.tr("cli.cases.already_open", {number}));
        if (plan.already_open.empty()) message(context.tr("cli.cases.nothing_to_open", {data::iso(context.as_of)}));
        return Exit::refused;
    }
    const auto applied = in.apply(data::OpenCases{std::move(plan.cases)}, context.actor);
    if (!applied) return say_refused(context, applied.error());
    const auto now = snapshot_of(in);
    const auto rows = opened_since(*now, *before, context.as_of);
    if (context.format == Format::text)
        for (const auto& row : rows) message(context.tr("cli.cases.opened", {row.opened->number}));
    print_cases(context, *now, rows);
    return Exit::done;
}

int reply(const Context& context, const Asked& asked)
{
    auto in = context.open(data::Register::Access::write);
    const auto applied = in.apply(data::ReplyCase{asked.number, asked.text}, context.actor);
    if (!applied) return say_refused(context, applied.error());
    message(context.tr("cli.cases.replied", {asked.number}));
    return Exit::done;
}

int close(const Context& context, const Asked& asked)
{
    auto in = context.open(data::Register::Access::write);
    const auto snapshot = snapshot_of(in);
    const data::Case* found = snapshot->find_case(asked.number);
    const bool stands =
        found != nullptr && enforcement::finding_stands(rules::Dossiers(snapshot), *found, context.as_of);
    const auto applied = in.apply(data::CloseCase{asked.number, asked.reason, context.as_of, stands}, context.actor);
    if (!applied) return say_refused(context, applied.error());
    message(context.tr("cli.cases.closed", {asked.number}));
    return Exit::done;
}

}  // namespace

void add_cases(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<Asked>();
    const auto help = [&](const char* key) {
        return std::string{asked.context.tr(std::string{"cli.help.cases"} + key)};
    };
    auto* command = app.add_subcommand("cases", help(""));
    command->require_subcommand(1);
    const auto add = [&](const char* name, auto run, bool writes) {
        auto* sub = command->add_subcommand(name, help((std::string{"."} + name).c_str()));
        sub->callback([&asked, run, writes] {
            asked.only_now = writes;
            asked.run = run;
        });
        return sub;
    };
    add("list", [](const Context& context) { return list(context); }, false);
    add(
        "show", [options](const Context& context) { return show(context, *options); }, false)
        ->add_option("CASE", options->number)
        ->required();
    auto* open = add("open", [options](const Context& context) { return open_cases(context, *options); }, true);
    open->add_option("--bus", options->buses, help(".bus"))->required();
    open->add_option("--rule", options->rules, help(".rule"));
    open->add_option("--department", options->department, help(".department"))
        ->check(CLI::IsMember({"education", "police_traffic", "transport", "government", "operator", "road_owner",
                               "water_affairs", "township", "agriculture", "water_owner"}));
    open->add_option("--due", options->due, help(".due"));
    auto* answer = add("reply", [options](const Context& context) { return reply(context, *options); }, true);
    answer->add_option("CASE", options->number)->required();
    answer->add_option("--text", options->text, help(".text"))->required();
    auto* end = add("close", [options](const Context& context) { return close(context, *options); }, true);
    end->add_option("CASE", options->number)->required();
    end->add_option("--reason", options->reason, help(".reason"));
}

}  // namespace xiaoan::cli
