// What a school hands out: 致家长一封信, a poster, and a lesson sheet, each one page with the waters near it by name
// and on a map.
#pragma once

#include "console/documents/page/flyer.hpp"
#include "console/water/briefing/brief_maps.hpp"
#include "console/water/season.hpp"

#include <span>

namespace xiaoan::water {

struct LetterWish {
    data::Date as_of{};
    SeasonName season{};  // whose advice is given
};

/// So many waters are named, the nearest first.
inline constexpr std::size_t waters_named = 5;

/// The six don'ts, what guardians must know, the waters near the school, the rescue phones and a receipt to cut off. No
/// pupil's data stands in it. `near` are the exposures of this school, nearest first. A school whose place nobody wrote
/// down is never told that no water is near.
[[nodiscard]] documents::Flyer parents_letter(const MapSource& source, const data::School& school,
                                              std::span<const Exposure> near, const LetterWish& wish);

/// For the notice board: the six don'ts as lines to be read from afar, the map, what to do in need.
[[nodiscard]] documents::Flyer school_poster(const MapSource& source, const data::School& school,
                                             std::span<const Exposure> near, const LetterWish& wish);

/// For one lesson in class: what the season's water does, the waters near by, rules, what to do in need, how to leave a
/// bus in need, questions; at the foot the count of those who took part, to be recorded. No name of a pupil.
[[nodiscard]] documents::Flyer lesson_sheet(const MapSource& source, const data::School& school,
                                            std::span<const Exposure> near, const LetterWish& wish);

/// The waters near a school by name and distance, or that none is known, or that its place is not.
[[nodiscard]] std::string waters_near_text(const data::School& school, std::span<const Exposure> near,
                                           language::Language language);

}  // namespace xiaoan::water
