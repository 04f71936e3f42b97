// What lies under the pointer.
#pragma once

#include "console/map/drawing.hpp"

namespace xiaoan::map {

struct Picked {
    MapItem item;
    /// Where a mark stands for several buses: its index into the marks; the item is then its first bus.
    std::optional<std::uint32_t> mark;
};

/// The thing drawn nearest to `at`, no farther than `tolerance_px` from its edge; nothing where there is none.
/// Nearest wins; of equal ones a bus, then a school, a stop, a water, a route, then the one drawn on top.
/// The inside of a water counts only where nothing else is near.
[[nodiscard]] Picked pick(const Scene& scene, std::span<const Mark> marks, const Drawing& drawing,
                          const ScreenPosition& at, double tolerance_px);

}  // namespace xiaoan::map
