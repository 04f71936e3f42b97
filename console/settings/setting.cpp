#include "console/settings/setting.hpp"

#include "console/language/wording.hpp"
#include "data/kinds/cell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace xiaoan::settings {

namespace {

using language::Language;
using language::tr;

template <class... Cases>
struct Cases_of : Cases... {
    using Cases::operator()...;
};

std::optional<int> whole_number(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole ? std::optional{number} : std::nullopt;
}

/// Month × 100 + day.
std::optional<int> day_of_year(std::string_view text)
{
    if (text.size() != 5 || text[2] != '-') return std::nullopt;
    const auto month = whole_number(text.substr(0, 2)), day = whole_number(text.substr(3));
    if (!month || !day || *month < 0 || *day < 0) return std::nullopt;
    const std::chrono::month_day made{std::chrono::month{static_cast<unsigned>(*month)},
                                      std::chrono::day{static_cast<unsigned>(*day)}};
    return made.ok() ? std::optional{*month * 100 + *day} : std::nullopt;
}

std::string text_of(const std::string& key_or_words, Language language)
{
    return language::has(key_or_words) ? std::string{tr(language, key_or_words)} : key_or_words;
}

}  // namespace

std::string said(const Phrase& phrase, Language language)
{
    std::vector<std::string> arguments;
    for (const std::string& each : phrase.of) arguments.push_back(text_of(each, language));
    return tr(language, phrase.key, arguments);
}

std::optional<std::string> read(const SettingInfo& setting, std::string_view text)
{
    using Read = std::optional<std::string>;
    return std::visit(
        Cases_of{[&](const Whole& form) -> Read {
                     const auto number = whole_number(text);
                     const bool within = number && form.least <= *number && *number <= form.most;
                     return within ? Read{std::to_string(*number)} : std::nullopt;
                 },
                 [&](const Day&) -> Read {
                     const auto day = data::date_from_iso(text);
                     return day ? Read{data::iso(*day)} : std::nullopt;
                 },
                 [&](const DayOfYear&) -> Read { return day_of_year(text) ? Read{std::string{text}} : std::nullopt; },
                 [&](const OneOf& form) -> Read {
                     const bool known = std::ranges::find(form.words, text) != form.words.end();
                     return known ? Read{std::string{text}} : std::nullopt;
                 },
                 [&](const Written& form) -> Read { return form.read(text); }},
        setting.form);
}

std::optional<int> rung_of(const SettingInfo& setting, std::string_view value)
{
    if (std::holds_alternative<Whole>(setting.form)) return whole_number(value);
    if (std::holds_alternative<DayOfYear>(setting.form)) return day_of_year(value);
    return std::nullopt;
}

std::string name_text(const SettingInfo& setting, Language language)
{
    const std::string shorter = setting.meaning.key + ".name";
    return language::has(shorter) ? std::string{tr(language, shorter)} : said(setting.meaning, language);
}

std::string value_text(const SettingInfo& setting, std::string_view value, Language language)
{
    if (value.empty()) return std::string{tr(language, "setting.not_established")};
    if (std::holds_alternative<OneOf>(setting.form))
        return std::string{tr(language, fmt::format("setting.word.{}", value))};
    const auto number = std::holds_alternative<Whole>(setting.form) ? whole_number(value) : std::nullopt;
    const std::string shown =
        number && *number >= 0 ? language::grouped(static_cast<std::size_t>(*number)) : std::string{value};
    const std::string amount = fmt::format("setting.amount.{}", setting.unit);
    return language::has(amount) ? tr(language, amount, {shown}) : shown;
}

}  // namespace xiaoan::settings
