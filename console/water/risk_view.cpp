#include "console/water/risk_view.hpp"

#include "console/language/wording.hpp"
#include "console/water/risk_words.hpp"

#include <fmt/format.h>

namespace xiaoan::water {

namespace {

PhotoLine photo_line(const data::WaterPhoto& photo)
{
    constexpr double mega = 1'000'000;
    const std::string& about = photo.note.empty() ? photo.name : photo.note;
    return {.name = photo.taken_on.has_date() ? data::iso(photo.taken_on.date()) + "  " + about : about,
            .size = fmt::format("{:.1f} MB", static_cast<double>(photo.size) / mega),
            .sha256 = photo.sha256};
}

}  // namespace

std::optional<RiskView> risk_view(const RankedWaters& ranked, const data::Water& water, language::Language language)
{
    using language::tr;
    const std::size_t index = ranked.index_of(water);
    if (index == ranked.ranked.size()) return std::nullopt;
    const RiskScore& score = ranked.ranked[index].score;
    RiskView view;
    view.level = score.level;
    view.band = level_text(score.level, language);
    view.score = tr(language, "waters.points", {std::to_string(score.score)});
    view.line = tr(language, "waters.rank_line",
                   {language::grouped(index + 1), language::grouped(ranked.ranked.size()), std::to_string(score.base),
                    fmt::format("{:.2f}", score.factor_percent / 100.0), std::to_string(score.completeness)});
    view.changed = changed_text(ranked.habits, language);
    for (const data::WaterPhoto& photo : ranked.photos)
        if (photo.water == water.code) view.photos.push_back(photo_line(photo));
    for (const RiskLine& line : score.lines)
        view.rows.push_back({factor_text(line, language), value_text(line, language), line.points, line.known});
    return view;
}

}  // namespace xiaoan::water
