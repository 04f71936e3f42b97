// Which characters are baked before anyone asks: those of the interface's frame and GB/T 2312 level 1.
#pragma once

#include <functional>

namespace xiaoan::shell {

/// Latin, punctuation of both scripts, full-width forms, arrows, circled and Roman numbers.
void for_each_always_baked(const std::function<void(char32_t)>& take);

/// The 3,755 characters of level 1 of GB/T 2312-1980 (rows 16 to 55).
void for_each_of_level_one(const std::function<void(char32_t)>& take);

}  // namespace xiaoan::shell
