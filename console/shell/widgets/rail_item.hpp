// One job in the rail at the left: its name and how many things there need a person today.
#pragma once

#include "console/shell/ui.hpp"
#include "console/shell/widgets/chip.hpp"

#include <cstddef>
#include <string_view>

namespace xiaoan::shell {

struct RailItem {
    std::string_view label;
    std::string_view short_label = {};  ///< two characters, in the narrow rail
    std::string_view count = {};        ///< empty: nothing to do
    BadgeKind badge = BadgeKind::plain;
    bool on = false;
};

/// Design pixels.
struct RailPitch {
    float item;
    float gap;
    float separator;
    float side;  ///< from the rail's edge to the item
    friend bool operator==(const RailPitch&, const RailPitch&) = default;
};
/// So that all items fit into `room` (design pixels) of a low window, as long as they stay easy to hit; from there on
/// the rail scrolls.
[[nodiscard]] constexpr RailPitch rail_pitch(bool narrow, std::size_t items, std::size_t separators,
                                             float room) noexcept
{
    constexpr float least_item = 27, tight_separator = 7;
    RailPitch pitch = narrow ? RailPitch{34, 1, 11, 5} : RailPitch{38, 2, 19, 10};
    const auto count = static_cast<float>(items), lines = static_cast<float>(separators);
    if (count * (pitch.item + pitch.gap) + lines * pitch.separator <= room) return pitch;
    pitch.gap = 1;
    pitch.separator = tight_separator;
    const float item = (room - lines * pitch.separator) / count - pitch.gap;
    pitch.item = item < least_item ? least_item : item < pitch.item ? item : pitch.item;
    return pitch;
}

/// `where` is the item's own box. In a narrow rail pass `narrow`: short name with the number above its corner.
bool rail_item(const Ui& ui, std::string_view id, const RailItem& item, const Rect& where, bool narrow);

}  // namespace xiaoan::shell
