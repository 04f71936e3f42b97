#include "console/water/briefing/parents_letter.hpp"

#include "console/water/briefing/brief.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::water {

std::string waters_near_text(const data::School& school, std::span<const Exposure> near, language::Language language)
{
    std::string named;
    for (const Exposure& each : near.first(std::min(near.size(), waters_named))) {
        const auto one =
            language::tr(language, "parents.water",
                         {shown_name(*each.water), each.inside ? "0" : fmt::format("{:.0f}", each.distance_m)});
        named = named.empty() ? one : language::tr(language, "brief.both", {named, one});
    }
    if (!named.empty()) return language::tr(language, "parents.waters", {named});
    const bool placed = school.lon && school.lat;
    return std::string{language::tr(language, placed ? "parents.no_waters" : "parents.no_position")};
}

documents::Flyer parents_letter(const MapSource& source, const data::School& school, std::span<const Exposure> near,
                                const LetterWish& wish)
{
    const auto language = source.language;
    const auto& snapshot = source.places.snapshot();
    const auto tr = [&](std::string_view key, const std::vector<std::string>& arguments = {}) {
        return language::tr(language, key, arguments);
    };
    const auto text = [](std::string words) { return documents::a_text(std::move(words)); };

    documents::Block opening;
    documents::Passage addressee = text(tr("parents.addressee", {school.name}));
    addressee.indented = false;
    opening.passages.push_back(std::move(addressee));
    opening.passages.push_back(
        text(tr(fmt::format("parents.season.{}", season_words[static_cast<std::size_t>(wish.season)]))));
    opening.passages.push_back(text(waters_near_text(school, near, language)));
    constexpr double width_pt = 162 * documents::mm, height_pt = 78 * documents::mm;
    if (auto figure = school_figure(source, near, waters_named, width_pt, height_pt))
        opening.figures.push_back(std::move(*figure));

    documents::Block rules;
    for (const auto* key : {"brief.six_donts", "brief.four_knows", "parents.phones"})
        rules.passages.push_back(text(tr(key)));
    rules.passages.push_back(text(tr("parents.signed", {school.name, written_date(wish.as_of, language)})));
    rules.passages.back().flush_right = true;

    documents::Block receipt;
    receipt.passages.push_back(text(tr("parents.receipt", {school.name})));
    receipt.passages.push_back(text(tr("parents.receipt_blanks")));

    documents::Flyer flyer{.language = language,
                           .letterhead = school.name,
                           .title = tr("parents.title"),
                           .blocks = {std::move(opening), std::move(rules)},
                           .strip = {std::move(receipt)},
                           .cut_here = tr("parents.cut")};
    if (snapshot.demonstration) flyer.demonstration = tr("demonstration");
    flyer.info = {flyer.title, school.name, wish.as_of};
    return flyer;
}

}  // namespace xiaoan::water
