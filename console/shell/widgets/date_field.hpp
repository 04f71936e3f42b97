// A date in a frame: arrows and keys step it, a press lets it be typed.
#pragma once

#include "console/shell/ui.hpp"
#include "console/shell/widgets/calendar.hpp"

#include <string>
#include <string_view>

namespace xiaoan::shell {

/// What it must remember between frames; one a field.
struct DateFieldState {
    std::string typing;
    bool editing = false;
    bool just_began = false;
};

struct DateFieldLook {
    std::string_view label = {};
    std::string_view earlier = {};  ///< names of the two arrows, shown as tooltips
    std::string_view later = {};
};

[[nodiscard]] float date_field_width(const Ui& ui, const DateFieldLook& look);
/// True when `day` changed. With the focus: up and down one day, Page Up and Page Down one month, Enter types.
/// A text that is no date is refused in the colour of stop and leaves `day` as it was.
bool date_field(const Ui& ui, std::string_view id, Day& day, DateFieldState& state, const Rect& where,
                const DateFieldLook& look = {});

}  // namespace xiaoan::shell
