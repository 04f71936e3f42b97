#include "data/intake/utf8.hpp"
#include "data/intake/values/text_form.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace xiaoan::data;
using namespace std::string_literals;

TEST_CASE("full-width signs become half-width and nothing else is touched", "[data][intake]")
{
    CHECK(half_width("ＡＢ１２（甲）：～　x") == "AB12(甲):~ x");
    CHECK(half_width("①㈠Ⅳ洮") == "①㈠Ⅳ洮");
    CHECK(half_width("a\u200Bb\uFEFF") == "ab");
}

TEST_CASE("cells are trimmed of every kind of space", "[data][intake]")
{
    CHECK(trimmed(" \t\r\n　洮 南\u00A0\u200B") == "洮 南");
    CHECK(trimmed("　 　").empty());
    CHECK(trimmed("").empty());
    CHECK(is_blank("\uFEFF　"));
    CHECK_FALSE(is_blank("0"));
    CHECK(trimmed("\x80").size() == 1);  // invalid bytes are no spaces and no trap
}

TEST_CASE("UTF-8 is checked strictly", "[data][intake]")
{
    CHECK(first_invalid_utf8("洮南市 12345 𫓧") == "洮南市 12345 𫓧"s.size());
    // Unicode 15, table 3-7: overlong, surrogate, past U+10FFFF, cut off, stray
    for (const auto& bad : {"\xC0\x80"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s, "\xE6\xB4"s, "\x80"s,
                            "\xFF"s, "\xC3\x28"s, "\xF8\x88\x80\x80\x80"s}) {
        CHECK(first_invalid_utf8("12345678" + bad) == 8);
    }
    CHECK(utf8_or_marks("a\xFF洮") == "a\uFFFD洮");
}
