// Which fonts of this computer stand for the faces that the standard names, found in order and never by chance.
#pragma once

#include "console/documents/page/page.hpp"

#include <optional>
#include <string>
#include <vector>

namespace xiaoan::documents {

/// One font of a face: what it is called, its file and its place within a collection.
struct FontFile {
    std::string family;
    std::string path;
    int index = 0;
    friend bool operator==(const FontFile&, const FontFile&) = default;
};

/// The fonts of a face, the first one for all characters that it has, the others for what it lacks.
struct FaceFonts {
    Face face{};
    std::string wanted;      // 仿宋_GB2312
    bool as_wanted = false;  // the first one is the face that the standard names
    std::vector<FontFile> fonts;
};

/// All faces in the order of Face. First the families that the standard's faces are sold under, then open ones:
/// Noto Serif CJK SC, Noto Sans CJK SC, and LXGW WenKai for 楷体. Throws std::runtime_error, naming the package to
/// install, where a face has no font with the characters of the five counties.
[[nodiscard]] std::vector<FaceFonts> find_fonts();

/// Any font of the computer that has this character, the first by path; empty where there is none.
[[nodiscard]] std::optional<FontFile> find_font_with(char32_t code);

}  // namespace xiaoan::documents
