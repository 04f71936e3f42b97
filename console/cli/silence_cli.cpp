// `waive` and `silence`: findings of a bus or gaps of a water that a person sets aside, with a reason, by whom, until
// when.
#include "console/checks/stranger_findings.hpp"
#include "console/cli/command_line.hpp"
#include "console/cli/judged_dossiers.hpp"
#include "console/rules/judge.hpp"
#include "console/water/gap_rules.hpp"
#include "data/intake/values/registration_number.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace xiaoan::cli {

namespace {

struct SilenceArguments {
    std::string rule;
    std::string bus;
    std::string kind;
    std::string from;
    std::string until;
    std::string reason;
};

/// The day of an option; says so where it is none.
std::optional<data::Date> day_of(const Context& context, const std::string& text)
{
    const auto day = data::date_from_iso(text);
    if (!day) message(context.tr("cli.silence.bad_date", {text}));
    return day;
}

bool is_of_strangers(const std::string& rule)
{
    const rules::Rule* known = rules::find_rule(rule);
    return known != nullptr && known->of_strangers;
}

/// Whether the water lacks it and it is not set aside yet.
bool stands_at_water(const Context& context, const data::SilenceFindings& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = from.snapshot(data::kinds_of<data::Water>(), false);
    const auto judging = context.judging();
    const auto basis = water::gap_basis(judging, context.as_of);
    const auto& waters = snapshot.all<data::Water>();
    const auto water = std::ranges::find(waters, asked.registration_number, &data::Water::code);
    if (water == waters.end()) return true;  // the register refuses it, by its code
    const auto lacks = water::lacks_of(*water, basis);
    return std::ranges::any_of(
        lacks, [&](const water::Lack& lack) { return lack.rule_id() == asked.rule && lack.waiver == nullptr; });
}

/// Whether the finding stands on the as-of date: only what is wrong can be waived, so that nothing unseen is.
bool stands(const Context& context, const data::SilenceFindings& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto dossiers = judged_dossiers(context, from,
                                          std::make_shared<const data::Snapshot>(from.snapshot(
                                              rules::judged_kinds() | data::kinds_of<data::Sighting>(), false)),
                                          context.as_of);
    if (is_of_strangers(asked.rule)) {
        const auto found = checks::judged_suspects(dossiers, context.as_of);
        return std::ranges::any_of(found.suspects, [&](const checks::Suspect& suspect) {
            return suspect.registration_number == asked.registration_number;
        });
    }
    const auto bus = dossiers.find(std::string_view{asked.registration_number});
    if (bus == dossiers.size()) return true;  // the register refuses it, by its name
    return std::ranges::any_of(rules::judge_bus(dossiers, bus, context.as_of),
                               [&](const auto& finding) { return rules::rule_id(finding) == asked.rule; });
}

int silence(const Context& context, const SilenceArguments& asked)
{
    const bool of_water = water::find_gap_rule(asked.rule) != nullptr;
    if (!asked.rule.empty() && rules::find_rule(asked.rule) == nullptr && !of_water) {
        message(context.tr("cli.unknown_rule", {asked.rule}));
        return Exit::wrong_command_line;
    }
    const auto until = day_of(context, asked.until);
    const auto from = asked.from.empty() ? std::optional{context.as_of} : day_of(context, asked.from);
    if (!until || !from) return Exit::wrong_command_line;
    const auto number = data::parse_registration_number(asked.bus);
    data::SilenceFindings command{asked.kind, asked.rule, number && !of_water ? *number : asked.bus,
                                  *from,      *until,     asked.reason};
    if (of_water && asked.kind != "waived") {
        message(context.tr("cli.silence.only_waived"));
        return Exit::wrong_command_line;
    }
    if (asked.kind == "waived" && !(of_water ? stands_at_water(context, command) : stands(context, command))) {
        message(context.tr("cli.waive.none", {asked.rule, command.registration_number, data::iso(context.as_of)}));
        return Exit::refused;
    }
    const auto applied = data::apply_judging(context.register_path, std::move(command), context.actor);
    if (!applied) return say_refused(context, applied.error());
    message(context.tr("cli.change_done", {std::to_string((*applied)->value)}));
    return Exit::done;
}

}  // namespace

void add_waive(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<SilenceArguments>();
    options->kind = "waived";
    const auto help = [&](std::string_view key) { return std::string{asked.context.tr(key)}; };
    auto* command = app.add_subcommand("waive", help("cli.help.waive"));
    command->add_option("RULE", options->rule)->required();
    command->add_option("KEY", options->bus)->required();
    command->add_option("--until", options->until, help("cli.help.silence.until"))->required();
    command->add_option("--reason", options->reason, help("cli.help.silence.reason"))->required();
    command->callback([&asked, options] {
        asked.only_now = true;
        asked.run = [options](const Context& context) { return silence(context, *options); };
    });
}

void add_silence(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<SilenceArguments>();
    const auto help = [&](std::string_view key) { return std::string{asked.context.tr(key)}; };
    auto* command = app.add_subcommand("silence", help("cli.help.silence"));
    command->add_option("KEY", options->bus)->required();
    command->add_option("--kind", options->kind, help("cli.help.silence.kind"))
        ->required()
        ->check(CLI::IsMember({"appeal", "out_of_service"}));
    command->add_option("--rule", options->rule, help("cli.help.silence.rule"));
    command->add_option("--from", options->from, help("cli.help.silence.from"));
    command->add_option("--until", options->until, help("cli.help.silence.until"))->required();
    command->add_option("--reason", options->reason, help("cli.help.silence.reason"))->required();
    command->callback([&asked, options] {
        asked.only_now = true;
        asked.run = [options](const Context& context) { return silence(context, *options); };
    });
}

}  // namespace xiaoan::cli
