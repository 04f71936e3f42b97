// Which files of a listed folder are chosen: by pointer with Ctrl and Shift, by keyboard, one or several.
#pragma once

#include "console/imports/folder.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace xiaoan::imports {

/// By names, so that it survives the folder being read again.
struct FileChoice {
    std::string at;                // the row that keys start from; may be a folder
    std::set<std::string> marked;  // files chosen beside it; empty: the file at `at` alone
    friend bool operator==(const FileChoice&, const FileChoice&) = default;
};

/// A press on a row: alone it chooses this row, with Ctrl it adds or takes away, with Shift it chooses all files
/// between.
void press(FileChoice& choice, const Folder& folder, std::size_t row, bool ctrl, bool shift);
/// Marks or unmarks the file at `at`.
void toggle(FileChoice& choice, const Folder& folder);
/// Marks all files with a wanted ending.
void mark_all(FileChoice& choice, const Folder& folder);

/// The row of `at`; empty where there is none.
[[nodiscard]] std::optional<std::size_t> row_of(const Folder& folder, const std::string& name);
/// The files chosen, whole paths in the order of the list. A folder is none.
[[nodiscard]] std::vector<std::string> chosen_files(const FileChoice& choice, const Folder& folder);
/// The first row from `from` on (around the end) whose name begins with `typed`, Latin letters in any case.
[[nodiscard]] std::optional<std::size_t> row_beginning(const Folder& folder, std::string_view typed, std::size_t from);

/// 340 B, 12 KB, 1.4 MB: three digits at most, thousands of bytes.
[[nodiscard]] std::string size_text(std::uint64_t bytes);

}  // namespace xiaoan::imports
