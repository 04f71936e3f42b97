// Pinyin initials, so that a name is found by the first letters of its syllables: 洮北区 by tbq.
#pragma once

#include <string>
#include <string_view>

namespace xiaoan::app {

/// First letters of the pinyin of each Chinese character, in lower case; letters and digits as they are, other
/// characters left out. By GB 2312's first level, which is ordered by pinyin; a character outside it is left out.
/// Characters with several readings take the one of that order, but for those in names of places here: 洮 t, 赉 l, 榆
/// y.
[[nodiscard]] std::string pinyin_initials(std::string_view text);

}  // namespace xiaoan::app
