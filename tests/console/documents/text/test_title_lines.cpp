#include "console/documents/text/title_lines.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::documents;
using Texts = std::vector<std::string>;

TEST_CASE("a title that fits stands on one line", "[documents]")
{
    CHECK(title_lines(Texts{"校车安全", "整改通知书"}, 40) == Texts{"校车安全整改通知书"});
}

TEST_CASE("a longer title is broken by sense, into lines of unlike length", "[documents]")
{
    // Twenty characters of 22 pt fill the width of 156 mm.
    const Texts title{"白城市教育局", "关于商请督促整改", "吉G·12345等3辆校车", "安全问题的函"};
    const auto lines = title_lines(title, 40);
    CHECK(lines == Texts{"白城市教育局关于商请督促整改", "吉G·12345等3辆校车安全问题的函"});
}

TEST_CASE("lines of equal length are avoided where there is another way", "[documents]")
{
    // Eight and eight characters would be a block; ten over six is a trapezoid.
    CHECK(title_lines(Texts{"一二三四五六七八", "九十", "甲乙丙丁戊己"}, 24) ==
          Texts{"一二三四五六七八九十", "甲乙丙丁戊己"});
}

TEST_CASE("three lines have no waist", "[documents]")
{
    const auto lines = title_lines(Texts{"一二三四五", "六七", "八九十", "甲乙", "丙丁戊己"}, 14);
    REQUIRE(lines.size() == 3);
    const auto waist = lines[1].size() < lines[0].size() && lines[1].size() < lines[2].size();
    CHECK_FALSE(waist);
}

TEST_CASE("a phrase longer than the line is broken as text is", "[documents]")
{
    const auto lines = title_lines(Texts{"白城市某某某某某某某某某某某校车运输服务有限责任公司"}, 40);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] + lines[1] == "白城市某某某某某某某某某某某校车运输服务有限责任公司");
}

TEST_CASE("English phrases are joined by a blank", "[documents]")
{
    CHECK(title_lines(Texts{"Notice", "of", "rectification"}, 40, " ") == Texts{"Notice of rectification"});
    CHECK(title_lines(Texts{"Notice", "of", "rectification"}, 14, " ") == Texts{"Notice of", "rectification"});
    CHECK(title_lines({}, 40).empty());
}
