#include "console/map/map_panel.hpp"

#include "console/map/map_canvas.hpp"
#include "console/map/map_tools.hpp"
#include "console/map/map_words.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/tooltip.hpp"

#include <imgui_internal.h>

#include <array>
#include <cmath>

namespace xiaoan::map {

namespace {

constexpr double wheel_step = 1.25;
constexpr double button_step = 1.6;
constexpr double arrow_px = 80;
constexpr double nearest_for_items_m_per_px = 6;  // zooming to a school or a short route goes no nearer
constexpr double pick_tolerance_px = 6;

class Panel {
public:
    Panel(const shell::Ui& ui, const shell::Rect& where, MapPanelState& state, const MapFrame& frame,
          BaseMapTexture& texture)
        : ui_(ui), where_(where), state_(state), frame_(frame), texture_(texture), scale_(ui.px.factor)
    {
        state_.view = resized(state_.view, where.width(), where.height());
        if (frame.base != nullptr) limits_ = limits_for(frame.base->view, where.width(), where.height());
        limits_.nearest_m_per_px /= scale_;
    }

    MapEvents drawn()
    {
        ui_.list().PushClipRect(low(where_), high(where_), true);
        if (frame_.base == nullptr)
            empty_ground();
        else {
            tell_names();
            move_as_wished();
            if (frame_.scene != nullptr) refresh_shown();
            const shell::Rect open{where_.x0, where_.y0, where_.x1 - frame_.covered_px, where_.y1};
            places_ = tool_places(ui_, open, state_, frame_);
            // Of things that lie over each other the toolkit gives the pointer to the one submitted first, but draws
            // the last on top; so the tools come first here, and are put on top by the splitter.
            ImDrawListSplitter layers;
            layers.Split(&ui_.list(), 2);
            layers.SetCurrentChannel(&ui_.list(), 1);
            tools();
            layers.SetCurrentChannel(&ui_.list(), 0);
            ground();
            base_map();
            if (frame_.scene != nullptr) things();
            layers.Merge(&ui_.list());
            if (focus_) shell::outline(ui_, where_.inset(ui_.px(2)), 4, ui_.theme.accent, ui_.px(2));
            // What was just moved is drawn in the next frame.
            if (events_.moved) ui_.pulse.frame_within(0);
        }
        ui_.list().PopClipRect();
        return events_;
    }

private:
    [[nodiscard]] shell::Point corner() const { return {where_.x0, where_.y0}; }
    [[nodiscard]] ScreenPosition pointer() const
    {
        const ImVec2 mouse = ImGui::GetMousePos();
        return {static_cast<double>(mouse.x - where_.x0), static_cast<double>(mouse.y - where_.y0)};
    }

    void empty_ground()
    {
        shell::fill(ui_, where_, packed(colours_for(ui_.theme).outside));
        shell::draw_text(ui_, where_, shell::Align::centre, {.font = shell::FontRole::body, .color = ui_.theme.muted},
                         language::tr(frame_.language, "map.preparing"));
    }

    [[nodiscard]] Margins margins(double edge_px) const
    {
        const double edge = edge_px * scale_;
        const double covered = frame_.covered_px > 0 ? static_cast<double>(frame_.covered_px) + 48 * scale_ : 0;
        return {edge, edge, edge + covered, edge};
    }

    void tell_names()
    {
        if (state_.names_of_base != frame_.base_generation) need_names(ui_.fonts, frame_.base, nullptr);
        if (state_.names_of_scene != frame_.scene_generation) need_names(ui_.fonts, nullptr, frame_.scene);
        state_.names_of_base = frame_.base_generation;
        state_.names_of_scene = frame_.scene_generation;
    }

    void move_as_wished()
    {
        if (!state_.placed) {
            home();
            events_.moved = false;
            state_.placed = true;
        }
        ViewLimits limits = limits_;
        limits.nearest_m_per_px = std::max(limits.nearest_m_per_px, nearest_for_items_m_per_px / scale_);
        if (state_.bring_into_sight) state_.view = revealed(state_.view, *state_.bring_into_sight, margins(40), limits);
        state_.bring_into_sight.reset();
        if (state_.look_at) state_.view = fitted(state_.view, *state_.look_at, margins(60), limits);
        state_.look_at.reset();
    }

    /// The invisible ground that takes pointer and keys wherever no tool lies.
    void ground()
    {
        ImGui::SetCursorScreenPos(low(where_));
        ImGui::InvisibleButton("##map", {where_.width(), where_.height()}, ImGuiButtonFlags_MouseButtonLeft);
        ImGui::SetItemKeyOwner(ImGuiKey_MouseWheelY);
        hovered_ = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
        const ImGuiIO& io = ImGui::GetIO();
        was_drag_ = state_.dragging;
        if (ImGui::IsItemActivated()) take_mark();
        if (ImGui::IsItemActive() && state_.held)
            drag_mark();
        else if (ImGui::IsItemActive())
            drag();
        else {
            if (state_.held && state_.dragging) events_.overlay_dropped = state_.held;
            state_.held.reset();
            if (state_.dragging) state_.labels_due = true;  // the hand rests: place the names anew
            state_.dragging = false;
        }
        if (hovered_ && io.MouseWheel != 0) zoom(std::pow(wheel_step, static_cast<double>(io.MouseWheel)), pointer());
        if (ImGui::IsItemFocused()) keys();
        focus_ = ImGui::IsItemFocused() && !ImGui::GetCurrentContext()->NavDisableHighlight;
        released_ = ImGui::IsItemDeactivated() && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
        double_ = hovered_ && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    }

    /// The mark of the overlay under the pointer; none where it cannot be moved.
    void take_mark()
    {
        state_.held.reset();
        if (frame_.overlay == nullptr || !frame_.overlay->movable) return;
        const auto mark = mark_at(*frame_.overlay, state_.view, pointer(), scale_, pick_tolerance_px * scale_);
        if (mark) state_.held = HeldMark{*mark, frame_.overlay->marks[*mark].at};
    }

    void drag_mark()
    {
        if (frame_.overlay == nullptr || state_.held->mark >= frame_.overlay->marks.size()) return state_.held.reset();
        if (!state_.dragging && !ImGui::IsMouseDragging(ImGuiMouseButton_Left, ui_.px.exact(4))) return;
        state_.dragging = true;
        state_.held->at = state_.view.map_from_screen(pointer());
        events_.overlay_held = state_.held;
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    }

    void drag()
    {
        const float threshold = ui_.px.exact(4);  // a click with a trembling hand is no drag
        if (!state_.dragging && !ImGui::IsMouseDragging(ImGuiMouseButton_Left, threshold)) return;
        const ImVec2 moved =
            state_.dragging ? ImGui::GetIO().MouseDelta : ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, threshold);
        state_.dragging = true;
        if (moved.x == 0 && moved.y == 0) return;
        state_.view = panned(state_.view, moved.x, moved.y, limits_);
        events_.moved = true;
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    }

    void zoom(double factor, const ScreenPosition& at)
    {
        state_.view = zoomed(state_.view, factor, at, limits_);
        events_.moved = true;
    }

    void home()
    {
        const MapBox box = frame_.filter != nullptr && frame_.filter->county.given()
                               ? frame_.base->box_of(frame_.filter->county)
                               : frame_.base->view;
        // Room for the legend and the buttons is not kept free: a region fills the map, its corners are mostly empty.
        state_.view = fitted(state_.view, box, margins(14), limits_);
        events_.moved = true;
    }

    void keys()
    {
        const ScreenPosition middle{state_.view.width_px / 2, state_.view.height_px / 2};
        const ImGuiID id = ImGui::GetItemID();
        // Else the toolkit would take the arrows for moving its focus.
        for (const ImGuiKey key :
             {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_Home})
            ImGui::SetKeyOwner(key, id);
        const auto pressed = [&](ImGuiKey key) { return ImGui::IsKeyPressed(key, id, ImGuiInputFlags_Repeat); };
        const auto typed = [&](ImGuiKey key) { return ImGui::IsKeyPressed(key, true); };
        const double step = arrow_px * scale_;
        double right = 0;
        double down = 0;
        if (pressed(ImGuiKey_LeftArrow)) right += step;
        if (pressed(ImGuiKey_RightArrow)) right -= step;
        if (pressed(ImGuiKey_UpArrow)) down += step;
        if (pressed(ImGuiKey_DownArrow)) down -= step;
        if (right != 0 || down != 0) {
            state_.view = panned(state_.view, std::round(right), std::round(down), limits_);
            events_.moved = true;
        }
        if (typed(ImGuiKey_Equal) || typed(ImGuiKey_KeypadAdd)) zoom(button_step, middle);
        if (typed(ImGuiKey_Minus) || typed(ImGuiKey_KeypadSubtract)) zoom(1 / button_step, middle);
        if (pressed(ImGuiKey_Home)) home();
    }

    void base_map()
    {
        const BaseMapPicture wanted{.view = state_.view,
                                    .scale = scale_,
                                    .dark = ui_.theme.kind == shell::ThemeKind::dark,
                                    .waters = state_.show_waters,
                                    .region_generation = frame_.base_generation,
                                    .waters_generation = frame_.waters_generation};
        const ShownTexture shown = texture_.picture(wanted, *frame_.base, frame_.waters);
        const auto id =
            reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(shown.texture));  // NOLINT: ImGui's own type
        ui_.list().AddImage(id, low(where_), high(where_), {shown.u0, shown.v0}, {shown.u1, shown.v1});
    }

    void things()
    {
        refresh_shown();  // again: a hand may have zoomed since
        refresh_drawing();
        pick_under_pointer();
        refresh_labels();
        const MapColours& colours = colours_for(ui_.theme);
        draw_things(ui_, corner(), *state_.drawing, colours);
        proposed_waters(colours);
        if (state_.labels) draw_labels(ui_, corner(), *state_.labels, state_.view, colours);
        if (frame_.overlay != nullptr) draw_overlay(ui_, corner(), *frame_.overlay, state_.view, shown_held());
    }

    void proposed_waters(const MapColours& colours)
    {
        if (frame_.proposed.empty()) return;
        if (state_.proposed_view != state_.view || state_.proposed_generation != frame_.proposed_generation ||
            state_.proposed_chosen != frame_.chosen_proposed) {
            state_.proposed = drawn_proposed(frame_.proposed, frame_.chosen_proposed, state_.view, scale_);
            state_.proposed_view = state_.view;
            state_.proposed_generation = frame_.proposed_generation;
            state_.proposed_chosen = frame_.chosen_proposed;
        }
        draw_proposed(ui_, corner(), state_.proposed, colours);
    }

    void refresh_shown()
    {
        const bool same_inputs = state_.shown && state_.shown_for_scene == frame_.scene_generation &&
                                 state_.shown_for_filter == frame_.filter_generation;
        if (!same_inputs) {
            state_.shown = shown_of(*frame_.scene, *frame_.filter);
            state_.counts = legend_counts(*frame_.scene, *frame_.filter);
            state_.shown_for_scene = frame_.scene_generation;
            state_.shown_for_filter = frame_.filter_generation;
        }
        const MapView& view = state_.view;
        const bool same_scale = state_.marks_for_m_per_px == view.map_m_per_px &&
                                state_.marks_for_width_px == view.width_px &&
                                state_.marks_for_height_px == view.height_px;
        if (same_inputs && same_scale) return;
        state_.detail = detail_for(*frame_.scene, *state_.shown, view, scale_);
        state_.marks = gathered(state_.shown->buses, state_.detail.mark_reach_px * view.map_m_per_px);
        state_.marks_for_m_per_px = view.map_m_per_px;
        state_.marks_for_width_px = view.width_px;
        state_.marks_for_height_px = view.height_px;
        state_.drawing.reset();
    }

    void refresh_drawing()
    {
        const DrawOptions options{.scale = scale_,
                                  .schools = state_.show_schools,
                                  .waters = state_.show_waters,
                                  .county = frame_.filter->county,
                                  .chosen = frame_.chosen,
                                  .hovered = state_.hovered};
        if (state_.drawing && state_.drawing->view == state_.view && state_.drawn_with == options) return;
        DrawOptions before = state_.drawn_with;
        before.hovered = options.hovered;
        if (before != options || !state_.drawing) state_.labels_due = true;
        state_.drawing = drawing_of(*frame_.scene, *state_.shown, state_.marks, state_.detail, state_.view, options);
        state_.drawn_with = options;
    }

    /// Not before it was moved: a click is no move.
    [[nodiscard]] std::optional<HeldMark> shown_held() const
    {
        return state_.held && state_.dragging ? state_.held : std::nullopt;
    }

    /// Marks of the overlay lie on top of everything; true where the pointer is on one.
    bool pick_overlay(bool on_tool)
    {
        if (frame_.overlay == nullptr || on_tool || (!hovered_ && !released_)) return false;
        const auto mark = mark_at(*frame_.overlay, state_.view, pointer(), scale_, 0);
        if (!mark || (state_.dragging && !was_drag_)) return false;
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        const std::string& words = frame_.overlay->marks[*mark].words;
        if (!words.empty()) shell::tooltip(ui_, steady_rect(ImGui::GetMousePos(), ui_.px(10), {}), words);
        if (released_ && !was_drag_) events_.overlay_chosen = mark;
        return true;
    }

    void pick_under_pointer()
    {
        const ImVec2 mouse = ImGui::GetMousePos();
        const bool on_tool = places_.legend.holds({mouse.x, mouse.y}) || places_.buttons.holds({mouse.x, mouse.y});
        if (pick_overlay(on_tool)) return;
        Picked picked;
        if (hovered_ && !state_.dragging && !on_tool)
            picked = pick(*frame_.scene, state_.marks, *state_.drawing, pointer(), pick_tolerance_px * scale_);
        if (picked.item != state_.hovered) {
            state_.hovered = picked.item;
            refresh_drawing();
        }
        over_proposed_.reset();
        if (hovered_ && !state_.dragging && !on_tool && !frame_.proposed.empty()) {
            const auto at = pointer();
            over_proposed_ =
                picked_proposed(state_.proposed, {static_cast<float>(at.x), static_cast<float>(at.y)}, 11 * scale_);
        }
        if (picked.item || over_proposed_) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        const float reach = ui_.px(10);
        const std::string words = words_for(*frame_.scene, state_.marks, picked, frame_.language);
        if (!words.empty()) shell::tooltip(ui_, steady_rect(mouse, reach, picked.item), words);
        clicks(picked, on_tool);
    }

    /// The tooltip waits for the pointer to rest on one rectangle: the same one as long as the item is the same.
    shell::Rect steady_rect(const ImVec2& mouse, float reach, const MapItem& item)
    {
        if (!(state_.tip_item == item) || !state_.tip_rect.holds({mouse.x, mouse.y})) {
            state_.tip_item = item;
            state_.tip_rect = {mouse.x - reach, mouse.y - reach, mouse.x + reach, mouse.y + reach};
        }
        return state_.tip_rect;
    }

    void clicks(const Picked& picked, bool on_tool)
    {
        if (on_tool) return;
        if (double_) {
            if (picked.mark || !picked.item)
                zoom(2, pointer());
            else
                events_.opened = picked.item;
            return;
        }
        if (!released_ || was_drag_) return;
        if (over_proposed_) {
            events_.proposed = over_proposed_;
            return;
        }
        // A mark of several buses is opened up, not guessed at.
        if (picked.mark)
            zoom(2, pointer());
        else
            events_.chosen = picked.item;
    }

    void refresh_labels()
    {
        if (!state_.show_names) {
            state_.labels.reset();
            return;
        }
        const bool same_view = state_.labels && state_.labels->view == state_.view;
        const bool only_panned =
            state_.labels && state_.labels->view.map_m_per_px == state_.view.map_m_per_px && state_.dragging;
        if (!state_.labels_due && (same_view || only_panned)) return;
        const LabelOptions options{.scale = scale_,
                                   .english = frame_.language == language::Language::en,
                                   .chosen = frame_.chosen,
                                   .controls = controls()};
        state_.labels = labels_of(*frame_.base, *frame_.scene, *state_.drawing, options, measure_with(ui_));
        state_.labels_due = ui_.fonts.rebuild_due();  // measured with characters that are not baked yet: once more
    }

    [[nodiscard]] std::vector<PxBox> controls() const
    {
        std::vector<PxBox> out;
        for (const shell::Rect& each :
             {places_.buttons, places_.legend, places_.scale_bar, places_.attribution, places_.mark}) {
            const shell::Rect box = each.moved(-where_.x0, -where_.y0).inset(-ui_.px(4));
            out.push_back({box.x0, box.y0, box.x1, box.y1});
        }
        return out;
    }

    void tools()
    {
        if (!places_.scale_bar.empty()) draw_scale_bar(ui_, places_, state_.view);
        draw_attribution(ui_, places_, frame_);
        if (frame_.scene != nullptr) draw_legend(ui_, places_, state_, frame_, events_);
        const ScreenPosition middle{state_.view.width_px / 2, state_.view.height_px / 2};
        if (const auto tool = draw_buttons(ui_, places_, state_, frame_)) {
            if (*tool == Tool::home)
                home();
            else
                zoom(*tool == Tool::zoom_in ? button_step : 1 / button_step, middle);
        }
    }

    const shell::Ui& ui_;
    shell::Rect where_;
    MapPanelState& state_;
    const MapFrame& frame_;
    BaseMapTexture& texture_;
    double scale_;
    ViewLimits limits_;
    ToolPlaces places_;
    MapEvents events_;
    std::optional<std::size_t> over_proposed_;
    bool hovered_ = false;
    bool focus_ = false;
    bool released_ = false;
    bool double_ = false;
    bool was_drag_ = false;
};

}  // namespace

SceneFilter with_only(SceneFilter filter, rules::BusState state)
{
    const SceneFilter all;
    std::array<bool, 6> only{};
    only[static_cast<std::size_t>(state)] = true;
    filter.states = filter.states == only ? all.states : only;
    return filter;
}

void need_names(shell::Fonts& fonts, const BaseMap* base, const Scene* scene)
{
    if (base != nullptr) {
        for (const Place& place : base->places) fonts.need(place.name_zh);
        fonts.need(base->attribution_zh);
    }
    if (scene != nullptr) {
        for (const SceneSchool& school : scene->geometry->schools) fonts.need(school.record->name);
        for (const SceneWater& water : scene->geometry->waters) fonts.need(water.record->name);
    }
}

MapEvents draw_map_panel(const shell::Ui& ui, const shell::Rect& where, MapPanelState& state, const MapFrame& frame,
                         BaseMapTexture& texture)
{
    return Panel(ui, where, state, frame, texture).drawn();
}

}  // namespace xiaoan::map
