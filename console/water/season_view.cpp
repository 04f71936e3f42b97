#include "console/water/season_view.hpp"

#include "console/water/risk_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::water {

namespace {

using language::Language;
using language::tr;

constexpr std::array<std::string_view, 3> asked_parts{"water", "schools", "departments"};

std::string count(std::chrono::days days)
{
    return std::to_string(days.count());
}

std::string_view word_of(const SeasonSpan& span)
{
    return season_words[static_cast<std::size_t>(span.name)];
}

DateAhead date_ahead(const CalendarSpan& span, data::Date as_of, Language language)
{
    DateAhead made{.from = data::iso(span.from), .what = {}, .when = {}, .part = span.part};
    const bool running = span.from <= as_of;
    const std::string name = calendar_text(span, language);
    const bool begins = span.part == CalendarPart::season && !running;
    made.what = begins ? tr(language, "season.begins", {name}) : name;
    if (span.part != CalendarPart::season && span.to != span.from)
        made.from = tr(language, "season.from_to", {made.from, data::iso(span.to).substr(5)});
    made.when = running ? tr(language, "season.running", {data::iso(span.to)})
                        : tr(language, "season.in_days", {count(span.from - as_of)});
    return made;
}

}  // namespace

SeasonView season_view(data::Date as_of, const Habits& habits, const rules::SchoolHolidays& schools,
                       std::span<const data::Holiday> holidays, Language language)
{
    const auto seasons = seasons_from(as_of, habits);
    const auto& now = seasons.front();
    const auto& then = seasons[1];
    const auto name = [&](const SeasonSpan& span) {
        return std::string{tr(language, fmt::format("season.{}", word_of(span)))};
    };
    SeasonView view{.season = now,
                    .title = tr(language, "season.where",
                                {name(now), count(as_of - now.from + std::chrono::days{1}),
                                 count(now.to - now.from + std::chrono::days{1})}),
                    .next = tr(language, "season.next", {count(then.from - as_of), name(then), data::iso(then.from)}),
                    .asks = {},
                    .parts = {},
                    .ahead = {}};
    for (const auto part : asked_parts)
        view.asks.push_back({std::string{tr(language, fmt::format("season.asks.{}", part))},
                             std::string{tr(language, fmt::format("brief.advice.{}.{}", word_of(now), part))}});
    const data::Date first = now.from, last = seasons.back().to;
    const auto whole = static_cast<float>((last - first).count() + 1);
    const auto share = [&](data::Date day) {
        return std::clamp(static_cast<float>((day - first).count()) / whole, 0.0F, 1.0F);
    };
    view.today = share(as_of);
    for (const CalendarSpan& span : calendar_spans(first, last, habits, schools, holidays))
        view.parts.push_back({span.part, calendar_text(span, language), share(span.from),
                              share(span.to + std::chrono::days{1}), span.from <= as_of && as_of <= span.to});
    for (const CalendarSpan& span : calendar_ahead(as_of, habits, schools, holidays))
        view.ahead.push_back(date_ahead(span, as_of, language));
    return view;
}

}  // namespace xiaoan::water
