#include "console/judging/comparison.hpp"

#include "console/language/wording.hpp"
#include "console/rules/sentence.hpp"
#include "console/rules/wording.hpp"

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
    return made;
}

std::vector<const rules::Finding*> compared(const Comparison& of, const ComparedFilter& filter)
{
    std::vector<const rules::Finding*> shown;
    for (const rules::Finding& finding : list_of(of, filter.change)) {
        if (is_gap(finding) != filter.gaps) continue;
        if (filter.county.given() && record_of(of, filter.change, finding).county != filter.county) continue;
        shown.push_back(&finding);
    }
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

std::array<std::string, compared_columns> compared_row(const Comparison& of, Change change,
                                                       const rules::Finding& finding, language::Language language)
{
    const data::Bus& bus = record_of(of, change, finding);
    const data::Date day = change == Change::gone ? of.against.as_of : of.now->as_of;
    const auto days = rules::days_standing(finding, day);
    return {std::string{tr(language, "severity." + std::string{data::word(finding.severity)})},
            language::shown_registration_number(bus.registration_number),
            rules::county_name(side_of(of, change).snapshot(), bus.county, language),
            rules::title(language, finding),
            finding.since.has_date() ? data::iso(finding.since.date()) : std::string{},
            days && *days >= 0 ? language::grouped(static_cast<std::size_t>(*days)) : std::string{},
            std::string{tr(language, "department." + std::string{data::word(finding.department)})}};
}

std::string bus_of(const Comparison& of, Change change, const rules::Finding& finding)
{
    return record_of(of, change, finding).registration_number;
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
            for (const rules::Finding* finding : compared(of, {county, change, gaps})) {
                const auto texts = compared_row(of, change, *finding, language);
                std::vector<data::PlainCell> row{texts.begin(), texts.end()};
                if (finding->since.has_date()) row[4] = finding->since.date();
                const auto days =
                    rules::days_standing(*finding, change == Change::gone ? of.against.as_of : of.now->as_of);
                if (days && *days >= 0) row[5] = static_cast<std::int64_t>(*days);
                sheet.rows.push_back(std::move(row));
            }
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

}  // namespace xiaoan::judging
