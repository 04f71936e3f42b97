// The input script of a window test: a text of one step a line, read into values.
#pragma once

#include "console/shell/keyboard.hpp"
#include "console/shell/rect.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::shell {

/// One line of a script. `#` starts a comment line; a text may stand in quotation marks.
///
///     move 420 310 | move "label"        click | click "label" | click 420 310     double-click …   right-click …
///     drag 420 310 600 310               wheel -3                                  key Ctrl+K       type 洮南
///     wait 3 (frames)                    expect text | expect-not text (each within 10 s)
///     screenshot F.png                   drop F.csv                                resize 1280 720
///     labels (prints what is shown)      quit
///
/// Positions are physical pixels.
struct Step {
    enum class Kind {
        move,
        click,
        double_click,
        right_click,
        drag,
        wheel,
        key,
        type,
        wait,
        expect,
        expect_not,
        screenshot,
        drop,
        resize,
        labels,
        quit
    };
    Kind kind = Kind::wait;
    std::string text;     ///< label, text or file
    bool placed = false;  ///< `at` was given
    Point at;
    Point to;          ///< end of a drag, new size
    float amount = 0;  ///< wheel, frames
    Chord chord = 0;
    int line = 0;  ///< in the script, from 1
};

class ScriptError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Throws ScriptError, naming the line, at the first that is not a step.
[[nodiscard]] std::vector<Step> read_script(std::string_view text);
/// The same from a file; file names in it are relative to the working directory.
[[nodiscard]] std::vector<Step> read_script_file(const std::filesystem::path& path);

}  // namespace xiaoan::shell
