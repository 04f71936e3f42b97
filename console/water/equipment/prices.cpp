#include "console/water/equipment/prices.hpp"

#include <algorithm>
#include <charconv>

namespace xiaoan::water {

std::optional<int> price_from(std::string_view text)
{
    int yuan = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), yuan);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && 1 <= yuan && yuan <= dearest_yuan ? std::optional{yuan} : std::nullopt;
}

Prices prices_of(std::span<const data::Setting> settings)
{
    Prices prices;
    for (std::size_t i = 0; i < price_settings.size(); ++i) {
        const auto set = std::ranges::find(settings, price_settings[i], &data::Setting::name);
        if (set == settings.end()) continue;
        if (const auto price = price_from(set->value)) prices.yuan[i] = *price;
    }
    return prices;
}

}  // namespace xiaoan::water
