// What the map throws when the graphics driver refuses its shaders or textures.
#pragma once

#include <stdexcept>

namespace xiaoan::map {

class MapFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace xiaoan::map
