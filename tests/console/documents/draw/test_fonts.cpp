#include "console/documents/draw/fonts.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace xiaoan::documents;
using Catch::Matchers::WithinAbs;

TEST_CASE("every face has a font, and says which one it is", "[documents]")
{
    const auto faces = find_fonts();
    REQUIRE(faces.size() == face_count);
    for (std::size_t i = 0; i < faces.size(); ++i) {
        CAPTURE(faces[i].wanted);
        CHECK(static_cast<std::size_t>(faces[i].face) == i);
        REQUIRE_FALSE(faces[i].fonts.empty());
        CHECK_FALSE(faces[i].fonts.front().family.empty());
        CHECK_FALSE(faces[i].fonts.front().path.empty());
    }
    CHECK(faces[0].wanted == "方正小标宋简体");
    CHECK(faces[1].wanted == "仿宋_GB2312");
}

TEST_CASE("no face lacks a character of the counties, of names or of documents", "[documents]")
{
    const Fonts fonts;
    for (const Face face : {Face::title, Face::fangsong, Face::kai, Face::hei, Face::song})
        for (const char32_t code : std::u32string_view{U"洮赉榆〔〕～·℃堃锚纬钮䶮"}) {
            CAPTURE(static_cast<unsigned>(code));
            CHECK(fonts.drawn(face, code, false).glyph != 0);
        }
    CHECK(fonts.missing().empty());
}

TEST_CASE("a Chinese character is as wide as its type, a half-width figure half of it", "[documents]")
{
    const Fonts fonts;
    CHECK_THAT(fonts.advance_em(Face::fangsong, U'国'), WithinAbs(1, 0.001));
    CHECK(fonts.advance_em(Face::fangsong, U'1') < 0.7);
    CHECK_THAT(fonts.drawn(Face::hei, U'1', true).advance_em, WithinAbs(0.5, 0.1));
    CHECK(fonts.advance_em(Face::song, 0x2060) == 0);
}

TEST_CASE("a character that no font has is told, and stands as a sign for a missing one", "[documents]")
{
    const Fonts fonts;
    constexpr char32_t private_use = 0xF8000;
    CHECK(fonts.drawn(Face::song, private_use, false).glyph == fonts.drawn(Face::song, U'〓', false).glyph);
    CHECK(fonts.missing() == std::u32string{private_use});
}
