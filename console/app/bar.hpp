// The bar over everything: register, as-of date, county, search, import, language.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/layout.hpp"
#include "console/shell/widgets/date_field.hpp"

namespace xiaoan::app {

struct BarState {
    shell::DateFieldState date;
};

struct BarAnswer {
    desk::Requests requests;
    bool open_search = false;
};

[[nodiscard]] BarAnswer draw_bar(BarState& state, const desk::Frame& frame, const shell::Layout& layout);

}  // namespace xiaoan::app
