// The list of a folder inside the file dialog: what is chosen by pointer and keys, and what is opened.
#pragma once

#include "console/imports/file_dialog.hpp"

#include <optional>
#include <string>
#include <vector>

namespace xiaoan::imports {

/// Gives the entry that was opened in this frame, by Enter or a double press.
[[nodiscard]] std::optional<FolderEntry> draw_folder_table(FileDialogState& state, const desk::Frame& frame,
                                                           const shell::Rect& where);

/// The endings of the files that the dialog is for; the first is that of a list to save.
[[nodiscard]] std::vector<std::string> endings_of(const FileDialogState& state);

}  // namespace xiaoan::imports
