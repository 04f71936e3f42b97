#include "data/gis/osm_water.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::data::gis {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array waterway_kinds{
    Pair{"river", "river"}, Pair{"riverbank", "river"}, Pair{"stream", "river"}, Pair{"oxbow", "lake"},
    Pair{"canal", "canal"}, Pair{"ditch", "ditch"},     Pair{"drain", "ditch"},  Pair{"fish_pass", "other"},
};

constexpr std::array water_kinds{
    Pair{"river", "river"}, Pair{"stream", "river"},     Pair{"rapids", "river"},        Pair{"lake", "lake"},
    Pair{"lagoon", "lake"}, Pair{"oxbow", "lake"},       Pair{"reservoir", "reservoir"}, Pair{"pond", "pond"},
    Pair{"basin", "pond"},  Pair{"stream_pool", "pond"}, Pair{"canal", "canal"},         Pair{"lock", "canal"},
    Pair{"ditch", "ditch"}, Pair{"drain", "ditch"},      Pair{"fishpond", "fishpond"},   Pair{"fish_pond", "fishpond"},
};

constexpr std::array landuse_kinds{
    Pair{"reservoir", "reservoir"},
    Pair{"basin", "pond"},
    Pair{"aquaculture", "fishpond"},
};

template <std::size_t N>
std::optional<std::string_view> looked_up(const std::array<Pair, N>& table, std::string_view tag)
{
    const auto found = std::ranges::find(table, tag, &Pair::first);
    return found != table.end() ? std::optional{found->second} : std::nullopt;
}

}  // namespace

std::optional<std::string_view> osm_water_kind(const OsmTags& tags)
{
    if (tags.natural == "water") {
        if (const auto kind = looked_up(water_kinds, tags.water)) return kind;
        if (!tags.water.empty()) return "other";
        return looked_up(waterway_kinds, tags.waterway).value_or("");
    }
    if (const auto kind = looked_up(waterway_kinds, tags.waterway)) return kind;
    return looked_up(landuse_kinds, tags.landuse);
}

}  // namespace xiaoan::data::gis
