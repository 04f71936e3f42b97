// `export`: the records of one kind into a file that can be imported again, or routes as a timetable (GTFS).
#include "console/cli/command_line.hpp"
#include "data/export/export_csv.hpp"
#include "data/export/export_geojson.hpp"
#include "data/export/export_geopackage.hpp"
#include "data/export/export_gtfs.hpp"
#include "data/export/export_xlsx.hpp"
#include "data/export/place_of_record.hpp"
#include "data/export/recorded_tracks.hpp"
#include "data/export/written_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::cli {

namespace {

struct ExportArguments {
    std::string kind;
    std::string out;
    std::string format;
    bool unmask = false;
    std::string reason;
};

constexpr std::array formats{"csv", "xlsx", "geojson", "gpkg", "gtfs"};

/// The format asked for, else that of the file's extension; empty where neither is one of ours.
std::string format_of(const ExportArguments& asked)
{
    if (!asked.format.empty()) return asked.format;
    const std::size_t dot = asked.out.rfind('.');
    const std::string extension = dot == std::string::npos ? std::string{} : asked.out.substr(dot + 1);
    return std::ranges::find(formats, extension) != formats.end() ? extension : std::string{};
}

/// Says why the records cannot be written so; empty where they can.
std::string obstacle(const Context& context, const ExportArguments& asked, const data::KindInfo& kind,
                     const std::string& format)
{
    if (format.empty()) return context.tr("cli.export.unknown_format", {asked.out});
    if ((format == "geojson" || format == "gpkg") && !data::PlaceFields(kind).any())
        return context.tr("cli.export.no_places", {std::string{context.tr("kind." + std::string{kind.key})}});
    if (format == "gtfs" && kind.key != "routes") return std::string{context.tr("cli.export.only_routes")};
    if (asked.unmask && asked.reason.empty()) return std::string{context.tr("cli.export.reason_missing")};
    return {};
}

int export_timetable(const Context& context, const data::Snapshot& snapshot, const std::string& out)
{
    const data::GtfsReport written = data::export_gtfs(out, snapshot, context.as_of);
    message(context.tr("cli.export.gtfs", {std::to_string(written.routes), std::to_string(written.trips), out}));
    for (const data::Omission& omission : written.omissions)
        message(context.tr("cli.export.gtfs." + std::string{data::word(omission.why)}, {omission.route}));
    return Exit::done;
}

void write(const Context& context, const data::Snapshot& snapshot, const data::KindInfo& kind,
           const ExportArguments& asked, const std::string& format)
{
    const data::ExportOptions options{context.language == language::Language::zh, asked.unmask, context.as_of};
    if (format == "csv") {
        data::write_file(asked.out, data::export_csv(snapshot, kind, options));
    } else if (format == "geojson") {
        data::write_file(asked.out, data::export_geojson(snapshot, kind, options));
    } else if (format == "gpkg") {
        data::export_geopackage(asked.out, snapshot, kind, options);
    } else if (const std::size_t left_out = data::export_xlsx(asked.out, snapshot, kind, options); left_out > 0)
        message(context.tr("cli.export.too_long", {std::to_string(left_out)}));
}

int export_kind(const Context& context, const ExportArguments& asked)
{
    const data::KindInfo* kind = data::find_kind(asked.kind);
    if (kind == nullptr) {
        message(context.tr("cli.unknown_kind", {asked.kind}));
        return Exit::wrong_command_line;
    }
    const std::string format = format_of(asked);
    if (const std::string why = obstacle(context, asked, *kind, format); !why.empty()) {
        message(why);
        return Exit::wrong_command_line;
    }
    const auto from = context.open(data::Register::Access::read);
    auto snapshot = from.snapshot(data::all_kinds(), false);
    if (kind == &data::kind_info<data::Track>) data::add_recorded_tracks(snapshot, from);
    if (format == "gtfs") return export_timetable(context, snapshot, asked.out);
    const std::size_t records = data::record_count(snapshot, *kind);
    if (format == "xlsx" && records > data::xlsx_most_records) {
        message(context.tr("cli.export.too_many", {std::to_string(records), std::to_string(data::xlsx_most_records)}));
        return Exit::not_done;
    }
    if (asked.unmask)  // logged before a personal text leaves the register
        context.open(data::Register::Access::write)
            .note(context.actor, "export_unmasked", fmt::format("{} -> {}: {}", kind->key, asked.out, asked.reason));
    write(context, snapshot, *kind, asked, format);
    message(context.tr("cli.export.done", {std::to_string(records), asked.out}));
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
        ->check(CLI::IsMember(std::vector<std::string>(formats.begin(), formats.end())));
    command->add_flag("--unmask", options->unmask, std::string{asked.context.tr("cli.help.export.unmask")});
    command->add_option("--reason", options->reason);
    command->callback([&asked, options] {
        asked.run = [options](const Context& context) { return export_kind(context, *options); };
    });
}

}  // namespace xiaoan::cli
