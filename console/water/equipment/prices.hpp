// What equipment at a water costs: assumptions that a bureau replaces by its own prices, as settings of the register.
#pragma once

#include "data/register/judging.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::water {

/// What can be bought for a water: factors of the risk score, in its order.
inline constexpr std::array<std::string_view, 5> purchasable{"warning_sign", "lifebuoy", "rope", "pole", "fence"};

/// The setting that holds a price: price_lifebuoy. Its meaning and source stand in the language files under
/// "setting.<name>" and "setting.<name>.source".
inline constexpr std::array<std::string_view, 5> price_settings{"price_warning_sign", "price_lifebuoy", "price_rope",
                                                                "price_pole", "price_fence"};

/// Yuan, put up, for each of `purchasable`. No price list of the province or city is published: the defaults are our
/// assumption of what one piece costs with post and mounting, the fence 20 m of it.
struct Prices {
    std::array<int, purchasable.size()> yuan{300, 150, 80, 60, 3000};
    friend bool operator==(const Prices&, const Prices&) = default;
};

inline constexpr int dearest_yuan = 1'000'000;

/// Whole yuan from 1 to dearest_yuan; empty for any other text.
[[nodiscard]] std::optional<int> price_from(std::string_view text);
/// The defaults with the prices that were set. A text that is no price changes nothing.
[[nodiscard]] Prices prices_of(std::span<const data::Setting> settings);

}  // namespace xiaoan::water
