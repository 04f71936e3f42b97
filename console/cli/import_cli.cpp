// `import`: files into the register, each standing alone, with a report of every row that is not as it should be.
#include "console/cli/command_line.hpp"
#include "console/cli/option_readers.hpp"
#include "console/rules/field_words.hpp"
#include "console/rules/wording.hpp"
#include "data/export/marked_rows.hpp"
#include "data/intake/header_mapping.hpp"
#include "data/intake/import.hpp"
#include "data/intake/source_file.hpp"
#include "data/kinds/kinds.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace xiaoan::cli {

namespace {

struct ImportArguments {
    std::vector<std::string> files;
    std::vector<std::string> kinds;    // KIND, or SHEET=KIND
    std::vector<std::string> columns;  // HEADER=FIELD
    std::vector<std::string> only;
    bool changes = false;
    std::string county;
    std::string datum;
    std::string marked;
    std::string mapping;
    data::ImportRequest request;
};

constexpr std::size_t issues_shown = 50;  // of a sheet, as text; JSON has them all

/// "  ~ 12 吉G·12345  核载人数: 36 → 40": one line a record that is added, one more a field of one that is changed.
void print_changes(const Context& context, const data::Snapshot& names, const data::ImportReport& report)
{
    if (!report.plan) return;
    std::vector<data::PutChange> fields;
    for (std::size_t i = 0; i < report.plan->size(); ++i) {
        const data::PlannedRow row = report.plan->row(i);
        const bool added = row.outcome == data::Outcome::added;
        std::string text =
            fmt::format("  {} {} {}", added ? "+" : "~", row.place.row, rules::shown_key(*row.kind, row.key));
        if (!row.name.empty()) text += fmt::format("  {}", row.name);
        if (row.replaces) text += fmt::format("  ({})", context.tr("review.replaces"));
        if (!added) text += fmt::format("  ({})", rules::origin_text(names, row.before, context.language));
        text += "\n";
        report.plan->fields(i, fields);
        for (const data::PutChange& each : fields)
            text += fmt::format("      {}: {} → {}\n", rules::field_label(*row.kind, each.field, context.language),
                                rules::shown_value(names, *row.kind, each.field, each.old_value, context.language),
                                rules::shown_value(names, *row.kind, each.field, each.new_value, context.language));
        print(text);
    }
    print(fmt::format("  {}\n", context.tr("cli.import.plan", {report.plan->fingerprint()})));
}

/// The two sides of "a=b", the last '=' between them; false where there is none.
bool split(const std::string& typed, std::pair<std::string, std::string>& sides)
{
    const std::size_t equals = typed.rfind('=');
    if (equals == std::string::npos) return false;
    sides = {typed.substr(0, equals), typed.substr(equals + 1)};
    return true;
}

/// HEADER and FIELD or KIND.FIELD; no field leaves the column out.
data::HeaderVariant said_of(const std::pair<std::string, std::string>& sides)
{
    const std::size_t dot = sides.second.find('.');
    if (dot == std::string::npos) return {"*", sides.second, sides.first};
    return {sides.second.substr(0, dot), sides.second.substr(dot + 1), sides.first};
}

bool is_of_a_kind(const data::HeaderVariant& said)
{
    return std::ranges::any_of(data::kinds(), [&](const data::KindInfo* kind) {
        return (said.kind == "*" || said.kind == kind->key) && (said.key.empty() || kind->field(said.key));
    });
}

/// Takes over what was said of kinds, columns and rows. Says what is wrong with it and gives false.
bool read_words(const Context& context, const ImportArguments& asked, data::ImportRequest& request)
{
    std::pair<std::string, std::string> sides;
    for (const std::string& typed : asked.kinds) {
        const bool of_sheet = split(typed, sides);
        const std::string& kind = of_sheet ? sides.second : typed;
        if (data::find_kind(kind) == nullptr) {
            message(context.tr("cli.unknown_kind", {kind}));
            return false;
        }
        if (of_sheet)
            request.sheet_kinds.push_back(sides);
        else
            request.kind = kind;
    }
    for (const std::string& typed : asked.columns) {
        if (!split(typed, sides)) {
            message(context.tr("cli.import.bad_column", {typed}));
            return false;
        }
        const data::HeaderVariant said = said_of(sides);
        if (!is_of_a_kind(said)) {
            message(context.tr("cli.import.bad_column", {typed}));
            return false;
        }
        request.mapping.push_back(said);
    }
    for (const std::string& typed : asked.only) {
        if (!request.only) request.only.emplace();
        if (data::add_to_selection(*request.only, typed)) continue;
        message(context.tr("cli.import.bad_only", {typed}));
        return false;
    }
    return true;
}

std::string as_text(const Context& context, const data::SheetReport& sheet)
{
    const auto number = [](std::size_t value) { return std::to_string(value); };
    const std::string kind =
        sheet.kind.empty() ? context.tr("cli.import.unknown_kind", {}) : std::string{context.tr("kind." + sheet.kind)};
    const std::string name = sheet.sheet.empty() ? sheet.file : fmt::format("{} “{}”", sheet.file, sheet.sheet);
    std::string text =
        context.tr("cli.import.sheet", {name, kind, number(sheet.rows), number(sheet.added), number(sheet.changed),
                                        number(sheet.unchanged), number(sheet.refused), number(sheet.skipped)}) +
        "\n";
    for (std::size_t i = 0; i < sheet.issues.size() && i < issues_shown; ++i) {
        const auto& issue = sheet.issues[i];
        text += fmt::format("  {} {}\n", issue.severity == data::IssueSeverity::refused ? "✗" : "!",
                            data::issue_text(issue, context.sentence_language()));
    }
    if (sheet.issues.size() > issues_shown)
        text += "  " + context.tr("cli.import.more_issues", {number(sheet.issues.size() - issues_shown)}) + "\n";
    return text;
}

std::optional<data::Datum> datum_of(std::string_view word)
{
    if (word.empty()) return std::nullopt;
    if (word == "wgs84") return data::Datum::wgs84;
    if (word == "gcj02") return data::Datum::gcj02;
    return word == "bd09" ? data::Datum::bd09 : data::Datum::cgcs2000;
}

/// What the file of a mapping says; empty where it cannot be used, which has been said then.
std::optional<std::vector<data::HeaderVariant>> read_mapping_file(const Context& context, const std::string& path)
{
    data::IntakeLimits limits;
    limits.file_bytes = 1 << 20;
    std::string bytes;
    try {
        bytes = data::read_source_file(path, limits)->bytes;
    } catch (const data::IntakeFault& fault) {
        throw std::runtime_error(fmt::format("{}: {}", path, fault.text(context.sentence_language())));
    }
    auto mapping = data::read_mapping(bytes);
    if (mapping) return std::move(*mapping);
    using What = data::MappingFault::What;
    const auto key = [&]() -> std::string_view {
        switch (mapping.error().what) {
        case What::not_json: return "cli.mapping.not_json";
        case What::not_an_object: return "cli.mapping.not_an_object";
        case What::bad_value: return "cli.mapping.bad_value";
        case What::unknown_kind: return "cli.mapping.unknown_kind";
        case What::unknown_key: return "cli.mapping.unknown_key";
        case What::nothing_to_map: return "cli.mapping.nothing_to_map";
        case What::contradiction: return "cli.mapping.contradiction";
        }
        return {};
    };
    message(context.tr(key(), {path, mapping.error().header, mapping.error().said}));
    return std::nullopt;
}

/// The rows that something is wrong with, into a workbook to send back.
void mark(const Context& context, const ImportArguments& asked, const data::ImportRequest& request,
          const data::ImportReport& report)
{
    const auto rows = data::write_marked_rows(asked.marked, request, report, context.sentence_language());
    message(rows > 0 ? context.tr("cli.import.marked", {asked.marked, std::to_string(rows)})
                     : std::string{context.tr("cli.import.nothing_marked")});
}

int import(const Context& context, const ImportArguments& asked)
{
    if (!asked.marked.empty() && asked.files.size() > 1) {
        message(context.tr("cli.import.marked_one"));
        return Exit::wrong_command_line;
    }
    data::ImportRequest request = asked.request;
    if (!read_words(context, asked, request)) return Exit::wrong_command_line;
    if ((request.only || !request.expected.empty()) && asked.files.size() > 1) {
        message(context.tr("cli.import.only_one"));
        return Exit::wrong_command_line;
    }
    auto into = context.open(data::Register::Access::write);
    const auto region = into.region();
    request.plan = asked.changes;
    const auto names = asked.changes ? into.snapshot({}, false) : data::Snapshot{};  // of files that were read before
    request.datum = datum_of(asked.datum);
    if (!read_county(context, *region, asked.county, request.county)) return Exit::wrong_command_line;
    if (!asked.mapping.empty()) {
        auto mapping = read_mapping_file(context, asked.mapping);
        if (!mapping) return Exit::wrong_command_line;
        // What is said of a column alone comes first.
        request.mapping.insert(request.mapping.end(), mapping->begin(), mapping->end());
    }
    std::vector<data::FileOutcome> outcomes;
    std::size_t failed = 0, refused_rows = 0;
    for (const auto& file : asked.files) {
        request.path = file;
        data::JobProgress progress;
        try {
            const auto& report = std::get<data::ImportReport>(
                outcomes.emplace_back(data::import_file(into, request, context.actor, *region, progress)));
            refused_rows += report.refused();
            if (context.format != Format::json) {
                for (const auto& sheet : report.sheets) print(as_text(context, sheet));
                print_changes(context, names, report);
            }
            if (!asked.marked.empty()) mark(context, asked, request, report);
        } catch (const data::IntakeFault& fault) {
            ++failed;
            message(fmt::format("{}: {}", file, fault.text(context.sentence_language())));
            outcomes.emplace_back(data::FailedFile{std::filesystem::path{file}.filename().string(), fault});
        }
    }
    if (context.format == Format::json)
        print(data::import_json(outcomes, {asked.request.dry_run, context.sentence_language(), names.sources}) + "\n");
    else if (asked.request.dry_run)
        message(context.tr("cli.import.dry_run"));
    if (failed == outcomes.size()) return Exit::not_done;
    return refused_rows > 0 || failed > 0 ? Exit::rows_refused : Exit::done;
}

}  // namespace

void add_import(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<ImportArguments>();
    auto* command = app.add_subcommand("import", std::string{asked.context.tr("cli.help.import")});
    command->add_option("FILE", options->files)->required();
    command->add_option("--kind", options->kinds, std::string{asked.context.tr("cli.help.import.kind")})
        ->allow_extra_args(false);
    command->add_option("--column", options->columns, std::string{asked.context.tr("cli.help.import.column")})
        ->allow_extra_args(false);
    command->add_flag("--changes", options->changes, std::string{asked.context.tr("cli.help.import.changes")});
    command->add_option("--only", options->only, std::string{asked.context.tr("cli.help.import.only")})
        ->allow_extra_args(false);
    command->add_option("--expect", options->request.expected, std::string{asked.context.tr("cli.help.import.expect")});
    command->add_flag("--other-county-decided", options->request.other_county_decided,
                      std::string{asked.context.tr("cli.help.import.other_county_decided")});
    command->add_option("--county", options->county, std::string{asked.context.tr("cli.help.import.county")});
    command->add_option("--datum", options->datum, std::string{asked.context.tr("cli.help.import.datum")})
        ->check(CLI::IsMember({"cgcs2000", "wgs84", "gcj02", "bd09"}));
    command->add_option("--crs", options->request.crs, std::string{asked.context.tr("cli.help.import.crs")})
        ->check([](const std::string& typed) {
            const bool named = typed.starts_with("EPSG:") && typed.size() > 5 &&
                               typed.find_first_not_of("0123456789", 5) == std::string::npos;
            return named ? std::string{} : typed + ": EPSG:N";
        });
    command->add_flag("--keep-unswapped", options->request.keep_unswapped,
                      std::string{asked.context.tr("cli.help.import.keep_unswapped")});
    command->add_option("--encoding", options->request.encoding,
                        std::string{asked.context.tr("cli.help.import.encoding")});
    command->add_option("--mapping", options->mapping, std::string{asked.context.tr("cli.help.import.mapping")});
    command->add_flag("--replace-vehicle", options->request.replace_vehicle,
                      std::string{asked.context.tr("cli.help.import.replace_vehicle")});
    command->add_option("--marked", options->marked, std::string{asked.context.tr("cli.help.import.marked")});
    command->add_flag("--dry-run", options->request.dry_run, std::string{asked.context.tr("cli.help.import.dry_run")});
    command->callback([&asked, options] {
        asked.only_now = true;
        asked.run = [options](const Context& context) { return import(context, *options); };
    });
}

}  // namespace xiaoan::cli
