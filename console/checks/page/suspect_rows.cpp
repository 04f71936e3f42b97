#include "console/checks/page/suspect_rows.hpp"

#include "console/checks/school_times.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/supervision/case_standing.hpp"
#include "data/register/moment.hpp"

#include <algorithm>

namespace xiaoan::checks {

namespace {

using language::tr;

constexpr std::chrono::days week{7};

data::Date monday_of(data::Date day)
{
    return day - (std::chrono::weekday{day} - std::chrono::Monday);
}

std::string minute_text(data::Timestamp moment)
{
    return data::shown_moment(moment).substr(0, 16);
}

}  // namespace

SuspectRow suspect_heads(language::Language language)
{
    SuspectRow heads;
    constexpr std::array keys{"suspects.score", "suspects.number",    "list.county",
                              "suspects.days",  "suspects.sightings", "suspects.last",
                              "suspects.signs", "suspects.resembles", "suspects.case"};
    for (std::size_t i = 0; i < keys.size(); ++i) heads[i] = tr(language, keys[i]);
    return heads;
}

std::vector<ShownSuspect> shown_suspects(const data::Snapshot& snapshot, const Suspects& found, data::Adcode county,
                                         language::Language language)
{
    std::vector<ShownSuspect> shown;
    for (const Suspect& suspect : found.suspects) {
        if (county.given() && county_of(suspect) != county) continue;
        ShownSuspect& made = shown.emplace_back();
        made.suspect = &suspect;
        std::string cases;
        for (const data::Case& each : snapshot.cases)
            if (!has_ended(each.state) && each.subject_kind == supervision::subject_of_strangers &&
                each.subject_key == suspect.registration_number) {
                made.cases.push_back(each.number);
                cases += (cases.empty() ? "" : " ") + each.number;
            }
        made.row = {std::to_string(suspect.score),
                    language::shown_registration_number(suspect.registration_number),
                    rules::county_name(snapshot, county_of(suspect), language),
                    std::to_string(suspect.days.size()),
                    std::to_string(suspect.sightings),
                    minute_text(suspect.last),
                    signs_text(suspect, language),
                    suspect.resembles.empty() ? std::string{} : language::shown_registration_number(suspect.resembles),
                    std::move(cases)};
    }
    return shown;
}

const Suspect* find_suspect(const Suspects& found, std::string_view registration_number)
{
    const auto suspect = std::ranges::find(found.suspects, registration_number, &Suspect::registration_number);
    return suspect != found.suspects.end() ? &*suspect : nullptr;
}

std::vector<SeenDay> seen_days(const rules::SchoolDays& school_days, const Suspect& suspect, data::Date as_of,
                               std::size_t most_weeks)
{
    if (suspect.seen.empty()) return {};
    const data::Date last = monday_of(as_of) + week - std::chrono::days{1};
    const data::Date earliest = monday_of(as_of) - week * (static_cast<int>(most_weeks) - 1);
    const data::Date first = std::max(monday_of(date_of(suspect.seen.front()->seen_at)), earliest);
    std::vector<SeenDay> days;
    for (data::Date day = first; day <= last; day += std::chrono::days{1})
        days.push_back({.day = day,
                        .school_day = is_school_day(school_days, day),
                        .counts = std::ranges::binary_search(suspect.days, day)});
    for (const data::Sighting* seen : suspect.seen) {
        const data::Date day = date_of(seen->seen_at);
        if (day < first || day > last) continue;
        ++days[static_cast<std::size_t>((day - first).count())].seen;
    }
    return days;
}

std::vector<SightingLine> sighting_lines(const Suspect& suspect, language::Language language)
{
    std::vector<SightingLine> lines;
    for (const data::Sighting* seen : suspect.seen) {
        std::string what = seen->place;
        const auto add = [&](std::string_view part) {
            if (!part.empty()) what.append(what.empty() ? "" : "  ").append(part);
        };
        add(seen->direction);
        if (seen->riders_seen == data::Answer::yes) add(tr(language, "suspects.riders"));
        add(seen->note);
        add(seen->reported_by);
        lines.push_back({minute_text(seen->seen_at).substr(5), std::move(what)});
    }
    std::ranges::reverse(lines);
    return lines;
}

}  // namespace xiaoan::checks
