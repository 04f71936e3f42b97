#include "console/water/briefing/brief.hpp"
#include "console/water/briefing/parents_letter.hpp"

#include <fmt/format.h>

namespace xiaoan::water {

namespace {

using documents::Block;
using language::tr;

constexpr double width_pt = 162 * documents::mm;

std::string_view season_word(const LetterWish& wish)
{
    return season_words[static_cast<std::size_t>(wish.season)];
}

class FlyerMaking {
public:
    FlyerMaking(const MapSource& source, const data::School& school, std::span<const Exposure> near,
                const LetterWish& wish, std::string_view title)
        : source_(source), school_(school), near_(near), wish_(wish)
    {
        flyer_.language = source.language;
        flyer_.letterhead = school.name;
        flyer_.title = words(title);
        if (source.places.snapshot().demonstration) flyer_.demonstration = words("demonstration");
        flyer_.info = {flyer_.title, school.name, wish.as_of};
    }

    [[nodiscard]] std::string words(std::string_view key) const { return std::string{tr(source_.language, key)}; }
    [[nodiscard]] std::string waters() const { return waters_near_text(school_, near_, source_.language); }
    [[nodiscard]] std::string season(std::string_view key) const
    {
        return words(fmt::format("{}.{}", key, season_word(wish_)));
    }

    /// A block of passages, in larger or smaller type.
    Block& add(double type_scale, std::initializer_list<std::string> texts)
    {
        Block& block = flyer_.blocks.emplace_back();
        block.type_scale = type_scale;
        for (const std::string& each : texts) block.passages.push_back(documents::a_text(each));
        return block;
    }
    void add_headed(std::string_view heading, std::initializer_list<std::string> texts)
    {
        Block& block = add(1, {});
        block.passages.push_back(documents::a_heading(documents::Level::one, words(heading)));
        block.passages.back().indented = false;
        for (const std::string& each : texts) block.passages.push_back(documents::a_text(each));
    }
    void add_map(double height_pt)
    {
        if (auto figure = school_figure(source_, near_, waters_named, width_pt, height_pt))
            flyer_.blocks.push_back({.figures = {std::move(*figure)}});
    }
    void add_strip(std::string_view line, std::initializer_list<std::string> texts)
    {
        flyer_.cut_here = words(line);
        Block& block = flyer_.strip.emplace_back();
        for (const std::string& each : texts) block.passages.push_back(documents::a_text(each));
    }
    [[nodiscard]] documents::Flyer take() { return std::move(flyer_); }

private:
    const MapSource& source_;
    const data::School& school_;
    std::span<const Exposure> near_;
    const LetterWish& wish_;
    documents::Flyer flyer_;
};

}  // namespace

documents::Flyer school_poster(const MapSource& source, const data::School& school, std::span<const Exposure> near,
                               const LetterWish& wish)
{
    FlyerMaking made(source, school, near, wish, "poster.title");
    made.add(1.15, {made.season("poster.season")});
    Block& rules = made.add(1.3, {});
    for (int i = 1; i <= 6; ++i) {
        rules.passages.push_back(
            documents::a_heading(documents::Level::one, made.words(fmt::format("poster.dont.{}", i))));
        rules.passages.back().heads_next = false;
    }
    made.add(1, {made.waters()});
    made.add_map(72 * documents::mm);
    made.add(1.15, {made.words("poster.need"), made.words("parents.phones")});
    return made.take();
}

documents::Flyer lesson_sheet(const MapSource& source, const data::School& school, std::span<const Exposure> near,
                              const LetterWish& wish)
{
    FlyerMaking made(source, school, near, wish, "lesson.title");
    made.add_headed("lesson.heading.season", {made.words(fmt::format("brief.advice.{}.water", season_word(wish)))});
    made.add_headed("lesson.heading.waters", {made.waters()});
    made.add_map(52 * documents::mm);
    made.add_headed("lesson.heading.rules", {made.words("brief.six_donts")});
    made.add_headed("lesson.heading.need", {made.words("poster.need"), made.words("parents.phones")});
    made.add_headed("lesson.heading.bus", {made.words("lesson.bus")});
    made.add_headed("lesson.heading.questions", {made.words("lesson.question.1"), made.words("lesson.question.2"),
                                                 made.words("lesson.question.3")});
    made.add_strip("lesson.cut", {made.words("lesson.count")});
    return made.take();
}

}  // namespace xiaoan::water
