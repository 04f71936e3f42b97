#include "console/shell/utf8.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace xiaoan::shell;

TEST_CASE("text is read character by character, also beyond the basic plane", "[shell]")
{
    const std::string text = "G洮𫓧";
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == U'G');
    CHECK(next_code_point(text, at) == U'洮');
    CHECK(at == 4);
    CHECK(next_code_point(text, at) == char32_t{0x2B4E7});
    CHECK(at == text.size());
    CHECK(previous_start(text, text.size()) == 4);
    CHECK(previous_start(text, 4) == 1);
    CHECK(previous_start(text, 0) == 0);
}

TEST_CASE("a byte that is no UTF-8 counts as one replacement character", "[shell]")
{
    // A lone continuation byte, an overlong slash, a surrogate, and a sequence cut off at the end (RFC 3629, 3).
    for (const std::string text : {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xE6\xB4"}) {
        std::size_t at = 0;
        CHECK(next_code_point(text, at) == char32_t{0xFFFD});
        CHECK(at == 1);
    }
}

TEST_CASE("what is written as UTF-8 is read back as the same character", "[shell]")
{
    for (const char32_t code :
         {char32_t{0x41}, char32_t{0xB7}, char32_t{0x6D2E}, char32_t{0x2B4E7}, char32_t{0x10FFFF}}) {
        std::string text;
        append_utf8(text, code);
        std::size_t at = 0;
        CHECK(next_code_point(text, at) == code);
        CHECK(at == text.size());
    }
    std::string text;
    append_utf8(text, 0xD800);
    CHECK(text == "\xEF\xBF\xBD");
}
