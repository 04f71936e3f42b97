// `doctor`: what this machine and this register have, for whoever is asked why something does not work.
#include "console/cli/clock.hpp"
#include "console/cli/command_line.hpp"
#include "data/gis/helper_process.hpp"
#include "data/register/daily_backup.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <proj.h>
#include <sqlite3.h>

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <memory>

namespace xiaoan::cli {

namespace {

std::string font_file(const char* family)
{
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> wanted(
        FcNameParse(reinterpret_cast<const FcChar8*>(family)), FcPatternDestroy);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result{};
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> found(FcFontMatch(nullptr, wanted.get(), &result),
                                                                        FcPatternDestroy);
    FcChar8* file = nullptr;
    if (found == nullptr || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(file);
}

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr || *value == '\0' ? "–" : value;
}

/// One line about the register; true where it opens.
bool say_register(const Context& context)
{
    try {
        const auto from = context.open(data::Register::Access::read);
        const auto snapshot = from.snapshot(data::kinds_of<data::Bus>(), false);
        print(context.tr("cli.doctor.register", {context.register_path, std::to_string(from.schema_version()),
                                                 std::to_string(snapshot.all<data::Bus>().size()),
                                                 std::to_string(snapshot.last_change.value)}) +
              "\n");
        const auto kept = data::daily_backups(context.register_path);
        print((kept.empty() ? std::string{context.tr("cli.doctor.no_backup")}
                            : context.tr("cli.doctor.backups", {std::to_string(kept.size()), kept.back().path})) +
              "\n");
        return true;
    } catch (const data::StoreFault& fault) {
        print(fmt::format("{}: {}\n", context.register_path,
                          context.tr("fault." + std::string{data::word(fault.kind())}, {fault.detail()})));
        return fault.kind() == data::FaultKind::not_found;  // none yet is no illness
    }
}

int doctor(const Context& context)
{
    print(fmt::format("xiaoan {}\n", XIAOAN_VERSION));
    const bool register_opens = say_register(context);
    const std::string folder = data_folder();
    const bool has_region = std::filesystem::exists(folder + "/region/baicheng/region.json");
    print(context.tr(has_region ? "cli.doctor.data" : "cli.doctor.no_data", {folder}) + "\n");
    const std::string font = font_file("Noto Sans CJK SC");
    const bool has_font = font.find("NotoSansCJK") != std::string::npos;
    print(context.tr(has_font ? "cli.doctor.font" : "cli.doctor.no_font", {font}) + "\n");
    print(fmt::format("SQLite {} · PROJ {}\n", sqlite3_libversion(), proj_info().release));
    const auto trouble = data::gis::trouble_with_helper();
    print((trouble ? context.tr("cli.doctor.no_helper", {trouble->code + ": " + trouble->detail})
                   : context.tr("cli.doctor.helper", {data::gis::helper_path()})) +
          "\n");
    print(context.tr("cli.doctor.display", {variable("DISPLAY"), variable("WAYLAND_DISPLAY")}) + "\n");
    print(context.tr("cli.doctor.input_method", {variable("XMODIFIERS"), variable("LC_CTYPE"), variable("LANG")}) +
          "\n");
    return register_opens && has_region && has_font && !trouble ? Exit::done : Exit::not_done;
}

}  // namespace

void add_doctor(CLI::App& app, Invocation& asked)
{
    auto* command = app.add_subcommand("doctor", std::string{asked.context.tr("cli.help.doctor")});
    command->callback([&asked] {
        asked.only_now = true;
        asked.about_the_file = true;
        asked.run = doctor;
    });
}

}  // namespace xiaoan::cli
