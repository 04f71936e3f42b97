// `history`, `undo`, `verify`, `backup`: the log of changes, and the safety of the register.
#include "console/cli/command_line.hpp"
#include "console/cli/history_json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace xiaoan::cli {

namespace {

std::string shown(const data::Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *whole);
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
    return "∅";
}

std::string as_text(const Context& context, const data::Change& change)
{
    std::string text = fmt::format("{} {}  {}  {}  {}\n", context.tr("cli.history.change"), change.id.value, change.at,
                                   change.actor, context.tr("command." + change.command));
    if (!change.reason.empty()) text += fmt::format("    {}\n", change.reason);
    for (const auto& record : change.records) {
        text += fmt::format("    {} {}\n", context.tr("kind." + record.kind), record.key);
        const data::KindInfo* kind = data::find_kind(record.kind);
        for (const auto& field : record.fields) {
            const std::string key = kind != nullptr ? fmt::format("field.{}.{}", kind->singular, field.field) : "";
            text += fmt::format("        {}: {} → {}\n", language::has(key) ? context.tr(key) : field.field,
                                shown(field.old_value), shown(field.new_value));
        }
    }
    if (change.records.size() < change.touched)
        text += fmt::format("    {}\n",
                            context.tr("cli.history.more", {std::to_string(change.touched - change.records.size())}));
    return text;
}

struct AskedHistory {
    std::string of;
    std::size_t most = 50;
};

int history(const Context& context, const AskedHistory& asked)
{
    data::HistoryRequest request;
    request.most = asked.most;
    if (context.format == Format::text) request.most_records = asked.of.empty() ? 5 : 0;
    if (!asked.of.empty()) {
        const auto colon = asked.of.find(':');
        if (colon == std::string::npos || data::find_kind(asked.of.substr(0, colon)) == nullptr) {
            message(context.tr("cli.history.bad_of", {asked.of}));
            return Exit::wrong_command_line;
        }
        request.kind = data::find_kind(asked.of.substr(0, colon))->key;
        request.key = asked.of.substr(colon + 1);
    }
    const auto from = context.open(data::Register::Access::read);
    const auto changes = from.history(request);
    if (context.format == Format::json) {
        print(history_json(changes));
        return Exit::done;
    }
    for (const auto& change : changes) print(as_text(context, change));
    if (changes.empty()) message(context.tr("cli.history.none"));
    return Exit::done;
}

int undo(const Context& context, std::int64_t change)
{
    auto in = context.open(data::Register::Access::write);
    const auto applied = in.apply(data::UndoChange{data::ChangeId{change}}, context.actor);
    if (!applied) return say_refused(context, applied.error());
    message(context.tr("cli.undo.done",
                       {std::to_string(change), std::to_string(applied->value_or(data::ChangeId{}).value)}));
    return Exit::done;
}

int verify(const Context& context)
{
    const auto from = context.open(data::Register::Access::read);
    const auto found = from.verify();
    if (context.format == Format::json)
        print(verification_json(found));
    else {
        for (const auto& problem : found.problems)
            print(context.tr("cli.verify." + problem.what,
                             {problem.change ? std::to_string(problem.change->value) : "–", problem.detail}) +
                  "\n");
        if (found.sound()) print(context.tr("cli.verify.sound", {std::to_string(found.changes), found.head}) + "\n");
    }
    return found.sound() ? Exit::done : Exit::not_done;
}

int backup(const Context& context, const std::string& path)
{
    const auto from = context.open(data::Register::Access::read);
    from.backup(path);
    message(context.tr("cli.backup.done", {path}));
    return Exit::done;
}

}  // namespace

void add_history(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<AskedHistory>();
    auto* command = app.add_subcommand("history", std::string{asked.context.tr("cli.help.history")});
    command->add_option("--of", options->of, std::string{asked.context.tr("cli.help.history.of")});
    command->add_option("--most", options->most, std::string{asked.context.tr("cli.help.history.most")});
    command->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return history(context, *options); }; });
}

void add_undo(CLI::App& app, Invocation& asked)
{
    const auto change = std::make_shared<std::int64_t>();
    auto* command = app.add_subcommand("undo", std::string{asked.context.tr("cli.help.undo")});
    command->add_option("CHANGE", *change)->required();
    command->callback([&asked, change] {
        asked.only_now = true;
        asked.run = [change](const Context& context) { return undo(context, *change); };
    });
}

void add_verify(CLI::App& app, Invocation& asked)
{
    auto* command = app.add_subcommand("verify", std::string{asked.context.tr("cli.help.verify")});
    command->callback([&asked] {
        asked.only_now = true;
        asked.run = verify;
    });
}

void add_backup(CLI::App& app, Invocation& asked)
{
    const auto path = std::make_shared<std::string>();
    auto* command = app.add_subcommand("backup", std::string{asked.context.tr("cli.help.backup")});
    command->add_option("FILE", *path)->required();
    command->callback([&asked, path] {
        asked.only_now = true;
        asked.run = [path](const Context& context) { return backup(context, *path); };
    });
}

}  // namespace xiaoan::cli
