#include "console/judging/comparison.hpp"

#include "console/checks/stranger_findings.hpp"
#include "console/language/wording.hpp"
#include "console/rules/rule.hpp"
#include "console/rules/sentence.hpp"
#include "console/rules/wording.hpp"

#include <algorithm>

namespace xiaoan::judging {

namespace {

using language::tr;

const std::vector<rules::Finding>& list_of(const Comparison& of, Change change)
{
    switch (change) {
    case Change::fresh: return of.found.fresh;
    case Change::gone: return of.found.gone;
    case Change::still: break;
    }
    return of.found.still;
}

/// The side that a list's findings are of.
const rules::Dossiers& side_of(const Comparison& of, Change change)
{
    return change == Change::gone ? *of.then : of.now->dossiers;
}

const data::Bus& record_of(const Comparison& of, Change change, const rules::Finding& finding)
{
    const rules::Dossiers& side = side_of(of, change);
    return side.bus(side.find(finding.bus));
}

const std::vector<rules::StrangerFinding>& strangers_of(const Comparison& of, Change change)
{
    switch (change) {
    case Change::fresh: return of.strangers.fresh;
    case Change::gone: return of.strangers.gone;
    case Change::still: break;
    }
    return of.strangers.still;
}

const rules::Rule& rule_of_strangers()
{
    return *rules::find_rule(rules::rule_of_strangers);
}

data::DateCell since_of(const ComparedRow& row)
{
    return row.stranger != nullptr ? row.stranger->since : row.finding->since;
}

/// For how many days it has stood on the day of its side; empty where the record does not tell.
std::optional<int> days_of(const Comparison& of, Change change, const ComparedRow& row)
{
    const data::Date day = change == Change::gone ? of.against.as_of : of.now->as_of;
    const auto since = since_of(row);
    const auto days = row.finding != nullptr ? rules::days_standing(*row.finding, day)
                      : since.has_date()     ? std::optional{static_cast<int>((day - since.date()).count())}
                                             : std::nullopt;
    return days && *days >= 0 ? days : std::nullopt;
}

bool is_gap(const rules::Finding& finding)
{
    return finding.gap || finding.severity == rules::Severity::data;
}

}  // namespace

std::shared_ptr<const Comparison> compare(std::shared_ptr<const desk::Derived> now,
                                          std::shared_ptr<const rules::Dossiers> then, const Against& against)
{
    auto made = std::make_shared<Comparison>();
    made->against = against;
    made->then = std::move(then);
    made->now = std::move(now);
    const auto before = rules::filtered(*made->then, rules::judge(*made->then, against.as_of), {});
    const auto after = rules::filtered(made->now->dossiers, made->now->judgement, {});
    made->found =
        rules::difference({*made->then, against.as_of, before}, {made->now->dossiers, made->now->as_of, after});
    const auto suspects_then = checks::judged_suspects(*made->then, against.as_of);
    const auto strangers = [](const data::Snapshot& snapshot, const checks::Suspects& found) {
        return checks::stranger_findings(snapshot, found, {}, language::Language::zh);
    };
    made->strangers = rules::difference(strangers(made->then->snapshot(), suspects_then),
                                        strangers(*made->now->snapshot, *made->now->suspects));
    return made;
}

std::vector<ComparedRow> compared(const Comparison& of, const ComparedFilter& filter)
{
    std::vector<ComparedRow> shown;
    for (const rules::Finding& finding : list_of(of, filter.change)) {
        if (is_gap(finding) != filter.gaps) continue;
        if (filter.county.given() && record_of(of, filter.change, finding).county != filter.county) continue;
        shown.push_back({.finding = &finding});
    }
    if (filter.gaps) return shown;
    std::vector<ComparedRow> strangers;
    for (const rules::StrangerFinding& stranger : strangers_of(of, filter.change))
        if (!filter.county.given() || stranger.county == filter.county) strangers.push_back({.stranger = &stranger});
    const auto behind = std::ranges::find_if(
        shown, [](const ComparedRow& row) { return row.finding->severity > rule_of_strangers().severity; });
    shown.insert(behind, strangers.begin(), strangers.end());
    return shown;
}

std::array<std::size_t, 3> compared_counts(const Comparison& of, data::Adcode county)
{
    std::array<std::size_t, 3> counts{};
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] = compared(of, {.county = county, .change = static_cast<Change>(i)}).size();
    return counts;
}

std::array<std::string, compared_columns> compared_heads(language::Language language)
{
    const auto say = [&](std::string_view key) { return std::string{tr(language, key)}; };
    return {say("list.severity"), say("list.registration_number"), say("list.county"),    say("list.problem"),
            say("list.since"),    say("difference.days"),          say("list.department")};
}

std::array<std::string, compared_columns> compared_row(const Comparison& of, Change change, const ComparedRow& row,
                                                       language::Language language)
{
    const auto days = days_of(of, change, row);
    const auto since = since_of(row);
    const data::Adcode county =
        row.stranger != nullptr ? row.stranger->county : record_of(of, change, *row.finding).county;
    const rules::Department department =
        row.stranger != nullptr ? rule_of_strangers().department : row.finding->department;
    return {std::string{tr(language, "severity." + std::string{data::word(severity_of(row))})},
            language::shown_registration_number(vehicle_of(of, change, row)),
            rules::county_name(side_of(of, change).snapshot(), county, language),
            row.stranger != nullptr ? std::string{tr(language, "rule.SUSPECT-CARRIAGE.title")}
                                    : rules::title(language, *row.finding),
            since.has_date() ? data::iso(since.date()) : std::string{},
            days ? language::grouped(static_cast<std::size_t>(*days)) : std::string{},
            std::string{tr(language, "department." + std::string{data::word(department)})}};
}

std::string vehicle_of(const Comparison& of, Change change, const ComparedRow& row)
{
    return row.stranger != nullptr ? row.stranger->registration_number
                                   : record_of(of, change, *row.finding).registration_number;
}

rules::Severity severity_of(const ComparedRow& row)
{
    return row.stranger != nullptr ? rule_of_strangers().severity : row.finding->severity;
}

std::vector<data::PlainSheet> compared_sheets(const Comparison& of, data::Adcode county, language::Language language)
{
    constexpr std::array keys{"difference.fresh", "difference.gone", "difference.still"};
    const auto heads = compared_heads(language);
    std::vector<data::PlainSheet> sheets;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        data::PlainSheet sheet{std::string{tr(language, keys[i])}, {heads.begin(), heads.end()}, {}};
        const auto change = static_cast<Change>(i);
        for (const bool gaps : {false, true})
            for (const ComparedRow& each : compared(of, {county, change, gaps})) {
                const auto texts = compared_row(of, change, each, language);
                std::vector<data::PlainCell> row{texts.begin(), texts.end()};
                if (const auto since = since_of(each); since.has_date()) row[4] = since.date();
                if (const auto days = days_of(of, change, each)) row[5] = static_cast<std::int64_t>(*days);
                sheet.rows.push_back(std::move(row));
            }
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

}  // namespace xiaoan::judging
