#include "console/documents/text/characters.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string_view>

using namespace xiaoan::documents;
using namespace std::string_view_literals;

TEST_CASE("Chinese characters and marks take a whole cell, Latin and digits half of one", "[documents]")
{
    for (const char32_t code : U"国洮赉榆，。《〔“”—…～○℃〇"sv) {
        CAPTURE(static_cast<unsigned>(code));
        CHECK(half_cells(code) == 2);
    }
    CHECK(half_cells(0x2CBC0) == 2);  // a rare character beyond the basic plane
    for (const char32_t code : U"A9-.,% ·éｶ"sv) {
        CAPTURE(static_cast<unsigned>(code));
        CHECK(half_cells(code) == 1);
    }
    CHECK(half_cells(0x2060) == 0);
    CHECK(half_cells(0x0301) == 0);
}

TEST_CASE("marks that close begin no line, marks that open end none", "[documents]")
{
    // GB/T 15834-2011, 5.1.1 to 5.1.8.
    for (const char32_t code : U"，。、；：！？）》〉」』】〕”’…—～·/%"sv) {
        CAPTURE(static_cast<unsigned>(code));
        CHECK(never_first(code));
        CHECK_FALSE(never_last(code));
    }
    for (const char32_t code : U"（《〈「『【〔“‘(["sv) {
        CAPTURE(static_cast<unsigned>(code));
        CHECK(never_last(code));
        CHECK_FALSE(never_first(code));
    }
    CHECK_FALSE(never_first(U'国'));
    CHECK_FALSE(never_last(U'国'));
    CHECK_FALSE(never_last(U'1'));
}
