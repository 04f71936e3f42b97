// Numbers and counts: thousands separators, and units behind the number where they are those of the column.
#pragma once

#include "data/intake/values/reading.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace xiaoan::data {

/// The units that may stand behind a number without changing it.
namespace units {
inline constexpr std::string_view metres[] = {"m", "米", "公尺"};
inline constexpr std::string_view kilometres[] = {"km", "公里", "千米"};
inline constexpr std::string_view kilometres_per_hour[] = {"km/h",      "kmh",     "公里/小时",
                                                           "千米/小时", "公里/时", "千米/时"};
inline constexpr std::string_view counted[] = {"人", "名", "位", "个", "座", "起", "次",
                                               "辆", "件", "份", "张", "年", "岁"};
inline constexpr std::string_view pieces[] = {"个", "具", "条", "根", "只", "套", "块", "台", "处",
                                              "副", "把", "件", "盏", "组", "瓶", "支", "箱"};
}  // namespace units

/// A finite number: -3.5, 1,234.5, ３．５, 3.5米 where 米 is among `accepted`. Separators must stand at every third
/// digit, so that 3,5 is refused rather than taken for 35. Exponents are read as spreadsheets print them (1.2E+05).
/// Faults: bad_number; unknown_unit{unit} where a number is followed by another unit.
[[nodiscard]] Reading<double> parse_number(std::string_view text, std::span<const std::string_view> accepted = {});

/// A whole number from 0 to 2,147,483,647, also as 36人, 1,200 or 36.0. Faults: bad_count, unknown_unit.
[[nodiscard]] Reading<std::int32_t> parse_count(std::string_view text,
                                                std::span<const std::string_view> accepted = units::counted);

/// How many pieces of a thing there are, with the word that counts them: 3 of 3个, 2具, 1条. bad_count for a number
/// alone.
[[nodiscard]] Reading<std::int32_t> parse_pieces(std::string_view text);

}  // namespace xiaoan::data
