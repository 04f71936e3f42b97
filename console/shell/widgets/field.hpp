// Boxes that hold a value: the framed field of the bar, text input, and the search field.
#pragma once

#include "console/shell/icons.hpp"
#include "console/shell/ui.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::shell {

struct FieldLook {
    std::string_view label = {};   ///< small, before the value
    bool drop_mark = false;        ///< a little triangle behind the value
    bool open = false;             ///< its menu is open now
    std::string_view reason = {};  ///< tooltip
};

/// Width that a field needs for this value.
[[nodiscard]] float field_width(const Ui& ui, std::string_view value, const FieldLook& look = {});
/// A framed value that can be pressed: register, county, choice. True when pressed.
bool field(const Ui& ui, std::string_view id, std::string_view value, const Rect& where, const FieldLook& look = {});

struct InputLook {
    std::string_view hint = {};      ///< shown while it is empty
    std::optional<Icon> icon = {};   ///< before the text
    std::string_view key_hint = {};  ///< a small box at the right while it is not being typed into
    bool take_focus = false;         ///< starts typing with this frame
    bool enabled = true;
    bool wrong = false;      ///< the value is refused: border in the colour of stop
    bool select_all = true;  ///< when it gets the focus
};

struct Typed {
    bool changed = false;
    bool entered = false;  ///< Enter was pressed
    bool active = false;
    bool left = false;  ///< the focus went elsewhere, or Escape
};

/// One line of text. The caller keeps `text`.
Typed text_input(const Ui& ui, std::string_view id, std::string& text, const Rect& where, const InputLook& look = {});
/// Several lines; Enter makes a new one.
Typed text_area(const Ui& ui, std::string_view id, std::string& text, const Rect& where, const InputLook& look = {});
/// A field that looks like a search field but only opens the search (Ctrl+K). True when pressed.
bool search_field(const Ui& ui, std::string_view id, std::string_view hint, std::string_view key_hint,
                  const Rect& where);
/// Small box around the name of a key; gives its width. `right` is its right end.
float key_box(const Ui& ui, float right, float middle_y, std::string_view key);

}  // namespace xiaoan::shell
