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

double number_in(std::string_view text)
{
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::string season_text(const Season& season, Language language)
{
    if (season.name) return std::string{tr(language, key_of("season", word(season)))};
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
    return std::string{tr(language, key_of("factor", line.factor))};
}

std::string value_text(const RiskLine& line, Language language)
{
    if (!line.known && line.factor != "pupils") return std::string{tr(language, "risk.unknown")};
    if (line.factor == "distance" && line.value != "none")
        return tr(language, "risk.metres", {fmt::format("{:.0f}", number_in(line.value))});
    if (line.factor == "depth") return tr(language, "risk.metres", {line.value});
    if (line.factor == "pupils") return line.known ? line.value : std::string{tr(language, "risk.pupils_unknown")};
    const std::string key = fmt::format("risk.value.{}.{}", line.factor, line.value);
    return language::has(key) ? std::string{tr(language, key)} : line.value;
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
