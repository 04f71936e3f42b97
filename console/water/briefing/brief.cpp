#include "console/water/briefing/brief.hpp"

#include "console/rules/reworded.hpp"
#include "console/rules/wording.hpp"
#include "console/water/gaps.hpp"
#include "console/water/risk_words.hpp"
#include "data/register/case_life.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::water {

namespace {

using documents::Level;
using documents::Passage;
using language::Language;
using language::tr;

class Body {
public:
    Body(const BriefMatter& matter, const BriefWish& wish)
        : matter_(matter), places_(matter.places), ranked_(matter.ranked), wish_(wish)
    {
    }

    std::vector<Passage> made()
    {
        heading("state");
        text(tr("brief.state", {written_date(wish_.as_of, wish_.language), place(), number(ranked_.size()),
                                season_text(wish_.season, matter_.habits, wish_.language), count(RiskLevel::red),
                                count(RiskLevel::orange), count(RiskLevel::yellow), count(RiskLevel::blue)}));
        if (const auto without = without_place(); without > 0) text(tr("brief.without_place", {number(without)}));
        if (matter_.since != nullptr) {
            heading("since");
            add_since(*matter_.since);
        }
        heading("waters");
        add_waters();
        heading("gaps");
        add_gaps();
        heading("cases");
        add_cases();
        heading("season");
        for (const auto* part : {"water", "schools", "departments"})
            text(tr(fmt::format("brief.advice.{}.{}",
                                season_words[static_cast<std::size_t>(named(wish_.season, matter_.habits))], part)));
        heading("pupils");
        text(tr("brief.six_donts"));
        text(tr("brief.four_knows"));
        heading("method");
        text(tr("brief.method", {number(completeness())}));
        if (auto changed = changed_text(matter_.habits, wish_.language); !changed.empty()) text(std::move(changed));
        return std::move(body_);
    }

private:
    [[nodiscard]] std::string tr(std::string_view key, const std::vector<std::string>& arguments = {}) const
    {
        return language::tr(wish_.language, key, arguments);
    }
    static std::string number(std::size_t count) { return fmt::format("{}", count); }

    void heading(std::string_view name)
    {
        body_.push_back(
            documents::a_heading(Level::one, tr("brief.numbered", {tr(fmt::format("brief.ordinal.{}", ++headings_)),
                                                                   tr(fmt::format("brief.heading.{}", name))})));
    }
    void text(std::string words) { body_.push_back(documents::a_text(std::move(words))); }

    [[nodiscard]] std::string place() const
    {
        const auto& region = *places_.snapshot().region;
        if (wish_.county.given()) return rules::county_name(places_.snapshot(), wish_.county, wish_.language);
        return wish_.language == Language::zh ? region.name_zh : region.name_en;
    }
    [[nodiscard]] std::string count(RiskLevel level) const
    {
        return number(static_cast<std::size_t>(
            std::ranges::count(ranked_, level, [](const WaterRisk& risk) { return risk.score.level; })));
    }
    [[nodiscard]] std::size_t without_place() const
    {
        return static_cast<std::size_t>(std::ranges::count_if(ranked_, [&](const WaterRisk& risk) {
            return std::ranges::find(places_.waters_without_place(), risk.water) !=
                   places_.waters_without_place().end();
        }));
    }
    /// The mean of the waters', rounded half upwards.
    [[nodiscard]] std::size_t completeness() const
    {
        if (ranked_.empty()) return 0;
        std::size_t sum = 0;
        for (const WaterRisk& risk : ranked_) sum += static_cast<std::size_t>(risk.score.completeness);
        return (2 * sum + ranked_.size()) / (2 * ranked_.size());
    }

    void add_waters()
    {
        if (ranked_.empty()) return text(tr("brief.no_waters", {place()}));
        constexpr std::size_t reasons_told = 3;
        for (std::size_t i = 0; i < std::min(ranked_.size(), waters_told); ++i) {
            const WaterRisk& risk = ranked_[i];
            const auto& water = *risk.water;
            const auto& unit = water.duty_unit;
            text(tr("brief.water", {number(i + 1), shown_name(water),
                                    rules::county_name(places_.snapshot(), water.county, wish_.language),
                                    level_text(risk.score.level, wish_.language), number(risk.score.score),
                                    nearest_text(risk, matter_.habits, wish_.language),
                                    main_reasons(risk.score, reasons_told, wish_.language),
                                    unit.empty() ? tr("brief.no_unit") : unit}));
        }
        if (ranked_.size() > waters_told) text(tr("brief.all_waters", {number(ranked_.size())}));
    }

    void add_gaps()
    {
        const auto counts = count_measures(ranked_);
        std::string told;
        for (std::size_t i = 0; i < measures.size(); ++i) {
            if (counts[i].missing + counts[i].unknown == 0) continue;
            const auto one = tr("brief.gap", {tr(fmt::format("brief.measure.{}", measures[i])),
                                              number(counts[i].missing), number(counts[i].unknown)});
            told = told.empty() ? one : tr("brief.both", {told, one});
        }
        text(told.empty() ? tr("brief.no_gaps") : tr("brief.gaps", {told}));
    }

    void add_cases()
    {
        const auto cases = water_cases(matter_);
        const auto overdue = std::ranges::count_if(
            cases, [&](const data::Case* each) { return data::overdue_days(*each, wish_.as_of) > 0; });
        text(cases.empty() ? tr("brief.no_cases")
                           : tr("brief.cases", {number(cases.size()), number(static_cast<std::size_t>(overdue))}));
    }

    void add_since(const Comparison& since)
    {
        text(tr("brief.since", {written_date(since.since, wish_.language), number(since.count(Turn::worse)),
                                number(since.count(Turn::fresh)), number(since.count(Turn::improved)),
                                number(since.count(Turn::unchanged)), number(since.count(Turn::gone))}));
        tell("brief.since.closed", since, [&](const WaterTurn& turn) {
            return turn.closed.empty() ? std::string{} : measures_text(turn.closed, wish_.language);
        });
        tell("brief.since.opened", since, [&](const WaterTurn& turn) {
            return turn.opened.empty() ? std::string{} : measures_text(turn.opened, wish_.language);
        });
        tell("brief.since.new", since, [&](const WaterTurn& turn) {
            return turn.turn == Turn::fresh ? level_text(turn.now->level, wish_.language) : std::string{};
        });
        if (const auto still = since.still_lacking(); still > 0) text(tr("brief.since.still", {number(still)}));
    }

    /// Names the waters of which `what` says something, the foremost first, and how many there are.
    template <class What>
    void tell(std::string_view key, const Comparison& since, What what)
    {
        std::string named;
        std::size_t count = 0;
        for (const WaterTurn& turn : since.turns) {
            const std::string said = what(turn);
            if (said.empty() || ++count > waters_told) continue;
            const std::string one = tr("brief.since.water", {shown_name(*turn.water), said});
            named = named.empty() ? one : tr("brief.both", {named, one});
        }
        if (count > 0) text(tr(key, {number(count), named}));
    }

    const BriefMatter& matter_;
    const WaterPlaces& places_;
    std::span<const WaterRisk> ranked_;
    const BriefWish& wish_;
    std::vector<Passage> body_;
    int headings_ = 0;
};

}  // namespace

std::string nearest_text(const WaterRisk& risk, const Habits& habits, Language language)
{
    if (risk.schools.empty())
        return tr(language, "brief.no_school_near", {std::to_string(habits[Habit::near_reach_m])});
    const SchoolNear& nearest = risk.schools.front();
    return tr(language, "brief.nearest", {nearest.school->name, fmt::format("{:.0f}", nearest.distance_m)});
}

std::string written_date(data::Date date, Language language)
{
    const std::chrono::year_month_day day{date};
    return tr(language, "brief.date",
              {std::to_string(static_cast<int>(day.year())), std::to_string(static_cast<unsigned>(day.month())),
               std::to_string(static_cast<unsigned>(day.day()))});
}

const std::string& shown_name(const data::Water& water)
{
    return water.name.empty() ? water.code : water.name;
}

std::string measures_text(std::span<const std::string_view> of, Language language)
{
    std::string text;
    for (const auto measure : of) {
        const std::string one{tr(language, fmt::format("brief.measure.{}", measure))};
        text = text.empty() ? one : tr(language, "brief.list", {text, one});
    }
    return text;
}

std::vector<const data::Case*> water_cases(const BriefMatter& matter)
{
    std::vector<const data::Case*> cases;
    for (const data::Case& each : matter.places.snapshot().cases) {
        const bool living = each.subject_kind == "water" && !data::has_ended(each.state);
        if (living && std::ranges::any_of(matter.ranked,
                                          [&](const WaterRisk& risk) { return risk.water->code == each.subject_key; }))
            cases.push_back(&each);
    }
    std::ranges::sort(cases, {}, [](const data::Case* each) {
        return std::pair{each->due_on.has_date() ? each->due_on.date() : data::Date::max(),
                         std::string_view{each->number}};
    });
    return cases;
}

std::string case_matter(const data::Case& of, Language language)
{
    std::string text = of.matter;
    for (const data::CaseRule& rule : of.rules)
        text += (text.empty() ? "" : "\n") + rules::reworded(rule.rule, rule.text, language);
    return text;
}

documents::Letter brief(const BriefMatter& matter, const BriefWish& wish)
{
    const auto& snapshot = matter.places.snapshot();
    const std::string place = wish.county.given()             ? rules::county_name(snapshot, wish.county, wish.language)
                              : wish.language == Language::zh ? snapshot.region->name_zh
                                                              : snapshot.region->name_en;
    documents::Letter letter;
    letter.language = wish.language;
    letter.head = {documents::HeadForm::none, documents::HeadInk::black, {}, {}};
    letter.title = {place + (wish.language == Language::zh ? "" : ": "),
                    std::string{tr(wish.language, "brief.title.about")},
                    std::string{tr(wish.language, "brief.title.kind")}};
    letter.body = Body(matter, wish).made();
    letter.annexes = brief_annexes(matter, wish);
    letter.signature = wish.issued_by;
    letter.date = written_date(wish.as_of, wish.language);
    if (snapshot.demonstration) letter.demonstration = std::string{tr(wish.language, "demonstration")};
    letter.witness = wish.witness;
    letter.info = {documents::title_text(letter), wish.issued_by, wish.as_of};
    return letter;
}

}  // namespace xiaoan::water
