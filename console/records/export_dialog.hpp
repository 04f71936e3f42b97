// The dialog that asks how records are written out: of which kind, in which form, and whether people are written whole.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"

#include <string>
#include <string_view>

namespace xiaoan::records {

/// Kept by the window from frame to frame; kind and form stay for the next time.
struct ExportDialog {
    bool opening = false;
    const data::KindInfo* kind = nullptr;
    data::ExportForm form = data::ExportForm::xlsx;
    bool unmasked = false;
    std::string reason{};
};

/// Opens it with the next frame, people masked; nothing where there is no such kind.
void begin_export(ExportDialog& dialog, std::string_view kind);

/// Draws it if it is open; answers with desk::ExportRecords, which has no path yet. Call it in every frame, outside of
/// other dialogs.
[[nodiscard]] desk::Requests draw_export_dialog(ExportDialog& dialog, const desk::Frame& frame);

}  // namespace xiaoan::records
