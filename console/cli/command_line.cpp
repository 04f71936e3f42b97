#include "console/cli/command_line.hpp"

#include "console/cli/clock.hpp"
#include "console/cli/education_cli.hpp"
#include "console/cli/waters_cli.hpp"
#include "data/intake/fault.hpp"
#include "data/register/daily_backup.hpp"
#include "data/register/moment.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <optional>

namespace xiaoan::cli {

namespace {

/// The language has to be known before the options are described in it.
language::Language language_asked_for(int count, char** arguments)
{
    for (int i = 1; i < count; ++i) {
        const std::string_view word = arguments[i];
        if (word == "--lang=en" || (word == "--lang" && i + 1 < count && std::string_view{arguments[i + 1]} == "en"))
            return language::Language::en;
    }
    return language::Language::zh;
}

int run_guarded(const Context& context, const std::function<int(const Context&)>& command)
{
    try {
        const int code = command(context);
        finish_printing();
        return code;
    } catch (const data::StoreFault& fault) {
        message(fmt::format("{}: {}", fault.path(),
                            context.tr("fault." + std::string{data::word(fault.kind())}, {fault.detail()})));
        return fault.kind() == data::FaultKind::exists ? Exit::refused : Exit::not_done;
    } catch (const data::IntakeFault& fault) {
        message(fault.text(context.sentence_language()));
        return Exit::not_done;
    } catch (const std::exception& failure) {
        message(context.tr("cli.failed", {failure.what()}));
        return Exit::not_done;
    }
}

struct GlobalOptions {
    std::string as_of;
    std::string known_at;
    std::string format;
    std::string language;  // already read by language_asked_for
    WindowRequest window;
};

void add_global_options(CLI::App& app, Context& context, GlobalOptions& options)
{
    app.add_option("--register", context.register_path, std::string{context.tr("cli.help.register")});
    app.add_option("--as-of", options.as_of, std::string{context.tr("cli.help.as_of")});
    app.add_option("--known-at", options.known_at, std::string{context.tr("cli.help.known_at")});
    app.add_option("--format", options.format, std::string{context.tr("cli.help.format")})
        ->check(CLI::IsMember({"text", "json", "csv"}));
    app.add_option("--lang", options.language, std::string{context.tr("cli.help.lang")})
        ->check(CLI::IsMember({"zh", "en"}));
    app.add_option("--screenshot", options.window.screenshot, std::string{context.tr("cli.help.screenshot")});
    app.add_option("--script", options.window.script, std::string{context.tr("cli.help.script")});
    app.add_option("--width", options.window.width, std::string{context.tr("cli.help.width")})
        ->check(CLI::Range(640, 7680));
    app.add_option("--height", options.window.height, std::string{context.tr("cli.help.height")})
        ->check(CLI::Range(400, 4320));
    app.add_option("--scale", options.window.scale, std::string{context.tr("cli.help.scale")})
        ->check(CLI::Range(0.5, 4.0));
}

/// The moment asked for with --known-at, not yet looked up in the register. False where the command line is wrong.
bool read_known_at(const GlobalOptions& options, const Invocation& asked, Context& context)
{
    if (options.known_at.empty()) return true;
    const auto moment = data::moment_from_iso(options.known_at);
    if (!moment.given()) {
        message(context.tr("cli.bad_known_at", {options.known_at}));
        return false;
    }
    if (asked.only_now) {
        message(context.tr("cli.known_at.only_now"));
        return false;
    }
    context.known_at = {moment, {}, data::shown_moment(moment)};
    return true;
}

/// Finds what was the newest change then, and says it: nobody is to take an earlier state for the present one.
Exit settle_known_at(Context& context)
{
    const auto newest =
        data::Register::open(context.register_path, data::Register::Access::read).change_at(context.known_at->moment);
    if (!newest) return say_refused(context, newest.error());
    context.known_at->newest = *newest;
    message(context.tr("cli.known_at.said", {context.known_at->shown, std::to_string(newest->value)}));
    return Exit::done;
}

/// Keeps a copy of the register before the first write of a day. No command fails for want of it: it is said.
void keep_copy_of_today(const Context& context)
{
    std::optional<data::Register> from;
    try {
        from = data::Register::open(context.register_path, data::Register::Access::read);
    } catch (const data::StoreFault&) {
        return;  // the command itself will say why
    }
    try {
        if (const auto today = data::date_from_iso(std::string_view{context.actor.at}.substr(0, 10)))
            data::keep_daily_backup(*from, *today);
    } catch (const data::StoreFault& fault) {
        message(context.tr("cli.backup.not_kept",
                           {context.tr("fault." + std::string{data::word(fault.kind())}, {fault.detail()})}));
    }
}

/// The words of the help pages that are the library's own. Before anything is added: subcommands take them over.
void name_help(CLI::App& app, const Context& context)
{
    app.get_formatter()->label("Usage", std::string{context.tr("cli.help.word.usage")});
    app.get_formatter()->label("OPTIONS", std::string{context.tr("cli.help.word.options")});
    app.get_formatter()->label("SUBCOMMAND", std::string{context.tr("cli.help.word.subcommand")});
    app.get_formatter()->label("SUBCOMMANDS", std::string{context.tr("cli.help.word.subcommand")});
    app.get_formatter()->label("REQUIRED", std::string{context.tr("cli.help.word.required")});
    app.get_formatter()->label("Positionals", std::string{context.tr("cli.help.word.arguments")});
    app.group(std::string{context.tr("cli.help.word.subcommand")});
    app.option_defaults()->group(std::string{context.tr("cli.help.word.options")});
    app.set_help_flag("-h,--help", std::string{context.tr("cli.help.help")});
}

/// A subcommand makes its help flag before it takes over the name of its group.
void group_help_flags(CLI::App& app, const std::string& group)
{
    app.get_help_ptr()->group(group);
    for (CLI::App* each : app.get_subcommands({})) group_help_flags(*each, group);
}

/// The library's own words are English; the kind of mistake is named before them.
std::string usage_text(const Context& context, const CLI::ParseError& error)
{
    const std::string key = "cli.usage." + error.get_name();
    return context.tr(language::has(key) ? key : "cli.usage.Error", {error.what()}) + "\n" +
           std::string{context.tr("cli.usage.help")};
}

}  // namespace

int run(int count, char** arguments, const Program& program)
{
    Invocation asked;
    asked.context.language = language_asked_for(count, arguments);
    asked.context.register_path = default_register();
    asked.context.actor = {user_name(), now()};
    GlobalOptions options;
    CLI::App app{std::string{asked.context.tr("cli.help.product")}, "xiaoan"};
    name_help(app, asked.context);
    app.set_version_flag("--version", std::string{"xiaoan "} + XIAOAN_VERSION,
                         std::string{asked.context.tr("cli.help.version")});
    app.fallthrough();
    app.require_subcommand(0, 1);
    add_global_options(app, asked.context, options);
    for (const auto add :
         {add_init,      add_import,   add_conflicts,   add_findings, add_permits,    add_near,      add_risks,
          add_waters,    add_suspects, add_conformance, add_checks,   add_notice,     add_brief,     add_letter,
          add_education, add_cases,    add_joint,       add_tasks,    add_operations, add_reconcile, add_export,
          add_put,       add_retire,   add_rules,       add_settings, add_waive,      add_silence,   add_history,
          add_undo,      add_verify,   add_backup,      add_doctor})
        add(app, asked);
    add_picture(app, asked, program.draw_picture);
    group_help_flags(app, std::string{asked.context.tr("cli.help.word.options")});
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);  // help or version
        message(usage_text(asked.context, error));
        return Exit::wrong_command_line;
    }
    if (!options.format.empty())
        asked.context.format = options.format == "json"  ? Format::json
                               : options.format == "csv" ? Format::csv
                                                         : Format::text;
    asked.context.as_of = today();
    if (!options.as_of.empty()) {
        const auto date = data::date_from_iso(options.as_of);
        if (!date) {
            message(asked.context.tr("cli.bad_as_of", {options.as_of}));
            return Exit::wrong_command_line;
        }
        asked.context.as_of = *date;
    }
    if (!read_known_at(options, asked, asked.context)) return Exit::wrong_command_line;
    if (asked.context.known_at)
        return run_guarded(asked.context, [&](Context context) {
            if (const Exit settled = settle_known_at(context); settled != Exit::done) return static_cast<int>(settled);
            if (asked.run) return asked.run(context);
            options.window.context = context;
            return program.open_window(options.window);
        });
    if (asked.run) {
        if (asked.only_now && !asked.about_the_file) keep_copy_of_today(asked.context);
        return run_guarded(asked.context, asked.run);
    }
    return run_guarded(asked.context, [&](const Context& context) {
        options.window.context = context;
        return program.open_window(options.window);
    });
}

}  // namespace xiaoan::cli
