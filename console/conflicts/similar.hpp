// Whether two texts are likely to mean the same: names of schools and firms, numbers as people mistype them.
#pragma once

#include "data/register/region.hpp"

#include <string>
#include <string_view>

namespace xiaoan::conflicts {

/// A name taken apart: the township that stands at its beginning, and what is left when places and words that say
/// nothing are gone. 白城市洮北区平安镇中心小学校 is 平安镇 and 小学; 第一 and 一 are the same.
struct NameCore {
    std::string township;  // full name; empty where none stands there
    std::string core;
};

/// Of a school. `county` says whose townships may stand in its name.
[[nodiscard]] NameCore school_core(std::string_view name, const data::Region& region, data::Adcode county);
/// Of a firm: without 有限公司 and the like, and without city and county.
[[nodiscard]] std::string firm_core(std::string_view name, const data::Region& region);
/// Whether a core says too little to tell one school from another without its township.
[[nodiscard]] bool is_common(std::string_view core);

/// A registration number with O read as 0 and I as 1 behind its first two characters.
[[nodiscard]] std::string with_digits(std::string_view registration_number);

/// Whether two licence numbers are likely one, mistyped: one character differs, two neighbours are swapped, the check
/// character alone differs, or one is the old form of 15 digits of the other.
[[nodiscard]] bool are_alike(std::string_view licence, std::string_view other);

}  // namespace xiaoan::conflicts
