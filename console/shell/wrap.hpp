// Breaks text into lines by the rules of Chinese type, and shortens it with an ellipsis; only widths are asked, no
// window.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::shell {

/// Width of one character in the unit of the line width.
using Advance = std::function<float(char32_t)>;

/// Lines of `text`, each a part of it without the blanks at its ends. A line break in the text is kept.
/// A break is allowed before and after a character from U+2E80 on and after a blank; never before a closing mark
/// (，。、；：！？ and so on) nor after an opening one (（《“). A last line under 3 em is avoided where there is a
/// better break. A run without any allowed break is cut where the line is full. Method: the usual line-head and
/// line-end prohibitions of GB/T 15834-2011, 5.1.
[[nodiscard]] std::vector<std::string_view> wrap(std::string_view text, float width, float em, const Advance& advance);

struct Fitted {
    std::string text;
    bool cut = false;
};

/// `text` if it fits into `width`, else its beginning and "…".
[[nodiscard]] Fitted fit(std::string_view text, float width, const Advance& advance);

/// Sum of the advances.
[[nodiscard]] float width_of(std::string_view text, const Advance& advance);

}  // namespace xiaoan::shell
