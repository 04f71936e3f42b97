// Counties by code, full name, or name without its last character.
#pragma once

#include "data/intake/values/reading.hpp"
#include "data/kinds/cell.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// A county as intake knows it; the region gives the list.
struct CountyName {
    Adcode code;
    std::string name;                    // 洮南市
    std::vector<std::string> aliases{};  // further names that mean it, such as an English one
};

/// The code of a county of the list: 220881, a longer division code that begins with it (220881101000), 洮南市, 洮南,
/// or the name behind those of its province and city (白城市洮南市, 白城洮南), which the list of `parents` holds (白城市,
/// 吉林省), or its full name with what lies in it behind (洮南市教育局). Faults: unknown_county; ambiguous_county{names} where a short name fits several.
[[nodiscard]] Reading<Adcode> parse_county(std::string_view text, std::span<const CountyName> counties,
                                           std::span<const std::string> parents = {});

/// The name without 市, 县, 区, 旗 at its end where two characters or more remain (洮南, but 郊区 stays), and an
/// English name in lower case without district, county, city.
[[nodiscard]] std::string_view county_short_name(std::string_view name);

}  // namespace xiaoan::data
