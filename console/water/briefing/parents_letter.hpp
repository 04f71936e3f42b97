// 致家长一封信: one page to the parents of a school, with the waters near it by name and on a small map.
#pragma once

#include "console/documents/page/flyer.hpp"
#include "console/water/briefing/brief_maps.hpp"
#include "console/water/season.hpp"

#include <span>

namespace xiaoan::water {

struct LetterWish {
    data::Date as_of{};
    Season season{};
};

/// So many waters are named, the nearest first.
inline constexpr std::size_t waters_named = 5;

/// The six don'ts, what guardians must know, the waters near the school, the rescue phones and a receipt to cut off. No
/// pupil's data stands in it. `near` are the exposures of this school, nearest first. A school whose place nobody wrote
/// down is never told that no water is near.
[[nodiscard]] documents::Flyer parents_letter(const MapSource& source, const data::School& school,
                                              std::span<const Exposure> near, const LetterWish& wish);

}  // namespace xiaoan::water
