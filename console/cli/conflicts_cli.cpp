// `conflicts`: records that disagree, with both sides and a proposal; and what a person decides about one of them.
#include "console/cli/command_line.hpp"
#include "console/cli/county_option.hpp"
#include "console/conflicts/conflict_words.hpp"
#include "console/conflicts/conflicts_json.hpp"
#include "console/rules/field_words.hpp"
#include "console/rules/wording.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::cli {

namespace {

struct ConflictsArguments {
    std::string rule;
    std::string county;
    std::string id;
    std::string keep;
    std::string reason;
};

std::string as_text(const Context& context, const data::Snapshot& snapshot, const conflicts::Conflict& conflict)
{
    const auto language = context.language;
    std::string text = fmt::format("{}  {}\n", conflict.id, conflicts::rule_text(conflict.rule, language));
    for (const bool first : {true, false}) {
        const auto& side = first ? conflict.first : conflict.second;
        const std::string name = conflicts::side_text(snapshot, conflict, first, language);
        const std::string origin = rules::origin_text(snapshot, side.origin, language);
        text += fmt::format("    {} {}", first ? "1" : "2", name);
        if (name.find(origin) == std::string::npos) text += fmt::format("  ({})", origin);
        text += "\n";
    }
    for (const auto& field : conflict.fields) {
        if (!field.differs) break;
        text += fmt::format(
            "        {}: {} | {}\n", rules::field_label(*conflict.first.kind, field.first_field, language),
            rules::shown_value(snapshot, *conflict.first.kind, field.first_field, field.first, language),
            rules::shown_value(snapshot, *conflict.second.kind, field.second_field, field.second, language));
    }
    return text + fmt::format("    {}\n", conflicts::proposal_text(snapshot, conflict, language));
}

/// Leaves the conflicts that were asked for. False, and said, where the command line is wrong.
bool narrow(const Context& context, const data::Snapshot& snapshot, const ConflictsArguments& asked,
            conflicts::Conflicts& found)
{
    if (!asked.rule.empty())
        std::erase_if(found.open, [&](const auto& each) { return conflicts::word(each.rule) != asked.rule; });
    if (asked.county.empty()) return true;
    const auto county = find_county(*snapshot.region, asked.county);
    if (!county) {
        message(context.tr("cli.unknown_county", {asked.county}));
        return false;
    }
    std::erase_if(found.open, [&](const auto& each) { return each.county.given() && each.county != *county; });
    return true;
}

int list(const Context& context, const ConflictsArguments& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = from.snapshot(data::all_kinds(), false);
    auto found = conflicts::find_conflicts(snapshot, context.as_of);
    if (!narrow(context, snapshot, asked, found)) return Exit::wrong_command_line;
    if (context.format == Format::json) {
        print(conflicts::conflicts_json(snapshot, found, context.language) + "\n");
        return Exit::done;
    }
    for (const auto& conflict : found.open) print(as_text(context, snapshot, conflict));
    message(context.tr("cli.conflicts.sum", {std::to_string(found.open.size()), std::to_string(found.looked_at),
                                             std::to_string(found.settled)}));
    return Exit::done;
}

int settle(const Context& context, const ConflictsArguments& asked)
{
    auto in = context.open(data::Register::Access::write);
    const auto snapshot = in.snapshot(data::all_kinds(), false);
    const auto found = conflicts::find_conflicts(snapshot, context.as_of);
    const auto conflict = std::ranges::find(found.open, asked.id, &conflicts::Conflict::id);
    if (conflict == found.open.end()) return say_refused(context, {"unknown_conflict", "conflict", {asked.id}});
    const auto decision = asked.keep == "first"    ? conflicts::Decision::kept_first
                          : asked.keep == "second" ? conflicts::Decision::kept_second
                                                   : conflicts::Decision::both_right;
    const std::string reason =
        asked.reason.empty() ? conflicts::reason_text(snapshot, *conflict, decision, context.language) : asked.reason;
    const auto command = conflicts::settlement(snapshot, *conflict, decision, reason);
    const auto applied = in.apply(command, context.actor);
    if (!applied) return say_refused(context, applied.error());
    message(conflicts::consequence_text(*conflict, decision, conflicts::consequence(command), context.language));
    message(context.tr("cli.change_done", {std::to_string(applied->value_or(data::ChangeId{}).value)}));
    return Exit::done;
}

}  // namespace

void add_conflicts(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<ConflictsArguments>();
    const auto help = [&](std::string_view key) { return std::string{asked.context.tr(key)}; };
    auto* command = app.add_subcommand("conflicts", help("cli.help.conflicts"));
    std::vector<std::string> rules;
    for (std::size_t i = 0; i < conflicts::conflict_rule_count; ++i)
        rules.emplace_back(conflicts::word(static_cast<conflicts::ConflictRule>(i)));
    command->add_option("--rule", options->rule, help("cli.help.conflicts.rule"))->check(CLI::IsMember(rules));
    command->add_option("--county", options->county, help("cli.help.conflicts.county"));
    command->require_subcommand(0, 1);
    auto* settling = command->add_subcommand("settle", help("cli.help.conflicts.settle"));
    settling->add_option("CONFLICT", options->id)->required();
    settling->add_option("--keep", options->keep, help("cli.help.conflicts.keep"))
        ->required()
        ->check(CLI::IsMember({"first", "second", "both"}));
    settling->add_option("--reason", options->reason, help("cli.help.conflicts.reason"));
    settling->callback([&asked, options] {
        asked.only_now = true;
        asked.run = [options](const Context& context) { return settle(context, *options); };
    });
    command->callback([&asked, options, settling] {
        if (settling->parsed()) return;
        asked.run = [options](const Context& context) { return list(context, *options); };
    });
}

}  // namespace xiaoan::cli
