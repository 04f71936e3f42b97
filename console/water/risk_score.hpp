// The risk score of one water: points for exposure, hazard, gaps and history, each line with its reason, weighed by the
// season. The numbers are the bureau's habits; none is law. The score orders work: it is no probability, and a low one
// does not mean that a water is harmless.
#pragma once

#include "console/water/season.hpp"
#include "data/kinds/water.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::water {

/// What lies around a water, as far as the register tells.
struct Surroundings {
    std::optional<double> nearest_m{};  // to the nearest school gate or stop; empty: none within the reach
    bool has_neighbours = false;        // places of schools or stops are known at all, and that of the water
    std::int64_t pupils_near = 0;       // of the schools within the reach whose number of pupils is given
    bool all_pupils_given = true;       // of every school within it
    data::Answer on_the_way{};          // a stop or a route within its reach
    friend bool operator==(const Surroundings&, const Surroundings&) = default;
};

enum class RiskGroup : std::uint8_t { exposure, hazard, gaps, history };

/// One line of the score. `value` is a word of the data (river, yes, none), a number, or "unknown".
struct RiskLine {
    std::string_view factor;
    std::string value;
    int points = 0;
    int within_m = 0;  // how far was looked; 0 where the factor has no reach
    RiskGroup group{};
    bool known = true;
    bool lacking = false;  // a measure that is known not to stand there, whatever its points
};

/// Bands of the score; by default red 70 and above, orange 50 to 69, yellow 30 to 49, blue below 30.
enum class RiskLevel : std::uint8_t { red, orange, yellow, blue };
[[nodiscard]] std::string_view word(RiskLevel level);

/// From so many points a score is of a band.
struct RiskBands {
    int yellow = 0, orange = 0, red = 0;
};

struct RiskScore {
    std::vector<RiskLine> lines;  // in the order of the table
    int base = 0;                 // sum of the points; 0 to 100 by the defaults
    int factor_percent = 100;
    int score = 0;         // base × factor, halves upwards
    int completeness = 0;  // of the factors, how many in a hundred are known; halves upwards
    RiskLevel level{};
    RiskBands bands{};

    [[nodiscard]] int points(RiskGroup group) const;
};

/// `as_of` decides how old the last patrol is. A patrol later than `as_of` is not yet known and does not count.
[[nodiscard]] RiskScore risk_score(const data::Water& water, const Surroundings& around, const Season& season,
                                   data::Date as_of, const Habits& habits);

/// The score as it would be with a measure in place (warning_sign, lifebuoy, rope, pole, fence): its line is known and
/// gives no points. A factor that the score does not have changes nothing.
[[nodiscard]] RiskScore with_measure(RiskScore score, std::string_view measure);

/// Whether ice weighs at this water: not where it is said not to freeze; else where it is said to, where it stands or
/// is slow, and where nobody has said how it flows.
[[nodiscard]] bool ice_weighs(const data::Water& water);

}  // namespace xiaoan::water
