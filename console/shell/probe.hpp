// What a frame shows, as text and rectangles, so that a script can click a label and expect a text.
#pragma once

#include "console/shell/rect.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::shell {

/// Exists only while a script runs; widgets report to it through Ui.
class Probe {
public:
    enum class Kind { text, item };
    struct Seen {
        Kind kind;
        std::string label;
        Rect where;  ///< the visible part
    };

    void begin_frame() { seen_.clear(); }
    /// A text that was drawn; nothing if no pixel of it is visible.
    void text(std::string_view label, const Rect& where, const Rect& clip) { add(Kind::text, label, where, clip); }
    /// Something that takes clicks under this label.
    void item(std::string_view label, const Rect& where, const Rect& clip) { add(Kind::item, label, where, clip); }

    /// Whether a text or label that contains `part` is on the screen.
    [[nodiscard]] bool shows(std::string_view part) const;
    /// Where to click for `label`: an item before a text, an equal label before one that contains it, the last drawn
    /// (topmost) of several.
    [[nodiscard]] std::optional<Rect> find(std::string_view label) const;
    [[nodiscard]] const std::vector<Seen>& seen() const noexcept { return seen_; }

private:
    void add(Kind kind, std::string_view label, const Rect& where, const Rect& clip);

    std::vector<Seen> seen_;
};

}  // namespace xiaoan::shell
