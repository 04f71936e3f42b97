// What the notes of cameras and patrols say of a vehicle, by words that the table of signs lists.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace xiaoan::checks {

/// Signs that a note can show.
enum class NoteSign { overloaded, vehicle, seats_or_film, paid, several_schools };
inline constexpr std::size_t note_signs = 5;

/// Which signs the words of a note name. What it denies ("未超员", "未见明显超员", "不是面包车") or only asks
/// ("超载？") is none; "19座载45人" counts more people than seats.
[[nodiscard]] std::array<bool, note_signs> signs_in_note(std::string_view note);

}  // namespace xiaoan::checks
