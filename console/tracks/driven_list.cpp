#include "console/tracks/driven_list.hpp"

#include "console/conformance/driven_rows.hpp"
#include "console/language/wording.hpp"
#include "console/rules/rule_book.hpp"
#include "console/rules/track_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::tracks {

namespace {

using language::Language;
using language::tr;

std::string findings_text(const conformance::DrivenRow& row, Language language)
{
    std::string text;
    for (const std::string_view rule : row.findings)
        text += fmt::format("{}{}",
                            text.empty()               ? ""
                            : language == Language::zh ? "、"
                                                       : ", ",
                            tr(language, fmt::format("rule.{}.title", rule)));
    return text;
}

std::string departure_of(const rules::Dossiers& dossiers, data::RecordId run)
{
    const auto* rostered = dossiers.snapshot().all<data::Run>().find(run);
    if (rostered == nullptr) return {};
    if (rostered->departs_at.given()) return data::hh_mm(rostered->departs_at);
    const auto* route = dossiers.route(rostered->route);
    return route != nullptr && route->departs_at.given() ? data::hh_mm(route->departs_at) : std::string{};
}

}  // namespace

DrivenTexts driven_heads(Language language)
{
    constexpr std::array keys{"tracks.date",  "tracks.departs",   "tracks.number",
                              "tracks.route", "tracks.off_short", "tracks.stops_short",
                              "tracks.late",  "tracks.fastest",   "tracks.findings"};
    DrivenTexts heads;
    for (std::size_t i = 0; i < keys.size(); ++i) heads[i] = tr(language, keys[i]);
    return heads;
}

std::vector<ShownRun> shown_runs(const rules::Dossiers& dossiers, data::Adcode county, Language language)
{
    std::vector<ShownRun> shown;
    if (dossiers.driven() == nullptr) return shown;
    for (const conformance::DrivenRow& row : conformance::driven_rows(dossiers, *dossiers.driven())) {
        const data::Bus& bus = dossiers.bus(row.bus);
        if (county.given() && bus.county != county) continue;
        const rules::DrivenRunFacts& run = *row.run;
        ShownRun made{.key = {bus.registration_number, run.date, run.run},
                      .texts = {data::iso(run.date), departure_of(dossiers, run.run),
                                language::shown_registration_number(bus.registration_number), row.route,
                                run.off_route_m ? rules::metres_text(*run.off_route_m) : std::string{},
                                run.fixes > 0 ? std::to_string(run.stops.size()) : std::string{},
                                run.late_min ? std::to_string(*run.late_min) : std::string{},
                                run.max_kmh ? fmt::format("{:.0f}", *run.max_kmh) : std::string{},
                                findings_text(row, language)},
                      .flagged = !row.findings.empty(),
                      .rectify = std::ranges::find(row.findings, "PLATE-MISMATCH-ROUTE") != row.findings.end()};
        shown.push_back(std::move(made));
    }
    std::ranges::stable_sort(shown, std::ranges::greater{}, [](const ShownRun& run) { return run.key.date; });
    return shown;
}

}  // namespace xiaoan::tracks
