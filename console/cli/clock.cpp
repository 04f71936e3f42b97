#include "console/cli/clock.hpp"

#include <fmt/format.h>

#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

namespace xiaoan::cli {

namespace {

std::chrono::seconds shanghai_seconds()
{
    using namespace std::chrono;
    return floor<seconds>(system_clock::now().time_since_epoch()) + hours{8};
}

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string{value};
}

}  // namespace

data::Date today()
{
    return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{shanghai_seconds()});
}

std::string now()
{
    return data::iso(data::Timestamp{shanghai_seconds().count()}) + "+08:00";
}

std::string default_register()
{
    if (const auto given = variable("XIAOAN_REGISTER"); !given.empty()) return given;
    auto base = variable("XDG_DATA_HOME");
    if (base.empty()) base = variable("HOME") + "/.local/share";
    return base + "/xiaoan/register.xiaoan";
}

std::string home_folder()
{
    return variable("HOME");
}

std::string user_name()
{
    if (const passwd* entry = getpwuid(getuid()); entry != nullptr && entry->pw_name != nullptr) return entry->pw_name;
    return fmt::format("uid {}", getuid());
}

std::string data_folder()
{
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto installed = program.parent_path().parent_path() / "share" / "xiaoan";
    return std::filesystem::exists(installed / "region", ignored) ? installed.string() : XIAOAN_DATA_FOLDER;
}

}  // namespace xiaoan::cli
