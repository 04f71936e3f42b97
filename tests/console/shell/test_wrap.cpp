#include "console/shell/wrap.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace xiaoan::shell;

namespace {

using Lines = std::vector<std::string_view>;

/// Chinese is one em wide, everything else half of it.
float half_or_whole(char32_t code)
{
    return code >= 0x2E80 || code == U'…' ? 1.0F : 0.5F;
}

Lines wrapped(std::string_view text, float width)
{
    return wrap(text, width, 1.0F, half_or_whole);
}

}  // namespace

TEST_CASE("a Chinese line may break between any two characters", "[shell]")
{
    CHECK(wrapped("学校安全管理工作条例规定", 6) == Lines{"学校安全管理", "工作条例规定"});
}

TEST_CASE("a closing mark never begins a line", "[shell]")
{
    // Eleven characters fit, but the comma is the twelfth: 销 goes down with it.
    const auto lines = wrapped("督办通知发出后不能撤销，请先核对清楚。", 11);
    for (const auto line : lines) {
        CHECK_FALSE(line.starts_with("，"));
        CHECK_FALSE(line.starts_with("。"));
    }
    CHECK(lines.front() == "督办通知发出后不能撤");
}

TEST_CASE("an opening mark never ends a line", "[shell]")
{
    for (const auto line : wrapped("依照国务院第六一七号《校车安全管理条例》执行", 10)) {
        CHECK_FALSE(line.ends_with("《"));
    }
}

TEST_CASE("a run of Latin letters and digits stays whole", "[shell]")
{
    // 自(1) blank(.5) 2026-08-31(5) = 6.5 wide: the date does not fit behind the first six characters.
    CHECK(wrapped("标牌自 2026-08-31 起有效期一年", 8) == Lines{"标牌自", "2026-08-31 起有", "效期一年"});
}

TEST_CASE("blanks at the ends of lines are left out", "[shell]")
{
    for (const auto line : wrapped("school bus permit valid to 2027-08-30", 8)) {
        CHECK_FALSE(line.starts_with(' '));
        CHECK_FALSE(line.ends_with(' '));
    }
}

TEST_CASE("a last line of one or two characters is avoided", "[shell]")
{
    // 11 characters at width 10 would leave one alone; narrowed, the two lines share them.
    const auto lines = wrapped("许可与实际运行不符合规定", 10);
    REQUIRE(lines.size() == 2);
    CHECK(lines.back().size() >= 9);  // three characters of three bytes
}

TEST_CASE("a word wider than the line is cut rather than lost", "[shell]")
{
    const auto lines = wrapped("91220800MA0000000X", 4);
    std::string all;
    for (const auto line : lines) all += line;
    CHECK(all == "91220800MA0000000X");
    CHECK(lines.front().size() <= 8);
}

TEST_CASE("a line break in the text is kept, also an empty line", "[shell]")
{
    CHECK(wrapped("甲\n\n乙", 5) == Lines{"甲", "", "乙"});
    CHECK(wrapped("", 5) == Lines{""});
}

TEST_CASE("what does not fit is shortened with an ellipsis", "[shell]")
{
    const Fitted cut = fit("大安市第三中学校车服务中心", 8, half_or_whole);
    CHECK(cut.cut);
    CHECK(cut.text == "大安市第三中学…");
    CHECK(width_of(cut.text, half_or_whole) <= 8);
    const Fitted whole = fit("大安市", 3, half_or_whole);
    CHECK_FALSE(whole.cut);
    CHECK(whole.text == "大安市");
}
