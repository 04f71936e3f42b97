// The county that the titles of a table name, for ledgers whose rows do not say it.
#pragma once

#include "data/intake/values/county.hpp"

#include <optional>
#include <span>
#include <string>

namespace xiaoan::data {

struct TitleCounty {
    CountyName county;
    std::string title;  // the text that names it
};

/// The only county that these texts name by its full name (洮北区 in 白城市洮北区校车台账; 大安 is also a part of
/// 重大安全). Empty where they name none, or several.
[[nodiscard]] std::optional<TitleCounty> county_in_titles(std::span<const std::string> titles,
                                                          std::span<const CountyName> counties);

}  // namespace xiaoan::data
