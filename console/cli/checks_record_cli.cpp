// `checks record`: what was found, read back from a filled sheet or typed, and what follows from it.
#include "console/cli/checks_cli.hpp"

#include "console/checks/results/record_json.hpp"
#include "console/checks/results/typed_vehicle.hpp"
#include "console/checks/sheet/check_sheet.hpp"
#include "console/language/wording.hpp"
#include "data/intake/container.hpp"
#include "data/intake/fault.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <tuple>

namespace xiaoan::cli {

namespace {

using checks::RecordedFile;

struct AskedRecord {
    std::vector<std::string> words;  // files, or QUESTION=ANSWER with --bus
    std::string bus;
    std::string check;
    std::string date;
    std::size_t team = 1;
    bool dry_run = false;
    bool as_read = false;
};

/// What was typed, as if it had been the row of a sheet; empty, and said, where it cannot be read, with the exit code.
std::optional<checks::CheckSheetReading> typed_reading(const Context& context, const AskedRecord& asked,
                                                       std::span<const data::CountyName> counties, int& code)
{
    const auto date = check_date(context, asked.date);
    if (!date) return std::nullopt;
    std::vector<std::pair<std::string, std::string>> answers;
    for (const std::string& word : asked.words) {
        const std::size_t equals = word.find('=');
        const auto* question = checks::find_question(std::string_view{word}.substr(0, equals));
        if (equals == std::string::npos || question == nullptr || question->filled == checks::Filled::on_paper) {
            message(context.tr("cli.record.bad_answer", {word}));
            return std::nullopt;
        }
        answers.emplace_back(question->name, word.substr(equals + 1));
    }
    data::CheckedVehicle of;
    of.check = asked.check.empty() ? checks::check_number(*date, asked.team) : asked.check;
    of.vehicle = asked.bus;
    of.held_on = *date;
    auto reading = checks::typed_vehicle(of, answers, counties, context.as_of, context.language);
    if (reading) return *std::move(reading);
    if (reading.error().code == data::IssueCode::out_of_range && *date > context.as_of) code = Exit::refused;
    message(data::issue_text(reading.error(), context.sentence_language()));
    return std::nullopt;
}

/// Concludes from what was read and writes it, unless it is a dry run. A refusal is said; the exit code then.
int record(const Context& context, RecordedFile& file, const AskedRecord& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = std::make_shared<const data::Snapshot>(from.snapshot(rules::judged_kinds(), false));
    const rules::Dossiers dossiers(snapshot, context.judging());
    const auto held = data::read_checks(context.register_path);
    file.made =
        checks::conclusions(file.readings, held, dossiers, {.opened_on = context.as_of, .as_read = asked.as_read});
    if (asked.dry_run) {
        for (const auto& vehicle : file.made.command.vehicles) file.after.push_back(vehicle.checked);
        std::ranges::sort(file.after, {}, [](const auto& each) { return std::tie(each.check, each.vehicle); });
        return Exit::done;
    }
    if (!file.made.command.vehicles.empty()) {
        const auto done = data::apply_checks(context.register_path, file.made.command, context.actor);
        if (!done) return say_refused(context, done.error());
        file.change = *done;
    }
    file.after = data::read_checks(context.register_path);
    return Exit::done;
}

void print_for_people(const Context& context, const RecordedFile& file)
{
    for (std::size_t sheet = 0; sheet < file.readings.size(); ++sheet) {
        const auto& reading = file.readings[sheet];
        const auto number = [&](data::Outcome outcome) {
            return std::to_string(checks::count_of(file.made, sheet, outcome));
        };
        if (!reading.file.empty())
            print(context.tr("cli.record.sheet",
                             {reading.sheet.empty() ? reading.file : reading.file + " “" + reading.sheet + "”",
                              std::to_string(reading.rows), number(data::Outcome::added),
                              number(data::Outcome::changed), number(data::Outcome::unchanged),
                              std::to_string(reading.refused), std::to_string(reading.skipped)}) +
                  "\n");
        for (const auto& issue : reading.issues)
            print(fmt::format("  {} {}\n", issue.severity == data::IssueSeverity::refused ? "✗" : "!",
                              data::issue_text(issue, context.sentence_language())));
    }
    for (const auto& vehicle : file.made.vehicles) {
        const std::string shown = language::shown_registration_number(vehicle.vehicle);
        for (const auto& remark : vehicle.remarks)
            print("  ! " + language::tr(context.language, remark.key, remark.arguments) + "\n");
        const auto* held = data::find_checked(file.after, vehicle.check, vehicle.vehicle);
        if (held == nullptr || vehicle.outcome == data::Outcome::unchanged) continue;
        for (const auto& outcome : held->outcomes)
            print(fmt::format("  {} {} {}\n", vehicle.check, shown, outcome_text(context, outcome)));
    }
}

int record_typed(const Context& context, const AskedRecord& asked)
{
    const auto region = context.open(data::Register::Access::read).region();
    const auto counties = checks::counties_to_read(*region);
    int code = Exit::wrong_command_line;
    auto reading = typed_reading(context, asked, counties, code);
    if (!reading) return code;
    std::vector<RecordedFile> files(1);
    files[0].readings.push_back(*std::move(reading));
    if (code = record(context, files[0], asked); code != Exit::done) return code;
    if (context.format == Format::json)
        print(checks::record_json(files, asked.dry_run, context.language) + "\n");
    else
        print_for_people(context, files[0]);
    return Exit::done;
}

int record_files(const Context& context, const AskedRecord& asked)
{
    const auto region = context.open(data::Register::Access::read).region();
    const auto counties = checks::counties_to_read(*region);
    std::vector<RecordedFile> files;
    std::size_t failed = 0, refused = 0;
    for (const std::string& path : asked.words) {
        RecordedFile& file = files.emplace_back();
        try {
            const auto book = data::open_workbook(std::filesystem::path{path});
            file.readings = checks::read_check_file(*book, counties, context.as_of);
        } catch (const data::IntakeFault& fault) {
            ++failed;
            message(fmt::format("{}: {}", path,
                                fault.code() == data::FaultCode::unknown_kind
                                    ? std::string{context.tr("cli.record.no_check_sheet")}
                                    : fault.text(context.sentence_language())));
            continue;
        }
        for (const auto& reading : file.readings) refused += reading.refused;
        if (const int code = record(context, file, asked); code != Exit::done) return code;
        if (context.format != Format::json) print_for_people(context, file);
    }
    if (context.format == Format::json) print(checks::record_json(files, asked.dry_run, context.language) + "\n");
    if (failed == files.size()) return Exit::not_done;
    return refused > 0 || failed > 0 ? Exit::rows_refused : Exit::done;
}

int record_words(const Context& context, const AskedRecord& asked)
{
    if (!asked.bus.empty()) return record_typed(context, asked);
    if (!asked.words.empty()) return record_files(context, asked);
    message(context.tr("cli.record.nothing"));
    return Exit::wrong_command_line;
}

}  // namespace

std::string outcome_text(const Context& context, const data::CheckOutcome& outcome)
{
    const auto* rule = checks::find_spot_rule(outcome.found);
    const std::string title{rule != nullptr ? checks::title_of_rule(rule->id, context.language)
                                            : std::string_view{outcome.found}};
    const std::string way{context.tr("check.way." + std::string{data::word(outcome.way)})};
    return fmt::format("{} → {}{}{}", title, way, outcome.reference.empty() ? "" : " ", outcome.reference);
}

void add_checks_record(CLI::App& checks, Invocation& asked)
{
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    const auto options = std::make_shared<AskedRecord>();
    auto* command = checks.add_subcommand("record", tr("cli.help.checks.record"));
    command->add_option("WORD", options->words, tr("cli.help.checks.word"));
    command->add_option("--bus", options->bus, tr("cli.help.checks.record_bus"));
    command->add_option("--check", options->check, tr("cli.help.checks.check"));
    command->add_option("--date", options->date, tr("cli.help.checks.date"));
    command->add_option("--team", options->team, tr("cli.help.checks.record_team"))->check(CLI::Range(1, 50));
    command->add_flag("--as-read", options->as_read, tr("cli.help.checks.as_read"));
    command->add_flag("--dry-run", options->dry_run, tr("cli.help.import.dry_run"));
    command->callback([&asked, options] {
        asked.only_now = true;
        asked.run = [options](const Context& context) { return record_words(context, *options); };
    });
}

}  // namespace xiaoan::cli
