// The lines of a document's title: broken by sense, each line longer or shorter than the next, never cut in a phrase.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace xiaoan::documents {

/// Lines of a title made of `phrases`, between which it may be broken, in a width of so many half cells of the title's
/// own size. One line where it fits. Two lines make a trapezoid, three a trapezoid or a diamond; lines of equal length
/// are avoided (GB/T 9704-2012, 7.3.1: 回行时要做到词意完整，排列对称，长短适宜，间距恰当). Of several ways the
/// one with the fewest lines and then the most even lengths. A phrase longer than a line is broken as text is.
/// `joint` stands between phrases of one line: nothing in Chinese, a blank in English.
[[nodiscard]] std::vector<std::string> title_lines(std::span<const std::string> phrases, int half_cells_wide,
                                                   std::string_view joint = {});

}  // namespace xiaoan::documents
