// The window's fonts: one baked font a role, of exact em size, holding the characters that the interface and the data
// need.
#pragma once

#include "console/shell/font_files.hpp"
#include "console/shell/mapped_file.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

struct ImFont;
template <typename T>
struct ImVector;

namespace xiaoan::shell {

/// Named by use; the number is the em in design pixels.
enum class FontRole {
    small,       ///< 12 badges, hints, small print
    label,       ///< 13 labels, legend, table head
    body,        ///< 14 text, tables, buttons
    county,      ///< 18 county names on the map
    small_bold,  ///< 12 badges
    label_bold,  ///< 13 map
    body_bold,   ///< 14 titles, what is selected
    title,       ///< 17 bold: brand, dialog
    heading,     ///< 22 bold: dossier
};
inline constexpr std::size_t font_role_count = 9;

class Fonts {
public:
    /// Throws ShellFault if a file cannot be read.
    explicit Fonts(const FontFiles& files);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    /// Bakes all roles for `scale` and uploads them as one 8-bit texture: 0.1 to 0.3 s. Between frames only, with the
    /// toolkit's and an OpenGL context current. The very first time it bakes Latin only and leaves a rebuild due: the
    /// first frame then tells what it needs, and the slow bake happens once. Throws ShellFault if FreeType or the
    /// driver refuses.
    void build(float scale);

    [[nodiscard]] ImFont* of(FontRole role) const noexcept { return fonts_[static_cast<std::size_t>(role)]; }
    /// Em in physical pixels.
    [[nodiscard]] float em(FontRole role) const noexcept { return ems_[static_cast<std::size_t>(role)]; }
    /// Distance from the top of a line to the baseline, in physical pixels.
    [[nodiscard]] float baseline(FontRole role) const noexcept;

    /// Characters that will be drawn (the register's names): call it when they arrive, so that one rebuild serves all.
    void need(std::string_view text);
    /// Says that `text` is being drawn in `role`; a character that is not baked there makes a rebuild due.
    void note(FontRole role, std::string_view text);
    [[nodiscard]] bool rebuild_due() const noexcept { return due_; }
    /// Family that stands in for Noto Sans CJK SC; empty in the normal case.
    [[nodiscard]] const std::string& substitute() const noexcept { return substitute_; }

private:
    void want(char32_t code);
    void add_role(std::size_t index, float scale, bool draft, ImVector<unsigned>& ranges);
    void mend(std::size_t index);
    void upload();
    void remember_absent();

    std::string substitute_;
    MappedFile regular_;
    MappedFile bold_;
    int regular_face_;
    int bold_face_;
    std::array<ImFont*, font_role_count> fonts_{};
    std::array<float, font_role_count> ems_{};
    std::vector<bool> wanted_;  ///< by code point: to be baked in every role
    std::vector<bool> absent_;  ///< the typeface has no such character: asking again is useless
    unsigned texture_ = 0;
    bool draft_ = true;  ///< nothing but Latin so far
    bool due_ = true;
};

}  // namespace xiaoan::shell
