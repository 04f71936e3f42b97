// The map as a region of the window: base map, buses, waters and names, with its tools, legend and scale bar.
#pragma once

#include "console/language/language.hpp"
#include "console/map/base_map_texture.hpp"
#include "console/map/drawing.hpp"
#include "console/map/labels.hpp"
#include "console/map/overlay_canvas.hpp"
#include "console/map/pick.hpp"
#include "console/map/proposed.hpp"
#include "console/shell/ui.hpp"

#include <optional>

namespace xiaoan::map {

/// What the panel draws from. Read-only; everything outlives the call.
struct MapFrame {
    language::Language language{};
    const BaseMap* base = nullptr;  // null while it is being prepared
    std::uint64_t base_generation = 0;
    const Scene* scene = nullptr;        // null while it is being prepared
    std::uint64_t scene_generation = 0;  // differs between any two scenes
    std::span<const Layer> waters;
    std::uint64_t waters_generation = 0;
    const SceneFilter* filter = nullptr;
    std::uint64_t filter_generation = 0;  // differs whenever the filter does
    MapItem chosen;
    std::span<const ProposedWater> proposed = {};  // over the waters of the ledger; none: not shown
    std::size_t chosen_proposed = 0;               // its number; as many as there are: none
    std::uint64_t proposed_generation = 0;         // differs whenever they do
    const Overlay* overlay = nullptr;              // what a page lays over it, or nothing
    bool demonstration = false;
    float covered_px = 0;  // at its right edge, by what lies over the map; physical pixels
};

/// What the operator did on the map; the caller decides what comes of it.
struct MapEvents {
    std::optional<MapItem> chosen;                // a click: something, or nothing (kind none)
    std::optional<MapItem> opened;                // a double click on something
    std::optional<rules::BusState> legend_state;  // a click on a row of the legend: see with_only()
    std::optional<std::size_t> overlay_chosen;    // a click on a mark of the overlay
    std::optional<HeldMark> overlay_held;         // a mark is being dragged, and is now here
    std::optional<HeldMark> overlay_dropped;      // it was let go here
    std::optional<std::size_t> proposed;          // a click on a proposed water: its number
    bool moved = false;                           // the view changed by hand
};

/// The filter after a click on a state of the legend: only that state, or all again where it was the only one.
[[nodiscard]] SceneFilter with_only(SceneFilter filter, rules::BusState state);

/// Kept by the caller from frame to frame; one a map.
struct MapPanelState {
    MapView view;
    bool placed = false;                     // whether the first look was taken
    std::optional<MapBox> look_at;           // set it to move the view there at the next frame
    std::optional<MapBox> bring_into_sight;  // set it to move only if it is not in sight
    bool show_names = true;
    bool show_schools = true;
    bool show_waters = true;
    MapItem hovered;
    bool dragging = false;
    std::optional<HeldMark> held;  // the mark of the overlay in the hand

    std::uint64_t names_of_base = 0;  // whose names the fonts were told
    std::uint64_t names_of_scene = 0;

    // Results kept until what they depend on changes.
    std::uint64_t shown_for_scene = 0;
    std::uint64_t shown_for_filter = 0;
    std::optional<Shown> shown;
    LegendCounts counts;
    double marks_for_m_per_px = 0;
    double marks_for_width_px = 0;
    double marks_for_height_px = 0;
    Detail detail;
    std::vector<Mark> marks;
    std::optional<Drawing> drawing;
    DrawOptions drawn_with;
    std::optional<Labels> labels;
    bool labels_due = true;
    std::vector<DrawnProposed> proposed;
    MapView proposed_view;
    std::uint64_t proposed_generation = 0;
    std::size_t proposed_chosen = 0;
    MapItem tip_item;  // what the tooltip speaks of, and where the pointer may move meanwhile
    shell::Rect tip_rect;
};

/// Tells the fonts all names that the map may write, so that none makes a rebuild due later. The panel does it by
/// itself when base map or scene change; done before the first frame it spares that one a rebuild.
void need_names(shell::Fonts& fonts, const BaseMap* base, const Scene* scene);

/// Draws the map into `where` (physical pixels) of the current ImGui window and answers with what was done.
/// Dragging pans, the wheel zooms at the pointer, a double click on free ground zooms in; while the map has the
/// keyboard focus + and - zoom, arrows pan, Home shows everything. `texture` belongs to the current OpenGL context.
[[nodiscard]] MapEvents draw_map_panel(const shell::Ui& ui, const shell::Rect& where, MapPanelState& state,
                                       const MapFrame& frame, BaseMapTexture& texture);

}  // namespace xiaoan::map
