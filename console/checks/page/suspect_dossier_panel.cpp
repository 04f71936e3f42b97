// The dossier of a suspect: what it resembles, its signs one by one, the days it was seen, its sightings.
#include "console/checks/page/suspects_panel.hpp"
#include "console/checks/school_times.hpp"
#include "console/language/wording.hpp"
#include "console/rules/stranger.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace xiaoan::checks {

namespace {

using desk::DossierColumn;
using desk::Frame;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float cell_px = 22, week_label_px = 46;
constexpr std::size_t most_lines = 40;

/// A row a week: filled where it counts, ringed where it was seen at other times, pale on days without school.
void draw_strip(DossierColumn& column, const std::vector<SeenDay>& days, const Frame& frame)
{
    static constexpr std::array names{"due.mon", "due.tue", "due.wed", "due.thu", "due.fri", "due.sat", "due.sun"};
    const auto& ui = frame.ui;
    const float cell = std::floor(std::min(ui.px(cell_px + 12), (column.width() - ui.px(week_label_px)) / 7));
    const float height = ui.px(cell_px);
    const shell::Point at = column.at();
    const auto place = [&](std::size_t day, float y) {
        return shell::rect_at(at.x + ui.px(week_label_px) + cell * static_cast<float>(day), y, cell, height);
    };
    for (std::size_t i = 0; i < names.size(); ++i)
        shell::draw_text(ui, place(i, at.y), Align::centre, {.font = FontRole::small, .color = ui.theme.muted},
                         frame.tr(names[i]));
    float y = at.y + height;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const SeenDay& day = days[i];
        if (i % 7 == 0)
            shell::draw_text(ui, shell::rect_at(at.x, y, ui.px(week_label_px), height), Align::left,
                             {.font = FontRole::small, .color = ui.theme.muted}, data::iso(day.day).substr(5));
        const Rect box = place(i % 7, y).inset(ui.px(2));
        if (day.counts)
            shell::fill(ui, box, ui.theme.rectify.badge, 3);
        else
            shell::fill(ui, box, day.school_day ? ui.theme.track : ui.theme.field, 3);
        if (day.seen > 0 && !day.counts) shell::outline(ui, box, 3, ui.theme.rectify.badge, ui.px(2));
        if (day.seen > 0)
            shell::draw_text(
                ui, box, Align::centre,
                {.font = FontRole::small_bold, .color = day.counts ? ui.theme.rectify.badge_text : ui.theme.ink},
                std::to_string(day.seen));
        if (i % 7 == 6) y += height;
    }
    column.move(y - at.y);
    column.gap(4);
    column.paragraph(frame.tr("suspects.strip"), ui.theme.muted);
}

/// A registered bus one slip away comes first, so that nobody is accused for a misread letter.
void draw_resembles(DossierColumn& column, const Suspect& suspect, const Frame& frame, desk::Requests& asked)
{
    if (suspect.resembles.empty()) return;
    const std::string shown = language::shown_registration_number(suspect.resembles);
    const std::string title = frame.tr("suspects.may_be", {shown});
    const std::array<std::string, 1> lines{std::string{frame.tr("suspects.may_be.why")}};
    const std::string more = frame.tr("suspects.show_bus", {shown});
    if (column.card({.severity = shell::Severity::notice,
                     .title = title,
                     .lines = lines,
                     .more = more,
                     .more_id = "resembles"}))
        asked.push_back(desk::Select{{desk::Selected::bus, suspect.resembles}, true});
}

std::vector<desk::DossierButton> buttons_of(const Suspect& suspect, const std::vector<std::string>& cases,
                                            const Frame& frame)
{
    const auto case_button = [&](std::string_view id, std::string_view department, bool primary) {
        const std::string_view reason = frame.why_read_only();
        return desk::DossierButton{
            id,
            frame.tr(std::string{"suspects.case."} + std::string{department}),
            {.primary = primary && cases.empty(), .enabled = reason.empty(), .reason = reason},
            desk::CheckRequest{desk::OpenSuspectCase{suspect.registration_number, std::string{department}}}};
    };
    return {case_button("transport", "transport", true),
            case_button("police", "police_traffic", false),
            {"dismiss",
             frame.tr("suspects.dismiss"),
             {.enabled = !frame.known_at, .reason = frame.why_read_only()},
             desk::CheckRequest{desk::BeginDismissal{suspect.registration_number}}}};
}

}  // namespace

desk::Requests draw_suspect_dossier(const Frame& frame, const desk::DossierPlace& place)
{
    const Suspect* suspect = find_suspect(*frame.derived.suspects, frame.selection.key);
    const auto& snapshot = frame.snapshot();
    if (suspect == nullptr) {
        const data::Silencing* given =
            set_aside(frame.derived.dossiers.judging(), frame.selection.key, frame.derived.as_of);
        return desk::draw_dossier(frame, place,
                                  [&](DossierColumn& column) {
                                      const std::string title =
                                          language::shown_registration_number(frame.selection.key);
                                      column.head({.title = title, .line = frame.tr("suspects.is_none"), .spacing = 1});
                                      if (given == nullptr) return;
                                      column.heading(frame.tr("suspects.set_aside"));
                                      column.fact(frame.tr("silenced.reason"), given->reason);
                                      column.fact(frame.tr("silenced.by"), given->given_by);
                                      column.fact(frame.tr("silenced.until"), data::iso(given->until_on));
                                  },
                                  {});
    }
    desk::Requests asked;
    std::vector<std::string> cases;
    for (const ShownSuspect& each : shown_suspects(snapshot, *frame.derived.suspects, {}, frame.language))
        if (each.suspect == suspect) cases = each.cases;
    const auto content = [&](DossierColumn& column) {
        const std::string title = language::shown_registration_number(suspect->registration_number);
        column.head({.title = title,
                     .line = frame.tr("suspects.line",
                                      {std::to_string(suspect->sightings), std::to_string(suspect->days.size())}),
                     .severity = shell::Severity::rectify,
                     .tag = frame.tr("rule.SUSPECT-CARRIAGE.title"),
                     .spacing = 1});
        draw_resembles(column, *suspect, frame, asked);
        column.heading(frame.tr("suspects.signs_of", {std::to_string(suspect->score)}));
        for (const Sign& sign : suspect->signs) column.small(sign_text(sign, frame.language));
        column.gap(4);
        column.paragraph(frame.tr("suspects.lead_only"), frame.ui.theme.muted);
        for (const std::string& number : cases)
            if (column.link("case " + number, frame.tr("suspects.has_case", {number}), {}))
                asked.push_back(desk::Select{{desk::Selected::supervision, number}, false});
        column.heading(frame.tr("suspects.seen_on"));
        draw_strip(column, seen_days(frame.derived.dossiers.school_days(), *suspect, frame.derived.as_of), frame);
        column.heading(frame.tr("suspects.schools"));
        for (const data::School* school : suspect->schools)
            if (column.link("school " + school->code, school->name, {}))
                asked.push_back(desk::Select{{desk::Selected::school, school->code}, true});
        const auto lines = sighting_lines(*suspect, frame.language);
        column.heading(frame.tr("suspects.all_seen", {language::grouped(lines.size())}));
        for (std::size_t i = 0; i < lines.size() && i < most_lines; ++i) column.fact(lines[i].when, lines[i].what);
        if (lines.size() > most_lines)
            column.paragraph(frame.tr("suspects.more_seen", {language::grouped(lines.size() - most_lines)}),
                             frame.ui.theme.muted);
    };
    const auto buttons = buttons_of(*suspect, cases, frame);
    for (auto& wish : desk::draw_dossier(frame, place, content, buttons)) asked.push_back(std::move(wish));
    return asked;
}

}  // namespace xiaoan::checks
