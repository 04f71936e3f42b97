// What a strip says in words: a fix, a stop that is none, and what is marked on it altogether.
#pragma once

#include "console/conformance/run_strip.hpp"
#include "console/language/language.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::tracks {

/// "07:03:20  4.2 km  36 km/h"; off the route it says so.
[[nodiscard]] std::string fix_words(const conformance::RunStrip& strip, std::size_t fix, language::Language language);
/// "07:03 起停车 90 秒".
[[nodiscard]] std::string stand_words(const conformance::RunStrip& strip, const conformance::StripStand& stand,
                                      language::Language language);
[[nodiscard]] std::string clock(std::int64_t at_s);

/// What of it is marked, altogether; empty where nothing is.
struct StripSums {
    std::string off_route;
    std::string too_fast;
    std::string stands;
};
[[nodiscard]] StripSums strip_sums(const conformance::RunStrip& strip, language::Language language);

/// Bus, day, route and whether it was late.
[[nodiscard]] std::string strip_title(const conformance::RunStrip& strip, language::Language language);

/// The fix nearest in time; empty where there is none.
[[nodiscard]] std::optional<std::size_t> fix_at(const conformance::RunStrip& strip, double at_s);

/// Where the labels of stops stand: as near to their lines as they can without lying over each other, within [top,
/// bottom]; `line` is the height of one. The lines ascend. Where not all have room, those in between are left out:
/// empty.
[[nodiscard]] std::vector<std::optional<float>> label_places(const std::vector<float>& lines, float line, float top,
                                                             float bottom);

}  // namespace xiaoan::tracks
