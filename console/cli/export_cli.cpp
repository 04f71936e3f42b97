// `export`: the records of one kind into a file that can be imported again.
#include "console/cli/command_line.hpp"
#include "data/export/export_csv.hpp"
#include "data/export/written_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace xiaoan::cli {

namespace {

struct Asked {
    std::string kind;
    std::string out;
    bool unmask = false;
    std::string reason;
};

int export_kind(const Context& context, const Asked& asked)
{
    const data::KindInfo* kind = data::find_kind(asked.kind);
    if (kind == nullptr) {
        message(context.tr("cli.unknown_kind", {asked.kind}));
        return Exit::wrong_command_line;
    }
    if (asked.unmask && asked.reason.empty()) {
        message(context.tr("cli.export.reason_missing"));
        return Exit::wrong_command_line;
    }
    if (!asked.out.ends_with(".csv")) {
        message(context.tr("cli.export.only_csv", {asked.out}));
        return Exit::wrong_command_line;
    }
    const auto snapshot = context.open(data::Register::Access::read).snapshot(data::all_kinds(), false);
    if (asked.unmask)  // logged before a personal text leaves the register
        context.open(data::Register::Access::write)
            .note(context.actor, "export_unmasked", fmt::format("{} -> {}: {}", kind->key, asked.out, asked.reason));
    data::write_file(asked.out,
                     data::export_csv(snapshot, *kind, {context.language == language::Language::zh, asked.unmask}));
    message(context.tr("cli.export.done", {std::to_string(data::record_count(snapshot, *kind)), asked.out}));
    return Exit::done;
}

}  // namespace

void add_export(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<Asked>();
    auto* command = app.add_subcommand("export", std::string{asked.context.tr("cli.help.export")});
    command->add_option("KIND", options->kind)->required();
    command->add_option("--out", options->out, std::string{asked.context.tr("cli.help.export.out")})->required();
    command->add_flag("--unmask", options->unmask, std::string{asked.context.tr("cli.help.export.unmask")});
    command->add_option("--reason", options->reason);
    command->callback([&asked, options] {
        asked.run = [options](const Context& context) { return export_kind(context, *options); };
    });
}

}  // namespace xiaoan::cli
