#include "console/shell/script.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <imgui.h>

using namespace xiaoan::shell;

TEST_CASE("a script reads as one step a line, comments and blank lines left out", "[shell]")
{
    const auto steps =
        read_script("# opens a case\n\nmove 420 310\nclick\nclick \"开督办…\"\nkey Ctrl+K\r\ntype 洮南 二\nwheel -3\n"
                    "expect text \"已发出\"\nexpect-not 失败\ndrag 1 2 3 4.5\nwait 3\nscreenshot a b.png\nquit");
    REQUIRE(steps.size() == 12);
    CHECK(steps[0].placed);
    CHECK(steps[0].at == Point{420, 310});
    CHECK(steps[0].line == 3);
    CHECK_FALSE(steps[1].placed);
    CHECK(steps[1].text.empty());
    CHECK(steps[2].text == "开督办…");
    CHECK(steps[3].chord == (ImGuiMod_Ctrl | ImGuiKey_K));
    CHECK(steps[4].text == "洮南 二");
    CHECK(steps[5].amount == -3.0F);
    CHECK(steps[6].text == "已发出");
    CHECK(steps[7].kind == Step::Kind::expect_not);
    CHECK(steps[8].to == Point{3, 4.5F});
    CHECK(steps[9].amount == 3.0F);
    CHECK(steps[10].text == "a b.png");
    CHECK(steps[11].kind == Step::Kind::quit);
}

TEST_CASE("a label of digits is clicked as a label where it stands in quotation marks", "[shell]")
{
    const auto steps = read_script("click \"12 34\"\nclick 12 34\n");
    CHECK_FALSE(steps[0].placed);
    CHECK(steps[0].text == "12 34");
    CHECK(steps[1].placed);
}

TEST_CASE("a step that is not understood names its line", "[shell]")
{
    CHECK_THROWS_WITH(read_script("click\nclikc 3\n"),
                      Catch::Matchers::ContainsSubstring("line 2") && Catch::Matchers::ContainsSubstring("clikc"));
    for (const char* text : {"key Strg+K", "drag 1 2 3", "wheel up", "expect", "wait", "quit now", "resize 12"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(read_script(text), ScriptError);
    }
}
