// What the notes of cameras and patrols say of a vehicle, by words that the table of signs lists.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace xiaoan::checks {

/// Signs that a note can show.
enum class NoteSign { overloaded, vehicle, seats_or_film, paid, several_schools };
inline constexpr std::size_t note_signs = 5;

/// Which signs the words of a note name. "未超员", "没有满载" and the like name none.
[[nodiscard]] std::array<bool, note_signs> signs_in_note(std::string_view note);

}  // namespace xiaoan::checks
