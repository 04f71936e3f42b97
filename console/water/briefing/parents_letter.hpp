// 致家长一封信: one page to the parents of a school, with the waters near it by name.
#pragma once

#include "console/documents/page/letter.hpp"
#include "console/water/exposure.hpp"
#include "console/water/season.hpp"

#include <span>
#include <string>

namespace xiaoan::water {

struct LetterWish {
    data::Date as_of{};
    Season season{};
    language::Language language{};
};

/// So many waters are named, the nearest first.
inline constexpr std::size_t waters_named = 5;

/// The six don'ts, what guardians must know, the waters near the school, the rescue phones and a receipt to cut off. No
/// pupil's data stands in it. `near` are the exposures of this school, nearest first.
[[nodiscard]] documents::Letter parents_letter(const data::Snapshot& snapshot, const data::School& school,
                                               std::span<const Exposure> near, const LetterWish& wish);

}  // namespace xiaoan::water
