// A page on a screen without display, with a hand at mouse and keys; what it asks for is kept.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/keyboard.hpp"
#include "console/shell/offscreen.hpp"
#include "console/shell/region.hpp"
#include "tests/support/builders.hpp"
#include "tests/ui/panels_desk.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace xiaoan::test {

class Screen {
public:
    using DrawPage = std::function<desk::Requests(const desk::Frame&, const shell::Rect&)>;

    /// A page over the whole screen; or, where something is drawn `beside` it, over its left part.
    explicit Screen(DrawPage page, DrawPage beside = {})
        : offscreen_({.width_px = 1200, .height_px = 800}), page_(std::move(page)), beside_(std::move(beside))
    {
        frames(4, [](ImGuiIO& io) { io.AddFocusEvent(true); });
    }

    std::shared_ptr<const desk::Derived> derived = gallery::hand_made_desk();
    desk::Selection selection;
    desk::BusFilter filter;
    desk::Requests asked;

    /// Draws `count` frames; `before` gives the first of them input.
    void frames(int count, const std::function<void(ImGuiIO&)>& before = {})
    {
        for (int i = 0; i < count; ++i) {
            probe_.begin_frame();
            offscreen_.frame([&](const shell::Ui& ui) { draw(ui); },
                             [&] {
                                 if (i == 0 && before) before(ImGui::GetIO());
                             },
                             &probe_);
        }
    }
    [[nodiscard]] bool shows(std::string_view text) const { return probe_.shows(text); }

    void click(std::string_view label, shell::Chord modifiers = 0, int times = 1)
    {
        const auto where = probe_.find(label);
        INFO("no such label: " << label);
        REQUIRE(where.has_value());
        const auto at = where->middle();
        frames(2, [&](ImGuiIO& io) { io.AddMousePosEvent(at.x, at.y); });
        hold(modifiers, true);
        for (int i = 0; i < times; ++i) {
            frames(1, [](ImGuiIO& io) { io.AddMouseButtonEvent(0, true); });
            frames(1, [](ImGuiIO& io) { io.AddMouseButtonEvent(0, false); });
        }
        hold(modifiers, false);
        frames(3);
    }
    void key(std::string_view name)
    {
        const auto chord = shell::chord_from_text(name);
        REQUIRE(chord.has_value());
        const auto key = static_cast<ImGuiKey>(*chord & ~ImGuiMod_Mask_);
        hold(*chord & ImGuiMod_Mask_, true);
        frames(1, [&](ImGuiIO& io) { io.AddKeyEvent(key, true); });
        frames(1, [&](ImGuiIO& io) { io.AddKeyEvent(key, false); });
        hold(*chord & ImGuiMod_Mask_, false);
        frames(3);
    }
    /// Turns the wheel over what is drawn beside the page, to its end.
    void scroll_down_beside()
    {
        frames(2, [](ImGuiIO& io) { io.AddMousePosEvent(1100, 400); });
        for (int i = 0; i < 20; ++i) frames(1, [](ImGuiIO& io) { io.AddMouseWheelEvent(0, -5); });
        frames(2);
    }
    void type(const std::string& text)
    {
        frames(3, [&](ImGuiIO& io) { io.AddInputCharactersUTF8(text.c_str()); });
    }

    /// The last request of this kind; null where there was none.
    template <class Wish>
    [[nodiscard]] const Wish* last() const
    {
        for (auto each = asked.rbegin(); each != asked.rend(); ++each)
            if (const auto* wish = std::get_if<Wish>(&each->wish())) return wish;
        return nullptr;
    }
    /// The last command of this kind.
    template <class Wanted>
    [[nodiscard]] const Wanted* command() const
    {
        const auto* any = last<data::Command>();
        return any != nullptr ? std::get_if<Wanted>(any) : nullptr;
    }
    template <class Wish>
    [[nodiscard]] std::size_t count() const
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(asked, [](const auto& each) { return std::holds_alternative<Wish>(each.wish()); }));
    }

private:
    void hold(shell::Chord modifiers, bool down)
    {
        if (modifiers == 0) return;
        frames(1, [&](ImGuiIO& io) {
            for (const ImGuiKey mod : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt})
                if ((modifiers & mod) != 0) io.AddKeyEvent(mod, down);
        });
    }

    void draw(const shell::Ui& ui)
    {
        const desk::Frame frame{.derived = *derived,
                                .as_of = monday,
                                .today = monday,
                                .language = language::Language::zh,
                                .filter = filter,
                                .selection = selection,
                                .ui = ui};
        constexpr float beside_px = 380;
        const float right = beside_ ? ui.screen.x - beside_px : ui.screen.x;
        const shell::Rect where{0, 0, right, ui.screen.y};
        shell::region(ui, "page", where, {}, [&] { take(page_(frame, where)); });
        if (beside_) take(beside_(frame, {right, 0, ui.screen.x, ui.screen.y}));
    }

    void take(desk::Requests wishes)
    {
        for (auto& wish : wishes) {
            if (const auto* select = std::get_if<desk::Select>(&wish.wish())) selection = select->selection;
            asked.push_back(std::move(wish));
        }
    }

    shell::Offscreen offscreen_;
    shell::Probe probe_;
    DrawPage page_, beside_;
};

}  // namespace xiaoan::test
