#include "data/intake/county_in_title.hpp"

#include "data/intake/values/text_form.hpp"

namespace xiaoan::data {

std::optional<TitleCounty> county_in_titles(std::span<const std::string> titles, std::span<const CountyName> counties)
{
    std::optional<TitleCounty> found;
    for (const std::string& title : titles) {
        const std::string text = compact(title);
        for (const CountyName& county : counties) {
            if (county.name.empty() || text.find(county.name) == std::string::npos) continue;
            if (found && found->county.code != county.code) return std::nullopt;
            if (!found) found = TitleCounty{county, title};
        }
    }
    return found;
}

}  // namespace xiaoan::data
