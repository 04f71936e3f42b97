// The dialog that sets findings of a bus aside: a waiver, an appeal, a bus out of service; with reason and last day.
// Gaps of a water are waived by it too.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/widgets/date_field.hpp"

#include <cstdint>
#include <string>

namespace xiaoan::judging {

enum class SilencingKind : std::uint8_t { waived, appeal, out_of_service };

/// Kept by the window from frame to frame.
struct SilencingDialog {
    bool opening = false;
    std::string registration_number;  // of a gap of a water, its code
    SilencingKind kind = SilencingKind::waived;
    std::string rule;  // its id, with '?' its gap; empty: all findings, which only an appeal or a stop may hold for
    data::Date from_on{};
    data::Date until_on{};
    std::string reason;
    shell::DateFieldState from_field, until_field;
};

/// Opens it with the next frame for a bus, with this rule chosen where it finds something; thirty days by default.
void begin_silencing(SilencingDialog& dialog, const desk::Derived& derived, std::string registration_number,
                     std::string rule);

/// Draws it if it is open; answers with desk::Judge. Call it in every frame, outside of other dialogs.
[[nodiscard]] desk::Requests draw_silencing_dialog(SilencingDialog& dialog, const desk::Frame& frame);

}  // namespace xiaoan::judging
