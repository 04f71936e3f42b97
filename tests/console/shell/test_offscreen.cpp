#include "console/shell/offscreen.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/table.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <string>

using namespace xiaoan::shell;

namespace {

/// Draws `content` in one window over the whole picture.
Draw in_window(const std::function<void(const Ui&)>& content)
{
    return [content](const Ui& ui) {
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({ui.screen.x, ui.screen.y});
        ImGui::Begin("all", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground);
        content(ui);
        ImGui::End();
    };
}

long count_of(const Picture& picture, Color color)
{
    const std::uint32_t wanted = ((color & 0xFFU) << 16U) | (color & 0xFF00U) | ((color >> 16U) & 0xFFU);
    return std::ranges::count_if(picture.pixels, [&](std::uint32_t pixel) { return (pixel & 0xFFFFFFU) == wanted; });
}

}  // namespace

TEST_CASE("the console is drawn without a display, its hairlines one pixel sharp", "[shell]")
{
    Offscreen offscreen({.width_px = 64, .height_px = 32});
    const Picture picture = offscreen.draw(in_window([](const Ui& ui) {
        hairline(ui, 0, 64, 10, ui.theme.ink);
        box(ui, {4, 14, 44, 30}, 6, ui.theme.field, ui.theme.accent);
    }));
    CHECK(picture.at(20, 10) == 0x1d2733U);
    CHECK(picture.at(20, 9) == 0xffffffU);
    CHECK(picture.at(20, 11) == 0xffffffU);
    CHECK(picture.at(20, 14) == 0x1f6f54U);
    CHECK(picture.at(20, 15) == 0xfbfcfbU);
    CHECK(picture.at(4, 14) != 0x1f6f54U);  // the corner is round
}

TEST_CASE("a character beyond level 1 is drawn in the very first picture", "[shell]")
{
    Offscreen offscreen({.width_px = 200, .height_px = 60});
    Probe probe;
    // 獐, 䶮 (U+4DAE) and U+2B4E7 are in names; none of them is in GB/T 2312 level 1.
    const Draw draw = in_window([](const Ui& ui) { draw_text(ui, {10, 10}, {.color = ui.theme.ink}, "獐䶮𫓧"); });
    offscreen.frame(draw, {}, &probe);
    const Fonts& fonts = offscreen.canvas().fonts();
    for (const char32_t code : {U'獐', char32_t{0x4DAE}, char32_t{0x2B4E7}})
        CHECK(fonts.of(FontRole::body)->FindGlyphNoFallback(static_cast<ImWchar>(code)) != nullptr);
    CHECK_FALSE(fonts.rebuild_due());
    CHECK(probe.shows("獐䶮𫓧"));
}

TEST_CASE("a character that the typeface lacks does not rebuild the fonts for ever", "[shell]")
{
    Offscreen offscreen({.width_px = 200, .height_px = 60});
    const Draw draw = in_window(
        [](const Ui& ui) { draw_text(ui, {10, 10}, {.color = ui.theme.ink}, "\xF0\x9F\x9A\x8D"); });  // U+1F68D, a bus
    offscreen.frame(draw);
    CHECK_FALSE(offscreen.canvas().fonts().rebuild_due());
}

TEST_CASE("sizes are the em that was asked for, digits have one width, a line is 1.448 em", "[shell]")
{
    Offscreen offscreen({.width_px = 100, .height_px = 60, .scale = 1.5F});
    const Draw draw = in_window([](const Ui&) {});
    offscreen.frame(draw);
    const Fonts& fonts = offscreen.canvas().fonts();
    const ImFont* body = fonts.of(FontRole::body);
    CHECK(fonts.em(FontRole::body) == 21.0F);
    CHECK(body->FontSize == 30.0F);               // 1.448 x 21 = 30.4
    CHECK(body->GetCharAdvance(U'校') == 21.0F);  // one em
    for (char digit = '0'; digit <= '9'; ++digit)
        CHECK(body->GetCharAdvance(static_cast<ImWchar>(digit)) == 12.0F);  // 0.555 x 21 = 11.7
}

TEST_CASE("a press on a button is seen once", "[shell]")
{
    Offscreen offscreen({.width_px = 200, .height_px = 60});
    Probe probe;
    int presses = 0;
    const Draw draw = in_window([&](const Ui& ui) {
        if (button(ui, "go", "发出", {20, 10, 120, 44}, {.primary = true})) ++presses;
    });
    const auto frame = [&](const std::function<void()>& before = {}) { offscreen.frame(draw, before, &probe); };
    frame();
    const Point at = probe.find("发出").value_or(Rect{}).middle();
    frame([&] { ImGui::GetIO().AddMousePosEvent(at.x, at.y); });
    frame([] { ImGui::GetIO().AddMouseButtonEvent(0, true); });
    frame([] { ImGui::GetIO().AddMouseButtonEvent(0, false); });
    frame();
    CHECK(presses == 1);
    CHECK(count_of(offscreen.picture(), theme(ThemeKind::light).on_accent) > 0);
}

TEST_CASE("a table of a hundred thousand rows draws only those that are seen, and its end is reached by a key",
          "[shell]")
{
    Offscreen offscreen({.width_px = 400, .height_px = 29 + 10 * 27});
    Probe probe;
    const std::array<TableColumn, 2> columns{
        {{.id = "plate", .head = "号牌号码"}, {.id = "n", .head = "数", .grows = true, .align = Align::right}}};
    TableState state{.take_focus = true};
    std::optional<std::size_t> selected;
    std::size_t asked = 0;
    TableEvents last;
    const Draw draw = in_window([&](const Ui& ui) {
        TableRows rows{.count = 100000, .selected = selected};
        rows.text = [&](std::size_t row, std::size_t column) {
            ++asked;
            return column == 0 ? "吉G·" + std::to_string(row) : std::to_string(row * 2);
        };
        last = table(ui, "buses", {0, 0, ui.screen.x, ui.screen.y}, columns, state, rows);
        if (last.selected) selected = last.selected;
    });
    const auto press = [&](ImGuiKey key) {
        offscreen.frame(draw, [key] { ImGui::GetIO().AddKeyEvent(key, true); }, &probe);
        offscreen.frame(draw, [key] { ImGui::GetIO().AddKeyEvent(key, false); }, &probe);
        offscreen.frame(draw, {}, &probe);
    };
    offscreen.frame(draw, [] { ImGui::GetIO().AddFocusEvent(true); }, &probe);
    offscreen.frame(draw, {}, &probe);
    asked = 0;
    offscreen.frame(draw, {}, &probe);
    CHECK(last.visible == 10);
    CHECK(asked < 100);
    press(ImGuiKey_DownArrow);
    CHECK(selected == 0U);
    press(ImGuiKey_PageDown);
    CHECK(selected == 9U);
    press(ImGuiKey_End);
    CHECK(selected == 99999U);
    CHECK(probe.shows("吉G·99999"));
    press(ImGuiKey_Home);
    CHECK(selected == 0U);
    CHECK(probe.shows("吉G·0"));
}

TEST_CASE("a press on a head asks for that order, a second for the reverse", "[shell]")
{
    Offscreen offscreen({.width_px = 400, .height_px = 200});
    Probe probe;
    const std::array<TableColumn, 1> columns{{{.id = "plate", .head = "号牌号码"}}};
    TableState state;
    int changes = 0;
    const Draw draw = in_window([&](const Ui& ui) {
        const TableRows rows{.count = 3, .text = [](std::size_t row, std::size_t) { return std::to_string(row); }};
        if (table(ui, "buses", {0, 0, 400, 200}, columns, state, rows).sort_changed) ++changes;
    });
    const auto click_head = [&] {
        const Point at = probe.find("号牌号码").value_or(Rect{}).middle();
        offscreen.frame(draw, [at] { ImGui::GetIO().AddMousePosEvent(at.x, at.y); }, &probe);
        offscreen.frame(draw, [] { ImGui::GetIO().AddMouseButtonEvent(0, true); }, &probe);
        offscreen.frame(draw, [] { ImGui::GetIO().AddMouseButtonEvent(0, false); }, &probe);
        offscreen.frame(draw, {}, &probe);
    };
    offscreen.frame(draw, {}, &probe);
    click_head();
    CHECK(state.sort_id == "plate");
    CHECK_FALSE(state.descending);
    click_head();
    CHECK(state.descending);
    CHECK(changes == 2);
}
