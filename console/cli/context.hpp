// What every subcommand is given: the register asked for, the date, the language, where to write.
#pragma once

#include "console/language/language.hpp"
#include "data/kinds/cell.hpp"
#include "data/register/register.hpp"

#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>

namespace xiaoan::cli {

/// Exit codes (formats.md section 2).
enum Exit : int { done = 0, not_done = 1, wrong_command_line = 2, rows_refused = 3, refused = 4 };

enum class Format { text, json, csv };

struct Context {
    std::string register_path;
    data::Date as_of{};
    Format format = Format::text;
    language::Language language = language::Language::zh;
    data::Actor actor;  // who the log names, and the moment the command began

    [[nodiscard]] std::string_view tr(std::string_view key) const { return language::tr(language, key); }
    [[nodiscard]] std::string tr(std::string_view key, std::initializer_list<std::string> arguments) const
    {
        return language::tr(language, key, arguments);
    }
    [[nodiscard]] data::Register open(data::Register::Access access) const
    {
        return data::Register::open(register_path, access);
    }
};

/// Results: standard output. Throws std::system_error where it takes no more, as on a full disk.
void print(std::string_view text);
/// Sends on what standard output still holds back. Throws as `print` does.
void finish_printing();
/// Messages and progress: standard error, one line.
void message(std::string_view text);
/// Says in words why a command was refused; the exit code for it.
Exit say_refused(const Context& context, const data::Rejected& rejected);

}  // namespace xiaoan::cli
