// The dialog that sets one parameter: its value, and what it rests on.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/settings/standing.hpp"

#include <string>

namespace xiaoan::judging {

/// Kept by the page from frame to frame.
struct SettingDialog {
    bool opening = false;
    const settings::SettingInfo* info = nullptr;
    std::string value;
    std::string source;
};

/// Opens it with the next frame, with what stands now; nothing where there is no such parameter.
void begin_setting(SettingDialog& dialog, const desk::Derived& derived, std::string_view name);

/// Draws it if it is open; answers with desk::Judge. Call it in every frame, outside of other dialogs.
[[nodiscard]] desk::Requests draw_setting_dialog(SettingDialog& dialog, const desk::Frame& frame);

}  // namespace xiaoan::judging
