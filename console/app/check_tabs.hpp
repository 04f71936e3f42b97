// The pages of joint checks: a strip of tabs over them.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"

#include <cstddef>

namespace xiaoan::app {

/// Whether the tabs stand over this page, which the rail shows under joint checks.
[[nodiscard]] bool stands_with_checks(desk::Page page);

/// `open_suspects`: those that nobody has opened a case on.
[[nodiscard]] desk::Requests draw_check_tabs(std::size_t open_suspects, const desk::Frame& frame, desk::Page page,
                                             const shell::Rect& where);

}  // namespace xiaoan::app
