// Yes and no as ledgers write them.
#pragma once

#include "data/intake/values/reading.hpp"
#include "data/kinds/cell.hpp"

#include <string_view>

namespace xiaoan::data {

/// 是 有 √ Y yes true 1, and 否 无 × N no false 0. bad_answer for all else: the caller knows what an empty cell means.
[[nodiscard]] Reading<Answer> parse_answer(std::string_view text);

}  // namespace xiaoan::data
