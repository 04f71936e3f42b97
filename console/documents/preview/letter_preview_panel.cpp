#include "console/documents/preview/letter_preview.hpp"

#include "console/shell/icons.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/dialog.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace xiaoan::documents {

namespace {

using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Point;
using shell::Rect;

constexpr std::string_view dialog_id = "letter";
constexpr float dialog_px = 940, line_px = 32, gap_px = 10, ground_px = 18;
constexpr float around_page_px = 226;  // all of the dialog but the ground that the page lies on
constexpr float wheel_px = 90, step_part = 0.9F;

/// One drawing of the dialog's content: what its parts share.
class Pass {
public:
    Pass(PreviewState& state, const desk::Frame& frame) : state_(state), frame_(frame), ui_(frame.ui) {}

    [[nodiscard]] Requests asked() { return std::move(asked_); }

    float draw(Point at, float width)
    {
        // Else the toolkit would also move its focus by them.
        for (const ImGuiKey key : {ImGuiKey_PageDown, ImGuiKey_PageUp, ImGuiKey_LeftArrow, ImGuiKey_RightArrow})
            ImGui::SetKeyOwner(key, ImGui::GetID("pages"));
        draw_pager({at.x, at.y, at.x + width, at.y + ui_.px(line_px)});
        const float top = at.y + ui_.px(line_px + gap_px);
        const float height = std::floor(std::max(ui_.px(160), ui_.screen.y - ui_.px(around_page_px)));
        draw_ground({at.x, top, at.x + width, top + height});
        return top + height - at.y;
    }

private:
    [[nodiscard]] std::size_t pages() const { return state_.shown ? state_.shown->pages.size() : 0; }

    void turn(int by)
    {
        const auto next = static_cast<std::ptrdiff_t>(state_.page) + by;
        if (next < 0 || next >= static_cast<std::ptrdiff_t>(pages())) return;
        state_.page = static_cast<std::size_t>(next);
        state_.scrolled_px = 0;
        state_.at_its_end = by < 0;
    }

    void draw_pager(const Rect& where)
    {
        if (pages() == 0) return;
        const auto text = frame_.tr("preview.page", {std::to_string(state_.page + 1), std::to_string(pages())});
        const float side = ui_.px(line_px);
        const float middle = std::round(shell::text_width(ui_, FontRole::body, text)) + ui_.px(24);
        float x = std::round(where.x0 + (where.width() - middle) / 2 - side);
        if (shell::icon_button(ui_, "earlier", shell::Icon::arrow_left, frame_.tr("preview.earlier"),
                               shell::rect_at(x, where.y0, side, side), state_.page > 0)) {
            turn(-1);
            state_.at_its_end = false;
        }
        x += side;
        shell::draw_text(ui_, {x, where.y0, x + middle, where.y1}, Align::centre,
                         {.font = FontRole::body, .color = ui_.theme.ink}, text);
        x += middle;
        if (shell::icon_button(ui_, "later", shell::Icon::arrow_right, frame_.tr("preview.later"),
                               shell::rect_at(x, where.y0, side, side), state_.page + 1 < pages()))
            turn(1);
    }

    void draw_ground(const Rect& ground)
    {
        shell::box(ui_, ground, 6, ui_.theme.hover, ui_.theme.line);
        if (pages() == 0) {
            shell::draw_text(ui_, ground, Align::centre, {.font = FontRole::body, .color = ui_.theme.muted},
                             frame_.tr("preview.setting"));
            return;
        }
        const Page& page = state_.shown->pages[state_.page];
        const float width = std::floor(ground.width() - 2 * ui_.px(ground_px));
        const desk::DrawLetterPage wanted{state_.page, width / static_cast<float>(page.width)};
        if (state_.asked != wanted) {
            state_.asked = wanted;
            asked_.emplace_back(wanted);
        }
        if (state_.drawn != wanted) return;
        const auto height = static_cast<float>(state_.texture.height());
        const float longest = std::max(0.0F, height + 2 * ui_.px(ground_px) - ground.height());
        if (std::exchange(state_.at_its_end, false)) state_.scrolled_px = longest;
        scroll(ground, longest);
        const float x = ground.x0 + ui_.px(ground_px),
                    y = std::round(ground.y0 + ui_.px(ground_px) - state_.scrolled_px);
        const ImTextureID id =
            reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(state_.texture.id()));  // NOLINT: ImGui's own type
        ui_.list().PushClipRect({ground.x0, ground.y0 + 1}, {ground.x1, ground.y1 - 1}, true);
        ui_.list().AddImage(id, {x, y}, {x + static_cast<float>(state_.texture.width()), y + height});
        ui_.list().PopClipRect();
    }

    /// The wheel and Page Up and Down move within the page and over its ends; the arrows turn pages.
    void scroll(const Rect& ground, float longest)
    {
        const float step = ground.height() * step_part;
        float by = 0;
        if (ImGui::IsMouseHoveringRect({ground.x0, ground.y0}, {ground.x1, ground.y1}))
            by = -ImGui::GetIO().MouseWheel * ui_.px(wheel_px);
        if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) by = step;
        if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) by = -step;
        if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) turn(1);
        if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) {
            turn(-1);
            state_.at_its_end = false;
        }
        if (by > 0 && state_.scrolled_px >= longest)
            turn(1);
        else if (by < 0 && state_.scrolled_px <= 0)
            turn(-1);
        else
            state_.scrolled_px = std::clamp(state_.scrolled_px + by, 0.0F, longest);
    }

    PreviewState& state_;
    const desk::Frame& frame_;
    const shell::Ui& ui_;
    Requests asked_;
};

}  // namespace

void begin_preview(PreviewState& state)
{
    state.opening = true;
    state.shown.reset();
    state.page = 0;
    state.scrolled_px = 0;
    state.asked.reset();
    state.drawn.reset();
}

void take_letter(PreviewState& state, std::shared_ptr<const SetLetter> letter)
{
    state.shown = std::move(letter);
}

void take_picture(PreviewState& state, const SetLetter* of, const desk::DrawLetterPage& what,
                  const PagePicture& picture)
{
    if (of != state.shown.get() || what != state.asked) return;
    state.texture.show(picture);
    state.drawn = what;
}

void give_up(PreviewState& state)
{
    state.opening = false;
    state.shown.reset();
    if (shell::dialog_is_open(dialog_id)) shell::close_dialog();
}

Requests draw_letter_preview(PreviewState& state, const desk::Frame& frame)
{
    if (std::exchange(state.opening, false)) shell::open_dialog(dialog_id);
    if (!shell::dialog_is_open(dialog_id)) return {};
    Pass pass(state, frame);
    const bool ready = state.shown != nullptr;
    const std::array buttons{shell::DialogButton{.id = "close", .label = frame.tr("preview.close"), .cancels = true},
                             shell::DialogButton{.id = "save",
                                                 .label = frame.tr("preview.save"),
                                                 .primary = true,
                                                 .enabled = ready,
                                                 .reason = ready ? std::string_view{} : frame.tr("preview.setting")}};
    const std::string title = ready ? state.shown->info.title : std::string{frame.tr("preview.title")};
    const auto pressed = shell::dialog(
        frame.ui, dialog_id, {.title = title, .width = dialog_px},
        [&](Point at, float width) { return pass.draw(at, width); }, buttons);
    Requests asked = pass.asked();
    if (!pressed) return asked;
    shell::close_dialog();
    if (pressed == "save") asked.emplace_back(desk::SaveLetter{});
    return asked;
}

}  // namespace xiaoan::documents
