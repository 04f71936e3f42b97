// The page of settings: language, theme, size, what is known of the register, and whose data the map shows.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"

#include <string>

namespace xiaoan::app {

struct SettingsFacts {
    std::string register_path;
    bool dark = false;
    float zoom = 1;
};

/// Draws into `where` of the current, scrolling region.
[[nodiscard]] desk::Requests draw_settings(const SettingsFacts& facts, const desk::Frame& frame,
                                           const shell::Rect& where);

}  // namespace xiaoan::app
