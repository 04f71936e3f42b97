// The year at the water: seasons of western Jilin and how much each month weighs. Defaults that a bureau may change;
// none of them is law.
#pragma once

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

/// The season that a date lies in: freeze_up 1 November to 20 December, ice 21 December to the end of February, thaw
/// 1 March to 20 April, spring 21 April to 31 May, summer 1 June to 20 August, autumn 21 August to 31 October.
[[nodiscard]] Season season_of(data::Date date);
/// "summer" or "2026-07"; empty for any other text.
[[nodiscard]] std::optional<Season> season_from(std::string_view text);
/// The same text again.
[[nodiscard]] std::string word(const Season& season);

/// How much the season weighs, in hundredths: the highest of its months. Over open water by the months in which
/// children drowned (CDC surveillance 2014); `with_ice` also by the judgement on ice of a north-eastern year, in which
/// April's ice ends with the 20th.
[[nodiscard]] int factor_percent(const Season& season, bool with_ice);

/// Whether patrols are due weekly: summer, June, July and August.
[[nodiscard]] bool is_swimming_season(const Season& season);

}  // namespace xiaoan::water
