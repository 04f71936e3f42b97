// What the shell throws when the window system, the graphics driver or a font fails.
#pragma once

#include <stdexcept>

namespace xiaoan::shell {

/// Says what failed and what to do; caught where the window or picture was asked for.
class ShellFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace xiaoan::shell
