// The file dialog inside the window: one for the ledgers to import, and one for the name of a list to save.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/imports/file_choice.hpp"
#include "console/imports/folder_reader.hpp"
#include "console/shell/table.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::imports {

enum class FilePurpose : std::uint8_t {
    import_ledgers,
    save_list,
    save_letter,
    save_workbook,
    save_export,
    attach,
    reconcile,
    save_check,
    read_checks
};

/// A folder offered at the side: home, desktop, downloads.
struct Place {
    std::string label;
    std::filesystem::path path;
};

/// Kept by the window from frame to frame; folder and recent folders between sessions too.
struct FileDialogState {
    // Given by the shell, which alone reads the environment.
    std::function<void()> wake;  // called from another thread when a folder was read
    std::filesystem::path home;
    std::vector<Place> places;
    std::filesystem::path folder;     // where it was last; empty: home
    std::vector<std::string> recent;  // folders from which files were taken, newest first

    FilePurpose purpose{};
    bool opening = false;
    std::unique_ptr<FolderReader> reader;
    std::optional<FolderAnswer> answer;  // empty until the first folder was read
    std::string typed;                   // in the path field
    bool all_files = false;
    FileChoice choice;
    shell::TableState table;
    std::string jump;  // letters typed in the list
    double jump_at_s = 0;

    // Saving.
    std::string name;               // without its ending
    bool only_pdf = false;          // it has no other form
    bool as_pdf = true;             // else the other form: CSV of a list, DOCX of a letter
    desk::Page page{};              // whose workbook it is
    data::ExportRequest records{};  // that are written out
    desk::CheckRequest check{};     // check sheets or a report, to which the path is added
    bool confirming = false;        // asked whether to replace the file
};

/// Opens the dialog that chooses ledgers: answers with desk::RunImport of dry runs, one a file.
void open_import_dialog(FileDialogState& state);
/// Opens the dialog that chooses files to go with a step of a case: answers with desk::AttachFiles, of none where it
/// was left.
void open_attach_dialog(FileDialogState& state);
/// Opens the dialog that saves a list under `name` as PDF or CSV: answers with desk::SaveList.
void open_save_dialog(FileDialogState& state, std::string name);
/// Opens the dialog that saves a letter under `name` as PDF or, where it can be, as DOCX: answers with
/// desk::SaveLetter.
void open_letter_dialog(FileDialogState& state, std::string name, bool as_docx);
/// Opens the dialog that saves what a page shows under `name` as a workbook: answers with desk::SaveWorkbook.
void open_workbook_dialog(FileDialogState& state, std::string name, desk::Page page);
/// Opens the dialog that saves records under `name` in the form asked for: answers with desk::ExportRecords.
void open_export_dialog(FileDialogState& state, std::string name, data::ExportRequest records);
/// Opens the dialog that chooses lists of vehicles to lay side by side: answers with desk::ReconcileLists.
void open_reconcile_dialog(FileDialogState& state);

/// Opens the dialog that saves check sheets or the report of a campaign under `name`, in the one form that is asked
/// for: answers with the same request and its path.
void open_check_dialog(FileDialogState& state, std::string name, desk::CheckRequest wish);
/// Opens the dialog that chooses filled check sheets: answers with desk::ReadCheckFiles.
void open_read_checks_dialog(FileDialogState& state);

/// Draws the dialog if it is open; call it in every frame, outside of other dialogs.
[[nodiscard]] desk::Requests draw_file_dialog(FileDialogState& state, const desk::Frame& frame);

}  // namespace xiaoan::imports
