// A passage of a document: headings of four levels and text.
#pragma once

#include "console/documents/page/type.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace xiaoan::documents {

/// Levels of the body: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3).
enum class Level : std::uint8_t { text, one, two, three, four };

struct Passage {
    std::vector<Run> runs{};
    Level level = Level::text;
    bool indented = true;
    bool heads_next = false;   // a heading by itself: not left at the end of a page
    bool flush_right = false;  // as a signature stands

    [[nodiscard]] std::string text() const;
};

[[nodiscard]] Passage a_text(std::string text);
/// 黑体 for the first level, 楷体 for the second, 仿宋 below; stands by itself, before what it heads.
[[nodiscard]] Passage a_heading(Level level, std::string text);
/// A heading that its text follows on the same line.
[[nodiscard]] Passage a_headed_text(Level level, std::string heading, std::string text);

}  // namespace xiaoan::documents
