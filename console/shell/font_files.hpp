// Finds the typeface of the window among the fonts of the computer.
#pragma once

#include <filesystem>
#include <string>

namespace xiaoan::shell {

struct FontFile {
    std::filesystem::path path;
    int face = 0;  ///< number of the face within a collection
};

struct FontFiles {
    FontFile regular;
    FontFile bold;
    std::string substitute;  ///< name of the family that stands in; empty if Noto Sans CJK SC itself was found
};

/// Noto Sans CJK SC through fontconfig, or what fontconfig offers for simplified Chinese in its place.
/// Throws ShellFault, naming the package to install, if no font has the characters of the five counties.
[[nodiscard]] FontFiles find_font_files();

}  // namespace xiaoan::shell
