#include "console/water/risk_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace xiaoan::water {

namespace {

using language::Language;
using language::tr;

std::string key_of(std::string_view area, std::string_view word)
{
    return fmt::format("risk.{}.{}", area, word);
}

/// 11月1日; the end of February whether the year has its 29th or not.
std::string day_text(int month_and_day, Language language)
{
    const int month = month_and_day / 100, day = month_and_day % 100;
    const std::string name{tr(language, fmt::format("risk.month.{}", month))};
    return month == 2 && day == 29 ? tr(language, "risk.month_end", {name})
                                   : tr(language, "risk.day", {name, std::to_string(day)});
}

double number_in(std::string_view text)
{
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::string season_text(const Season& season, const Habits& habits, Language language)
{
    if (season.name) {
        const SeasonDays days = days_of(*season.name, habits);
        return tr(language, "risk.season",
                  {std::string{tr(language, "season." + word(season))}, day_text(days.from, language),
                   day_text(days.to, language)});
    }
    return tr(language, "risk.month",
              {std::to_string(static_cast<int>(season.month->year())),
               std::to_string(static_cast<unsigned>(season.month->month()))});
}

std::string calendar_text(const CalendarSpan& span, Language language)
{
    switch (span.part) {
    case CalendarPart::season: return std::string{tr(language, "season." + span.name)};
    case CalendarPart::school_holiday: return std::string{tr(language, "season.holiday." + span.name)};
    case CalendarPart::public_holiday: break;
    }
    return span.name;
}

std::string level_text(RiskLevel level, Language language)
{
    return std::string{tr(language, key_of("level", word(level)))};
}

std::string factor_text(const RiskLine& line, Language language)
{
    if (line.factor == "pupils" && line.within_m > 0)
        return tr(language, "risk.factor.pupils_within", {std::to_string(line.within_m)});
    return std::string{tr(language, key_of("factor", line.factor))};
}

std::string value_text(const RiskLine& line, Language language)
{
    if (!line.known && line.factor != "pupils") return std::string{tr(language, "risk.unknown")};
    if (line.factor == "distance")
        return line.value == "none" ? tr(language, "risk.value.distance.none", {std::to_string(line.within_m)})
                                    : tr(language, "risk.metres", {fmt::format("{:.0f}", number_in(line.value))});
    if (line.factor == "depth") return tr(language, "risk.metres", {line.value});
    if (line.factor == "pupils") return line.known ? line.value : std::string{tr(language, "risk.pupils_unknown")};
    const std::string key = fmt::format("risk.value.{}.{}", line.factor, line.value);
    return language::has(key) ? std::string{tr(language, key)} : line.value;
}

std::string changed_text(const Habits& habits, Language language)
{
    std::string all;
    for (const ChangedHabit& each : changed_habits(habits)) {
        const std::string one =
            tr(language, "risk.changed_one",
               {settings::name_text(*each.setting, language), settings::value_text(*each.setting, each.value, language),
                settings::value_text(*each.setting, each.setting->default_value, language)});
        all = all.empty() ? one : tr(language, "risk.both", {all, one});
    }
    return all.empty() ? all : tr(language, "risk.changed", {all});
}

std::string main_reasons(const RiskScore& score, std::size_t count, Language language)
{
    std::vector<const RiskLine*> lines;
    for (const RiskLine& line : score.lines)
        if (line.points > 0) lines.push_back(&line);
    std::ranges::stable_sort(lines, std::greater{}, &RiskLine::points);
    if (lines.size() > count) lines.resize(count);
    std::string text;
    for (const RiskLine* line : lines) {
        std::string reason =
            tr(language, "risk.reason",
               {factor_text(*line, language), value_text(*line, language), std::to_string(line->points)});
        text = text.empty() ? std::move(reason) : tr(language, "risk.both", {text, reason});
    }
    return text;
}

}  // namespace xiaoan::water
