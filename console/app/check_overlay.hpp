// What the pages of joint checks lay over the map: the stands of a plan with the ways between them, or where a suspect
// was seen.
#pragma once

#include "console/checks/page/plan_panel.hpp"
#include "console/checks/suspects.hpp"
#include "console/map/overlay.hpp"
#include "console/tracks/tracks_panel.hpp"

#include <cstddef>
#include <optional>

namespace xiaoan::app {

/// A mark a stand, in the order of the plan; a line a team. `movable`: marks can be dragged.
[[nodiscard]] map::Overlay overlay_of(const checks::PlannedCheck& planned, std::optional<std::size_t> chosen,
                                      language::Language language, bool movable);

/// Every suspect where it was seen last, its score in the mark; of the chosen one every place it was seen at, as dots.
struct SuspectOverlay {
    map::Overlay overlay;
    std::vector<std::string> of;  // the registration number behind each mark
};
[[nodiscard]] SuspectOverlay overlay_of(const checks::Suspects& found, std::string_view chosen, shell::Color ground);

/// The driven line, what is marked on it in the colours of severity, places where it stood, and the fix under the
/// pointer.
[[nodiscard]] map::Overlay overlay_of(const conformance::RunStrip& strip, std::optional<std::size_t> cursor,
                                      const shell::Theme& theme, language::Language language);

}  // namespace xiaoan::app
