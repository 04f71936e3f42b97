#include "console/water/briefing/parents_letter.hpp"

#include "console/water/briefing/brief.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::water {

documents::Letter parents_letter(const data::Snapshot& snapshot, const data::School& school,
                                 std::span<const Exposure> near, const LetterWish& wish)
{
    const auto tr = [&](std::string_view key, const std::vector<std::string>& arguments = {}) {
        return language::tr(wish.language, key, arguments);
    };
    const auto text = [&](std::string words) { return documents::a_text(std::move(words)); };
    documents::Letter letter;
    letter.language = wish.language;
    letter.head = {documents::HeadForm::none, documents::HeadInk::black, {}, {}};
    letter.title = {tr("parents.title")};
    letter.addressee = tr("parents.addressee", {school.name});
    const SeasonName season = wish.season.name.value_or(*season_of(wish.as_of).name);
    letter.body.push_back(text(tr(fmt::format("parents.season.{}", season_words[static_cast<std::size_t>(season)]))));
    std::string named;
    for (const Exposure& each : near.first(std::min(near.size(), waters_named))) {
        const auto one = tr("parents.water", {each.water->name.empty() ? each.water->code : each.water->name,
                                              each.inside ? "0" : fmt::format("{:.0f}", each.distance_m)});
        named = named.empty() ? one : tr("brief.both", {named, one});
    }
    letter.body.push_back(text(named.empty() ? tr("parents.no_waters") : tr("parents.waters", {named})));
    letter.body.push_back(text(tr("brief.six_donts")));
    letter.body.push_back(text(tr("brief.four_knows")));
    letter.body.push_back(text(tr("parents.phones")));
    letter.body.push_back(text(tr("parents.signed", {school.name, written_date(wish.as_of, wish.language)})));
    letter.body.push_back(text(tr("parents.cut")));
    letter.body.push_back(text(tr("parents.receipt", {school.name})));
    letter.body.push_back(text(tr("parents.receipt_blanks")));
    if (snapshot.demonstration) letter.demonstration = tr("demonstration");
    letter.info = {documents::title_text(letter), school.name, wish.as_of};
    return letter;
}

}  // namespace xiaoan::water
