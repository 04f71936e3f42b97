#include "console/cli/county_option.hpp"

#include "data/intake/values/county.hpp"

#include <vector>

namespace xiaoan::cli {

std::optional<data::Adcode> find_county(const data::Region& region, std::string_view text)
{
    std::vector<data::CountyName> names;
    for (const auto& county : region.counties) names.push_back({county.adcode, county.name_zh, {county.name_en}});
    const std::vector<std::string> parents{region.name_zh};
    const auto read = data::parse_county(text, names, parents);
    return read ? std::optional{*read} : std::nullopt;
}

}  // namespace xiaoan::cli
