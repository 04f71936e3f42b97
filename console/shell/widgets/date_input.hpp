// A date that is typed, or chosen from a calendar that opens beside it; and words that may stand for one (无, 长期).
#pragma once

#include "console/shell/ui.hpp"
#include "console/shell/widgets/calendar.hpp"
#include "console/shell/widgets/field.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::shell {

struct DateInputWords {
    std::string_view open;                       ///< name of the button that opens the calendar
    std::string_view earlier, later;             ///< of the arrows beside the month
    std::string_view today;                      ///< chooses the day of today
    std::array<std::string_view, 7> weekdays{};  ///< Monday first
    std::span<const std::string_view> others{};  ///< words that may stand in place of a date
};

/// One line of text with a calendar at its right. `text` is what stands in the field; a day that is chosen stands there
/// as 2026-11-23. `changed` is true for typing and for choosing, `left` after choosing too. In the calendar arrow keys
/// move the day, Page Up and Page Down the month, Enter chooses it.
Typed date_input(const Ui& ui, std::string_view id, std::string& text, Day today, const Rect& where,
                 const InputLook& look, const DateInputWords& words);

}  // namespace xiaoan::shell
