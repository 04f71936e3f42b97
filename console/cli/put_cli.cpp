// `put` and `retire`: one record added, changed or taken out of use by hand.
#include "console/cli/command_line.hpp"
#include "data/intake/hand_entry.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace xiaoan::cli {

namespace {

struct PutArguments {
    std::string kind;
    std::string key;
    std::vector<std::string> fields;
    std::string reason;
    bool correction = false;
};

int say_done(const Context& context, const data::Result<std::optional<data::ChangeId>>& applied)
{
    if (!applied) return say_refused(context, applied.error());
    message(applied->has_value() ? context.tr("cli.change_done", {std::to_string((*applied)->value)})
                                 : std::string{context.tr("cli.nothing_changed")});
    return Exit::done;
}

/// Whether there is such a kind; says so where there is none.
bool knows_kind(const Context& context, const std::string& kind)
{
    if (data::find_kind(kind) != nullptr) return true;
    message(context.tr("cli.unknown_kind", {kind}));
    return false;
}

int put(const Context& context, const PutArguments& asked)
{
    if (!knows_kind(context, asked.kind)) return Exit::wrong_command_line;
    auto into = context.open(data::Register::Access::write);
    const auto region = into.region();
    auto command = data::read_hand_entry(asked.kind, asked.key, asked.fields, *region);
    if (!command) {
        if (command.error().code == data::IssueCode::unknown_column)
            return say_refused(context, {"unknown_field", {}, {command.error().column}});
        message(data::issue_text(command.error(), context.language == language::Language::zh
                                                      ? data::SentenceLanguage::zh
                                                      : data::SentenceLanguage::en));
        return Exit::refused;
    }
    command->correction = asked.correction;
    return say_done(context, into.apply(*command, context.actor));
}

int retire(const Context& context, const PutArguments& asked)
{
    if (!knows_kind(context, asked.kind)) return Exit::wrong_command_line;
    auto into = context.open(data::Register::Access::write);
    return say_done(context, into.apply(data::RetireRecord{asked.kind, asked.key, asked.reason}, context.actor));
}

}  // namespace

void add_put(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<PutArguments>();
    auto* command = app.add_subcommand("put", std::string{asked.context.tr("cli.help.put")});
    command->add_option("KIND", options->kind)->required();
    command->add_option("KEY", options->key)->required();
    command->add_option("FIELD=VALUE", options->fields)->required()->check([](const std::string& typed) {
        return typed.find('=') != std::string::npos ? std::string{} : "FIELD=VALUE: " + typed;
    });
    command->add_flag("--correction", options->correction, std::string{asked.context.tr("cli.help.put.correction")});
    command->callback([&asked, options] {
        asked.only_now = true;
        asked.run = [options](const Context& context) { return put(context, *options); };
    });
}

void add_retire(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<PutArguments>();
    auto* command = app.add_subcommand("retire", std::string{asked.context.tr("cli.help.retire")});
    command->add_option("KIND", options->kind)->required();
    command->add_option("KEY", options->key)->required();
    command->add_option("--reason", options->reason)->required();
    command->callback([&asked, options] {
        asked.only_now = true;
        asked.run = [options](const Context& context) { return retire(context, *options); };
    });
}

}  // namespace xiaoan::cli
