// The year at the water: its seasons and how much each month weighs, as the habits say.
#pragma once

#include "console/water/habits.hpp"
#include "data/kinds/cell.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::water {

enum class SeasonName : std::uint8_t { freeze_up, ice, thaw, spring, summer, autumn };
inline constexpr std::array<std::string_view, 6> season_words{"freeze_up", "ice", "thaw", "spring", "summer", "autumn"};

/// A season of the year or one month of it.
struct Season {
    std::optional<SeasonName> name{};
    std::optional<std::chrono::year_month> month{};  // where it is a month
    friend bool operator==(const Season&, const Season&) = default;
};

/// The season that a date lies in, each from its first day to the day before the next. Of western Jilin, by default:
/// freeze_up 1 November to 20 December, ice 21 December to the end of February, thaw 1 March to 20 April, spring 21
/// April to 31 May, summer 1 June to 20 August, autumn 21 August to 31 October.
[[nodiscard]] Season season_of(data::Date date, const Habits& habits);
/// First and last day of every year, as month × 100 + day; of the ice the first lies in the year before. The day before
/// 1 March is told as 29 February.
struct SeasonDays {
    int from = 0, to = 0;
};
[[nodiscard]] SeasonDays days_of(SeasonName name, const Habits& habits);
/// "summer" or "2026-07"; empty for any other text.
[[nodiscard]] std::optional<Season> season_from(std::string_view text);
/// The same text again.
[[nodiscard]] std::string word(const Season& season);

/// The season itself; of a month, the one that its fifteenth day lies in.
[[nodiscard]] SeasonName named(const Season& season, const Habits& habits);

/// How much the season weighs, in hundredths: the highest of the months that it has days in. Over open water by default
/// by the months in which children drowned (CDC surveillance 2014); `with_ice` also by the judgement on ice of a
/// north-eastern year, in which ice ends with the thaw: it never weighs in spring.
[[nodiscard]] int factor_percent(const Season& season, bool with_ice, const Habits& habits);

/// Whether patrols are due as in summer: summer, and every month that has days of it.
[[nodiscard]] bool is_swimming_season(const Season& season, const Habits& habits);

}  // namespace xiaoan::water
