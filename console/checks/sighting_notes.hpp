// What the notes of cameras and patrols say of a vehicle, by words that the table of signs lists.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace xiaoan::checks {

/// Signs that a note can show.
enum class NoteSign { overloaded, vehicle, seats_or_film, paid, several_schools };
inline constexpr std::size_t note_signs = 5;

/// Which signs the words of a note name. What it denies ("未超员", "未发现超员、超载现象", "不是面包车"), only asks
/// ("超载？", "是否收费") or says of something else ("被前方货车遮挡", "停车费") is none; "19座载45人" and
/// "核载7人实载15人" count more people than seats.
[[nodiscard]] std::array<bool, note_signs> signs_in_note(std::string_view note);

}  // namespace xiaoan::checks
