// What the register knew: the moments that the bar offers, the strip that says which one is shown, the dialog for any
// other.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace xiaoan::app {

/// One line of the menu. Neither a moment nor `asks`: now.
struct MomentChoice {
    std::string label;  // 昨天终了
    std::string side;   // 2026-11-22
    std::optional<data::Timestamp> moment;
    bool asks = false;  // opens the dialog
};
/// Now, the ends of yesterday, of a week and of thirty days ago, and any other.
[[nodiscard]] std::vector<MomentChoice> moment_choices(data::Date today, language::Language language);

struct KnownAtState {
    bool opening = false;  // the dialog, with the next frame
    std::string typed;
};

/// Says that an earlier state is shown and that it cannot be written; the way back to now.
[[nodiscard]] desk::Requests draw_known_at_strip(const desk::Frame& frame, const shell::Rect& where);
/// Asks for a moment. Call it in every frame.
[[nodiscard]] desk::Requests draw_known_at_dialog(KnownAtState& state, const desk::Frame& frame);

}  // namespace xiaoan::app
