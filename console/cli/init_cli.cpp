// `init`: a new register with its region, empty or with the demonstration's invented records.
#include "console/cli/clock.hpp"
#include "console/cli/command_line.hpp"
#include "data/intake/import.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>

namespace xiaoan::cli {

namespace {

struct InitArguments {
    bool demonstration = false;
    std::string region;
    std::string name;
};

/// The demonstration's files, in the order of their names.
std::vector<std::string> sample_files()
{
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(data_folder() + "/sample"))
        if (entry.path().extension() == ".csv" && !entry.path().stem().string().starts_with("expected"))
            files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    return files;
}

void fill_with_demonstration(data::Register& into, const data::Region& region, const data::Actor& actor)
{
    for (const auto& file : sample_files()) {
        data::JobProgress progress;
        data::ImportRequest request;
        request.path = file;
        (void)data::import_file(into, request, actor, region, progress);
    }
}

int init(const Context& context, const InitArguments& asked)
{
    const std::string folder = asked.region.empty() ? data_folder() + "/region/baicheng" : asked.region;
    const data::Region region = data::read_region(folder);
    const std::filesystem::path path = context.register_path;
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
    // Letters are Chinese, whoever made the register in which language.
    const std::string name =
        !asked.name.empty() ? asked.name : language::tr(language::Language::zh, "cli.init.name", {region.name_zh});
    auto made = data::Register::create(context.register_path, region, name, asked.demonstration, context.actor);
    if (asked.demonstration) fill_with_demonstration(made, region, context.actor);
    message(context.tr(asked.demonstration ? "cli.init.done_demo" : "cli.init.done", {context.register_path}));
    return Exit::done;
}

}  // namespace

void add_init(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<InitArguments>();
    auto* command = app.add_subcommand("init", std::string{asked.context.tr("cli.help.init")});
    command->add_flag("--demo", options->demonstration, std::string{asked.context.tr("cli.help.init.demo")});
    command->add_option("--region", options->region, std::string{asked.context.tr("cli.help.init.region")});
    command->add_option("--name", options->name, std::string{asked.context.tr("cli.help.init.name")});
    command->callback([&asked, options] {
        asked.only_now = true;
        asked.about_the_file = true;
        asked.run = [options](const Context& context) { return init(context, *options); };
    });
}

}  // namespace xiaoan::cli
