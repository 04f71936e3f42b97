// What every subcommand is given: the register asked for, the date, the language, where to write.
#pragma once

#include "console/language/language.hpp"
#include "data/intake/sentence.hpp"
#include "data/kinds/cell.hpp"
#include "data/register/judging.hpp"
#include "data/register/moment.hpp"
#include "data/register/register.hpp"

#include <cstdio>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::cli {

/// Exit codes (formats.md section 2).
enum Exit : int { done = 0, not_done = 1, wrong_command_line = 2, rows_refused = 3, refused = 4 };

enum class Format { text, json, csv };

/// A moment at which the records are asked for as the register held them then.
struct KnownAt {
    data::Timestamp moment;
    data::ChangeId newest;  // the newest change at that moment
    std::string shown;      // the moment as it is said to people: 2026-11-23 09:15:02
};

struct Context {
    std::string register_path;
    data::Date as_of{};
    std::optional<KnownAt> known_at;  // empty: as of now
    Format format = Format::text;
    language::Language language = language::Language::zh;
    data::Actor actor;  // who the log names, and the moment the command began

    [[nodiscard]] std::string_view tr(std::string_view key) const { return language::tr(language, key); }
    [[nodiscard]] std::string tr(std::string_view key, std::initializer_list<std::string> arguments) const
    {
        return language::tr(language, key, arguments);
    }
    /// The language of the sentences that the register and its readers make.
    [[nodiscard]] data::SentenceLanguage sentence_language() const
    {
        return language == language::Language::zh ? data::SentenceLanguage::zh : data::SentenceLanguage::en;
    }
    /// What findings are judged by: the settings of now, and what was set aside by the moment asked for. Throws
    /// StoreFault.
    [[nodiscard]] data::Judging judging() const
    {
        std::optional<data::Timestamp> moment;
        if (known_at) moment = known_at->moment;
        return data::read_judging(register_path, moment);
    }
    /// For reading, the register as it was known at the moment asked for. Throws StoreFault.
    [[nodiscard]] data::Register open(data::Register::Access access) const
    {
        auto opened = data::Register::open(register_path, access);
        return known_at && access == data::Register::Access::read ? opened.as_known(known_at->newest)
                                                                  : std::move(opened);
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
