// `export`: the records of one kind into a file that can be imported again, or routes as a timetable (GTFS).
#include "console/cli/command_line.hpp"
#include "data/export/export_file.hpp"

#include <CLI/CLI.hpp>

namespace xiaoan::cli {

namespace {

struct ExportArguments {
    std::string kind;
    std::string out;
    std::string format;
    bool unmask = false;
    std::string reason;
};

/// The form asked for, else that of the file's extension; empty where neither is one of ours.
std::optional<data::ExportForm> form_of(const ExportArguments& asked)
{
    if (!asked.format.empty()) return data::export_form(asked.format);
    const std::size_t dot = asked.out.rfind('.');
    return dot == std::string::npos ? std::nullopt : data::export_form(asked.out.substr(dot + 1));
}

void tell(const Context& context, const data::ExportReport& report, const std::string& out)
{
    if (report.timetable) {
        const data::GtfsReport& written = *report.timetable;
        message(context.tr("cli.export.gtfs", {std::to_string(written.routes), std::to_string(written.trips), out}));
        for (const data::Omission& omission : written.omissions)
            message(context.tr("cli.export.gtfs." + std::string{data::word(omission.why)}, {omission.route}));
        return;
    }
    if (report.left_out > 0) message(context.tr("cli.export.too_long", {std::to_string(report.left_out)}));
    message(context.tr("cli.export.done", {std::to_string(report.records), out}));
}

/// Says what is wrong with the words of the command line; true where nothing is.
bool is_possible(const Context& context, const ExportArguments& asked, std::optional<data::ExportForm> form)
{
    const data::KindInfo* kind = data::find_kind(asked.kind);
    if (kind == nullptr)
        message(context.tr("cli.unknown_kind", {asked.kind}));
    else if (!form)
        message(context.tr("cli.export.unknown_format", {asked.out}));
    else if (const auto obstacle = data::export_obstacle(*kind, *form); !obstacle.empty())
        message(context.tr("rejected." + std::string{obstacle}));
    else if (asked.unmask && asked.reason.find_first_not_of(" \t") == std::string::npos)
        message(context.tr("cli.export.reason_missing"));
    else
        return true;
    return false;
}

int export_kind(const Context& context, const ExportArguments& asked)
{
    const auto form = form_of(asked);
    if (!is_possible(context, asked, form)) return Exit::wrong_command_line;
    const auto from = context.open(data::Register::Access::read);
    const auto prepared = data::prepare_export({asked.kind, *form, asked.out, asked.unmask, asked.reason},
                                               from.snapshot(data::all_kinds(), false), from);
    if (!prepared) {
        message(language::tr(context.language, "rejected." + prepared.error().reason, prepared.error().arguments));
        return Exit::not_done;
    }
    if (asked.unmask) {
        auto into = context.open(data::Register::Access::write);
        data::note_unmasked(into, *prepared, context.actor);
    }
    tell(context, data::write_export(*prepared, context.language == language::Language::zh, context.as_of), asked.out);
    return Exit::done;
}

}  // namespace

void add_export(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<ExportArguments>();
    auto* command = app.add_subcommand("export", std::string{asked.context.tr("cli.help.export")});
    command->add_option("KIND", options->kind)->required();
    command->add_option("--out", options->out, std::string{asked.context.tr("cli.help.export.out")})->required();
    command->add_option("--format", options->format, std::string{asked.context.tr("cli.help.export.format")})
        ->check(CLI::IsMember({"csv", "xlsx", "geojson", "gpkg", "gtfs"}));
    command->add_flag("--unmask", options->unmask, std::string{asked.context.tr("cli.help.export.unmask")});
    command->add_option("--reason", options->reason);
    command->callback([&asked, options] {
        asked.run = [options](const Context& context) { return export_kind(context, *options); };
    });
}

}  // namespace xiaoan::cli
