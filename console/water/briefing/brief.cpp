#include "console/water/briefing/brief.hpp"

#include "console/rules/wording.hpp"
#include "console/water/briefing/gaps.hpp"
#include "console/water/risk_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::water {

namespace {

using documents::Level;
using documents::Passage;
using language::Language;
using language::tr;

/// The season whose advice a month is given: that of its fifteenth day.
SeasonName advice_of(const Season& season)
{
    if (season.name) return *season.name;
    return *season_of(std::chrono::sys_days{*season.month / std::chrono::day{15}}).name;
}

class Body {
public:
    Body(const WaterPlaces& places, std::span<const WaterRisk> ranked, const BriefWish& wish)
        : places_(places), ranked_(ranked), wish_(wish)
    {
    }

    std::vector<Passage> made()
    {
        heading("state");
        text(tr("brief.state", {written_date(wish_.as_of, wish_.language), place(), number(ranked_.size()),
                                season_text(wish_.season, wish_.language), count(RiskLevel::red),
                                count(RiskLevel::orange), count(RiskLevel::yellow), count(RiskLevel::blue)}));
        if (const auto without = without_place(); without > 0) text(tr("brief.without_place", {number(without)}));
        heading("waters");
        add_waters();
        heading("gaps");
        add_gaps();
        heading("season");
        for (const auto* part : {"water", "schools", "departments"})
            text(tr(fmt::format("brief.advice.{}.{}", season_words[static_cast<std::size_t>(advice_of(wish_.season))],
                                part)));
        heading("pupils");
        text(tr("brief.six_donts"));
        text(tr("brief.four_knows"));
        heading("method");
        text(tr("brief.method", {number(completeness())}));
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
            text(tr("brief.water",
                    {number(i + 1), water.name.empty() ? water.code : water.name,
                     rules::county_name(places_.snapshot(), water.county, wish_.language),
                     level_text(risk.score.level, wish_.language), number(risk.score.score),
                     nearest_text(risk, wish_.language), main_reasons(risk.score, reasons_told, wish_.language),
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

    const WaterPlaces& places_;
    std::span<const WaterRisk> ranked_;
    const BriefWish& wish_;
    std::vector<Passage> body_;
    int headings_ = 0;
};

}  // namespace

std::string nearest_text(const WaterRisk& risk, Language language)
{
    if (risk.schools.empty()) return std::string{tr(language, "brief.no_school_near")};
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

documents::Letter brief(const WaterPlaces& places, std::span<const WaterRisk> ranked, const BriefWish& wish)
{
    const auto& snapshot = places.snapshot();
    const std::string place = wish.county.given()             ? rules::county_name(snapshot, wish.county, wish.language)
                              : wish.language == Language::zh ? snapshot.region->name_zh
                                                              : snapshot.region->name_en;
    documents::Letter letter;
    letter.language = wish.language;
    letter.head = {documents::HeadForm::none, documents::HeadInk::black, {}, {}};
    letter.title = {place + (wish.language == Language::zh ? "" : ": "),
                    std::string{tr(wish.language, "brief.title.about")},
                    std::string{tr(wish.language, "brief.title.kind")}};
    letter.body = Body(places, ranked, wish).made();
    letter.annexes = brief_annexes(snapshot, ranked, wish.language);
    letter.signature = wish.issued_by;
    letter.date = written_date(wish.as_of, wish.language);
    if (snapshot.demonstration) letter.demonstration = std::string{tr(wish.language, "demonstration")};
    letter.witness = wish.witness;
    letter.info = {documents::title_text(letter), wish.issued_by, wish.as_of};
    return letter;
}

}  // namespace xiaoan::water
