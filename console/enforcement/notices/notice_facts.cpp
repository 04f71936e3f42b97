#include "console/enforcement/notices/notice_facts.hpp"

#include "console/documents/text/figures.hpp"
#include "console/enforcement/case_rows.hpp"
#include "console/language/wording.hpp"
#include "console/rules/calendar.hpp"
#include "console/rules/reworded.hpp"
#include "console/rules/wording.hpp"
#include "console/supervision/case_standing.hpp"

#include <rapidjson/document.h>

#include <algorithm>

namespace xiaoan::enforcement {

namespace {

using language::Language;
using language::tr;

constexpr int report_working_days = 3;  // a habit: regulations.md section 8, deadlines of a stop

std::string worded(std::string text, Language language)
{
    return language == Language::zh ? documents::document_text(text) : text;
}

void add_once(std::vector<std::string>& list, std::string text)
{
    if (!text.empty() && std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

/// The files and rows of frozen evidence, each once. Evidence that is no such JSON names none.
std::vector<std::string> sources_of(std::string_view json, Language language)
{
    std::vector<std::string> sources;
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
    if (document.HasParseError() || !document.IsArray()) return sources;
    for (const auto& fact : document.GetArray()) {
        if (!fact.IsObject() || !fact.HasMember("source") || !fact["source"].IsObject()) continue;
        const auto& source = fact["source"];
        const auto text = [&](const char* key) {
            return source.HasMember(key) && source[key].IsString() ? std::string{source[key].GetString()} : "";
        };
        const std::string row =
            source.HasMember("row") && source["row"].IsInt() ? std::to_string(source["row"].GetInt()) : "";
        add_once(sources,
                 worded(text("sheet").empty() ? tr(language, "origin.row", {text("file"), row})
                                              : tr(language, "origin.sheet_row", {text("file"), text("sheet"), row}),
                        language));
    }
    return sources;
}

bool current(const rules::RunFacts& run, data::Date on)
{
    return (!run.from_on.has_date() || run.from_on.date() <= on) && (!run.to_on.has_date() || on <= run.to_on.date());
}

/// Whether a rule is about who drives.
bool is_about_driver(std::string_view rule)
{
    return rule.starts_with("DRIVER-") || rule.starts_with("PLATE-MISMATCH-DRIVER");
}

/// 许某某（驾驶证号000000********2431）, for each driver of the runs that were current.
std::string drivers(const rules::Dossiers& dossiers, const rules::Dossier& dossier, data::Date on, Language language,
                    bool unmask)
{
    const auto& people = *dossiers.snapshot().people;
    const auto shown = [&](data::PersonRef person, data::FieldType type) {
        return unmask ? people.text(person).value_or("***") : people.masked(person, type);
    };
    std::vector<std::string> all;
    for (const auto& run : dossier.runs) {
        if (!current(run, on) || !run.driver.given()) continue;
        const auto* driver = dossiers.driver(run.driver);
        const std::string number = shown(run.driver, data::FieldType::licence_number);
        if (driver != nullptr && driver->name.given())
            add_once(all, tr(language, "notice.driver", {shown(driver->name, data::FieldType::person_name), number}));
        else
            add_once(all, tr(language, "notice.driver_number", {number}));
    }
    std::string text;
    for (const auto& each : all) text += (text.empty() ? "" : std::string{tr(language, "notice.and")}) + each;
    return text;
}

std::vector<std::string> schools_of(const rules::Dossiers& dossiers, const rules::Dossier& dossier, data::Date on)
{
    std::vector<std::string> schools;
    for (const auto& run : dossier.runs) {
        if (!current(run, on)) continue;
        const auto* route = dossiers.route(dossiers.record(run).route);
        const auto* school = route != nullptr ? dossiers.school(route->school) : nullptr;
        if (school != nullptr) add_once(schools, school->name);
    }
    return schools;
}

/// The signs of a suspect without the points that order the desk's own work: no paper shows them.
std::string without_points(std::string text)
{
    for (const auto& [open, close] : {std::pair{std::string_view{"（"}, std::string_view{" 分）"}}, {" (", " points)"}})
        for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
            const std::size_t digits = at + open.size(), end = text.find_first_not_of("0123456789", digits);
            if (end != digits && end != std::string::npos && std::string_view{text}.substr(end).starts_with(close))
                text.erase(at, end + close.size() - at);
            else
                at = digits;
        }
    return text;
}

/// 联合检查20261124-1（2026年11月24日，镇中心校门口）.
std::string source_of(const data::CheckEvidence& check, Language language)
{
    std::string when = language == Language::zh ? documents::long_date(check.held_on) : data::iso(check.held_on);
    if (!check.place.empty()) when += std::string{tr(language, "notice.comma")} + check.place;
    return tr(language, "notice.source.check", {check.check, when});
}

NoticeProblem problem_of(const data::CaseRule& rule, Language language)
{
    NoticeProblem problem{.rule = rule.rule,
                          .title = rule_title(rule.rule, language),
                          .text = worded(without_points(rules::reworded(rule.rule, rule.text, language)), language),
                          .basis = rule.basis,
                          .sources = sources_of(rule.evidence, language),
                          .people = {},
                          .severity = supervision::severity_of(rule.rule).value_or(rules::Severity::notice),
                          .check = data::check_in_evidence(rule.evidence)};
    if (problem.check) add_once(problem.sources, source_of(*problem.check, language));
    if (const auto basis = supervision::english_basis_of(rule.rule); !basis.empty() && language == Language::en)
        problem.basis = basis;
    return problem;
}

void add_water(NoticeCase& made, const data::Snapshot& snapshot)
{
    made.of_water = true;
    made.subject = made.opened->subject_key;
    for (const data::Water& each : snapshot.all<data::Water>()) {
        if (each.code != made.opened->subject_key) continue;
        if (!each.name.empty()) made.subject = each.name;
        made.run_by = each.duty_unit;
    }
}

}  // namespace

NoticeCase notice_case(const rules::Dossiers& dossiers, const data::Case& opened, Language language, bool unmask)
{
    const auto& snapshot = dossiers.snapshot();
    NoticeCase made;
    made.opened = &opened;
    if (opened.subject_kind == "bus" || opened.subject_kind == supervision::subject_of_strangers)
        made.subject = language::shown_registration_number(opened.subject_key);
    made.of_stranger = opened.subject_kind == supervision::subject_of_strangers;
    if (opened.subject_kind == "water") add_water(made, snapshot);
    made.county = rules::county_name(snapshot, opened.county, language);
    made.due_on = opened.due_on.maybe();
    for (const auto& rule : opened.rules) {
        if (supervision::is_withdrawn(rule)) continue;
        made.problems.push_back(problem_of(rule, language));
        made.stops = made.stops || made.problems.back().severity == rules::Severity::stop;
    }
    if (made.stops && made.due_on == opened.opened_on && snapshot.region)
        made.report_by = rules::WorkingDays(snapshot.region->holidays)
                             .later(opened.opened_on, report_working_days)
                             .value_or(opened.opened_on + std::chrono::days{report_working_days});
    const auto bus =
        opened.subject_kind != "bus" ? dossiers.size() : dossiers.find(std::string_view{opened.subject_key});
    if (bus == dossiers.size()) return made;
    const auto dossier = dossiers[bus];
    const auto* run_by = dossiers.run_by(bus);
    made.run_by = run_by != nullptr ? run_by->name : dossiers.bus(bus).run_by;
    made.schools = schools_of(dossiers, dossier, opened.opened_on);
    for (auto& problem : made.problems)
        if (is_about_driver(problem.rule))
            problem.people = drivers(dossiers, dossier, opened.opened_on, language, unmask);
    return made;
}

}  // namespace xiaoan::enforcement
