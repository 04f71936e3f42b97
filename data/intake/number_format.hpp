// Which number formats of a workbook show dates and times.
#pragma once

#include <cstdint>
#include <string_view>

namespace xiaoan::data {

/// What a number format makes of a number.
enum class FormatMeaning : std::uint8_t { number, date, time, date_time };

/// The meaning of a format that is known by its id alone (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 as in Chinese
/// locales, where serial numbers below 1 are times whatever the format).
[[nodiscard]] FormatMeaning meaning_of_format_id(std::uint32_t id);

/// The meaning of a format code such as yyyy"年"m"月"d"日";@ by the letters of its first section outside quotes,
/// brackets and escapes. [h], [mm] and [ss] are times.
[[nodiscard]] FormatMeaning meaning_of_format_code(std::string_view code);

}  // namespace xiaoan::data
