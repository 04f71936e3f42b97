// One job in the rail at the left: its name and how many things there need a person today.
#pragma once

#include "console/shell/ui.hpp"
#include "console/shell/widgets/chip.hpp"

#include <string_view>

namespace xiaoan::shell {

struct RailItem {
    std::string_view label;
    std::string_view short_label = {};  ///< two characters, in the narrow rail
    std::string_view count = {};        ///< empty: nothing to do
    BadgeKind badge = BadgeKind::plain;
    bool on = false;
};

/// Design pixels; the narrow rail stands in low windows, where all items must fit without scrolling.
struct RailPitch {
    float item;
    float gap;
    float separator;
    float side;  ///< from the rail's edge to the item
};
[[nodiscard]] constexpr RailPitch rail_pitch(bool narrow) noexcept
{
    return narrow ? RailPitch{34, 1, 11, 5} : RailPitch{38, 2, 19, 10};
}

/// `where` is the item's own box. In a narrow rail pass `narrow`: short name with the number above its corner.
bool rail_item(const Ui& ui, std::string_view id, const RailItem& item, const Rect& where, bool narrow);

}  // namespace xiaoan::shell
