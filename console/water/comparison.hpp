// What changed at the waters between two moments: worse, new, better, as before, no longer in the ledger.
//
// Two rankings are compared by the codes of the waters and by base points, which do not depend on the season: a river
// that freezes does not become better by its season.
#pragma once

#include "console/water/gaps.hpp"
#include "console/water/risks.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::water {

enum class Turn : std::uint8_t { worse, fresh, improved, unchanged, gone };
inline constexpr std::array<std::string_view, 5> turn_words{"worse", "new", "improved", "unchanged", "gone"};

/// How a water stood at one of the moments.
struct Standing {
    int base = 0;
    int score = 0;
    RiskLevel level{};
    std::size_t rank = 0;  // from 1
};

struct WaterTurn {
    const data::Water* water = nullptr;  // as it is now; of one that is gone, as it was
    Turn turn{};
    std::optional<Standing> then{}, now{};
    std::vector<std::string_view> closed{};    // measures that were missing or not verified, and stand there now
    std::vector<std::string_view> opened{};    // that stood there, and are missing or not verified now
    std::vector<std::string_view> standing{};  // missing then and now
};

struct Comparison {
    data::Date since{};
    Season then{};                 // that the earlier ranking was asked for
    std::vector<WaterTurn> turns;  // worse, new, improved, unchanged, gone; within each by rank

    [[nodiscard]] std::size_t count(Turn turn) const;
    /// Waters that lacked something then and still lack it.
    [[nodiscard]] std::size_t still_lacking() const;
};

/// Both are answers of risks() for the same county, whole. Pointers live as long as both snapshots.
[[nodiscard]] std::vector<WaterTurn> turns_of(std::span<const WaterRisk> then, std::span<const WaterRisk> now);

/// {"season","since","season_then","counts":{TURN:n},"still_lacking","waters":[{"water","name","county","turn",
/// "base_then","base","score_then","score","level_then","level","rank_then","rank","closed","opened","standing"}]};
/// null where a water was not (is no longer) in the ledger.
[[nodiscard]] std::string comparison_json(const Comparison& comparison, const Season& now);

}  // namespace xiaoan::water
