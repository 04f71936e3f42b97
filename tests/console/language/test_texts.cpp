#include "console/language/texts.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::language;

TEST_CASE("a line of a language file is a key and its text", "[language]")
{
    const auto read = texts_of("# 注释\n\n a.b = 到期 = {0}\r\nc=\\s两\\n行\\s");
    REQUIRE(read.texts.size() == 2);
    CHECK(read.texts[0].key == "a.b");
    CHECK(read.texts[0].text == "到期 = {0}");
    CHECK(read.texts[1].text == " 两\n行 ");
    CHECK(read.malformed.empty());
}

TEST_CASE("a line without a sign or with a blank in its key is reported", "[language]")
{
    const auto read = texts_of("no sign\n= text\ntwo words = x\n");
    CHECK(read.texts.empty());
    CHECK(read.malformed.size() == 3);
}

TEST_CASE("places are found once each and in order", "[language]")
{
    CHECK(places_of("{1} {0} {1} {x} {12} {") == std::vector{0U, 1U});
}

}  // namespace
