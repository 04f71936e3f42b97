#include "console/app/check_overlay.hpp"

#include "console/language/wording.hpp"

#include <algorithm>

namespace xiaoan::app {

namespace {

/// Where a sighting was, if it says so: by its position, else nowhere on the map.
std::optional<geo::MapPosition> place_of(const data::Sighting& seen)
{
    if (!seen.lon || !seen.lat) return std::nullopt;
    return geo::map_from_position({*seen.lon, *seen.lat});
}

/// Of a suspect: its newest sighting with a position, else the first school near which it was seen.
std::optional<geo::MapPosition> place_of(const checks::Suspect& suspect)
{
    for (auto seen = suspect.seen.rbegin(); seen != suspect.seen.rend(); ++seen)
        if (const auto place = place_of(**seen)) return place;
    for (const data::School* school : suspect.schools)
        if (school->lon && school->lat) return geo::map_from_position({*school->lon, *school->lat});
    return std::nullopt;
}

}  // namespace

map::Overlay overlay_of(const checks::PlannedCheck& planned, std::optional<std::size_t> chosen,
                        language::Language language, bool movable)
{
    map::Overlay overlay{.lines = {}, .marks = {}, .movable = movable};
    const auto& stands = planned.plan.stands;
    for (std::size_t i = 0; i < stands.size(); ++i) {
        const checks::PlannedStand& stand = stands[i];
        const auto at = geo::map_from_position(stand.place.at);
        const shell::Color color = checks::team_color(stand.team);
        if (i == 0 || stands[i - 1].team != stand.team) overlay.lines.push_back({{}, color, false});
        overlay.lines.back().points.push_back(at);
        overlay.lines.back().chosen |= chosen == i;
        const std::string label = checks::stand_label(planned.plan, i);
        overlay.marks.push_back(
            {at, label, color, chosen == i,
             language::tr(language, "plan.block",
                          {label, data::hh_mm(stand.from), data::hh_mm(stand.to),
                           checks::place_text(stand.place, language), std::to_string(stand.sees.size())})});
    }
    return overlay;
}

map::Overlay overlay_of(const conformance::RunStrip& strip, std::optional<std::size_t> cursor,
                        const shell::Theme& theme, language::Language language)
{
    map::Overlay overlay;
    const auto at = [&](std::size_t fix) { return geo::map_from_position(strip.fixes[fix].place); };
    for (std::size_t i = 0; i < strip.fixes.size(); ++i) {
        if (i == 0 || !strip.fixes[i].joined) overlay.lines.push_back({{}, theme.ink, false});
        overlay.lines.back().points.push_back(at(i));
    }
    for (const conformance::StripStretch& stretch : strip.stretches) {
        map::OverlayLine line{{}, tracks::color_of(stretch, theme), true};
        for (std::size_t i = stretch.first; i <= stretch.last; ++i) line.points.push_back(at(i));
        overlay.lines.push_back(std::move(line));
    }
    for (const conformance::StripStand& stand : strip.stands)
        overlay.marks.push_back({geo::map_from_position(stand.place),
                                 {},
                                 theme.notice.line,
                                 false,
                                 tracks::stand_words(strip, stand, language)});
    if (cursor && *cursor < strip.fixes.size())
        overlay.marks.push_back({at(*cursor), {}, theme.accent, true, tracks::fix_words(strip, *cursor, language)});
    return overlay;
}

SuspectOverlay overlay_of(const checks::Suspects& found, std::string_view chosen, shell::Color ground)
{
    SuspectOverlay made;
    for (const checks::Suspect& suspect : found.suspects)
        if (suspect.registration_number == chosen)
            for (const data::Sighting* seen : suspect.seen)
                if (const auto place = place_of(*seen)) {
                    made.overlay.marks.push_back({*place, {}, ground, false, {}});
                    made.of.push_back(suspect.registration_number);
                }
    for (const checks::Suspect& suspect : found.suspects)
        if (const auto place = place_of(suspect)) {
            made.overlay.marks.push_back({*place, std::to_string(suspect.score), ground,
                                          suspect.registration_number == chosen,
                                          language::shown_registration_number(suspect.registration_number)});
            made.of.push_back(suspect.registration_number);
        }
    return made;
}

}  // namespace xiaoan::app
