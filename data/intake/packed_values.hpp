// Values packed into bytes: how many thousand rows are held until they are written or looked at.
#pragma once

#include "data/kinds/cell.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// Adds a value to packed bytes.
void pack(std::string& bytes, const Value& value);
/// Takes the first value off packed bytes; a text that `into` holds already keeps its memory.
void unpack(std::string_view& bytes, Value& into);

/// Many packed rows in blocks of a megabyte, none of which is ever moved, as one growing text would be.
class PackedBlocks {
public:
    struct Place {
        std::uint32_t block = 0;
        std::uint32_t at = 0;
        std::uint32_t size = 0;
    };
    Place add(std::string_view bytes);
    [[nodiscard]] std::string_view bytes(const Place& place) const
    {
        return std::string_view{blocks_[place.block]}.substr(place.at, place.size);
    }

private:
    std::vector<std::string> blocks_;
};

}  // namespace xiaoan::data
