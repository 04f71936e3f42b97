// `history`, `undo`, `verify`, `backup`: the log of changes, and the safety of the register.
#include "console/changes/change_words.hpp"
#include "console/cli/command_line.hpp"
#include "console/cli/history_json.hpp"
#include "console/rules/field_words.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace xiaoan::cli {

namespace {

std::string as_text(const Context& context, const data::Snapshot& snapshot, const data::Change& change)
{
    std::string text = fmt::format("{} {}  {}  {}  {}\n", context.tr("cli.history.change"), change.id.value, change.at,
                                   change.actor, context.tr("command." + change.command));
    const std::string why =
        change.undoes ? changes::what_text(change, context.language) : changes::reason_text(change, context.language);
    if (!why.empty()) text += fmt::format("    {}\n", why);
    for (const auto& record : change.records) {
        text += fmt::format("    {} · {}\n", changes::record_name(record, context.language),
                            changes::record_outcome(record, context.language));
        for (const auto& each : record.fields) {
            const auto field = changes::field_text(snapshot, record, each, context.language);
            text += fmt::format("        {}: {} → {}\n", field.label, field.before, field.after);
        }
    }
    if (change.records.size() < change.touched)
        text += fmt::format("    {}\n",
                            context.tr("cli.history.more", {std::to_string(change.touched - change.records.size())}));
    return text;
}

/// Where each value of a record came from, in words.
void print_origins(const Context& context, const data::Register& from, const data::Snapshot& snapshot,
                   data::HistoryRequest of)
{
    of.most = of.most_records = 0;
    const auto values = data::value_origins(from.history(of));
    if (values.empty()) return;
    print(fmt::format("{}\n", context.tr("cli.history.origins")));
    for (const auto& each : rules::origin_texts(snapshot, *data::find_kind(*of.kind), values, context.language))
        print(fmt::format("    {}: {}\n        {}\n", each.label, each.value, each.from));
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
    const auto snapshot = from.snapshot({}, false);
    for (const auto& change : changes) print(as_text(context, snapshot, change));
    if (changes.empty()) message(context.tr("cli.history.none"));
    if (request.kind) print_origins(context, from, snapshot, request);
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
        asked.about_the_file = true;
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
        asked.about_the_file = true;
        asked.run = [path](const Context& context) { return backup(context, *path); };
    });
}

}  // namespace xiaoan::cli
