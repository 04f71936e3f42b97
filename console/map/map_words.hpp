// What the map says in words about the thing under the pointer.
#pragma once

#include "console/language/language.hpp"
#include "console/map/pick.hpp"

#include <string>

namespace xiaoan::map {

/// One to three lines: a bus with its state, how many of each state a mark stands for, a school, a stop with its time,
/// a water with the school nearest to it. Empty for nothing.
[[nodiscard]] std::string words_for(const Scene& scene, std::span<const Mark> marks, const Picked& picked,
                                    language::Language language);

/// "state.stop" and so on.
[[nodiscard]] std::string_view state_key(rules::BusState state);

}  // namespace xiaoan::map
