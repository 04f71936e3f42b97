#include "console/shell/keyboard.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::shell;

TEST_CASE("the name of a key and its modifiers is read and written alike", "[shell]")
{
    for (const char* name :
         {"Ctrl+K", "Ctrl+Shift+Z", "F1", "F12", "Esc", "PageDown", "Alt+Left", "Ctrl++", "-", "7"}) {
        CAPTURE(name);
        const auto chord = chord_from_text(name);
        REQUIRE(chord.has_value());
        CHECK(chord_text(*chord) == name);
    }
}

TEST_CASE("a key that does not exist is refused", "[shell]")
{
    for (const char* name : {"", "Ctrl+", "Strg+K", "F13", "Fn", "Ctrl+Hello"}) {
        CAPTURE(name);
        CHECK_FALSE(chord_from_text(name).has_value());
    }
}

TEST_CASE("a lower case letter names the same key", "[shell]")
{
    CHECK(chord_from_text("Ctrl+k") == chord_from_text("Ctrl+K"));
}
