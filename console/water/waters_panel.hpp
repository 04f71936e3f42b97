// The page of waters near schools, and the dossiers of a water and of a school.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/origins.hpp"
#include "console/desk/request.hpp"
#include "console/shell/table.hpp"
#include "console/water/place_view.hpp"
#include "console/water/water_rows.hpp"

#include <memory>
#include <optional>
#include <string>

namespace xiaoan::water {

/// What a view was made from; another basis makes it anew.
struct PlaceBasis {
    std::shared_ptr<const data::Snapshot> snapshot;
    data::Date as_of{};
    language::Language language{};
    std::string key;
    friend bool operator==(const PlaceBasis&, const PlaceBasis&) = default;
};

/// Kept by the window from frame to frame.
struct WatersState {
    double within_m = ranges_m.back();
    std::string text;
    shell::TableState table;

    // The rows, kept until what they depend on changes; the snapshot holds what they point at.
    struct Basis {
        std::shared_ptr<const data::Snapshot> snapshot;
        WaterFilter filter;
        WaterOrder order;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    WaterRows rows;

    // The dossiers shown, kept likewise.
    PlaceBasis water_basis, school_basis;
    std::optional<WaterView> water;
    std::optional<SchoolView> school;
    desk::OriginsState water_origins, school_origins;
};

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_waters_panel(WatersState& state, const desk::Frame& frame, const shell::Rect& where);

/// Draw the dossier of the selected water or school; nothing where the register does not hold it.
[[nodiscard]] desk::Requests draw_water_dossier(WatersState& state, const desk::Frame& frame,
                                                const desk::DossierPlace& place);
[[nodiscard]] desk::Requests draw_school_dossier(WatersState& state, const desk::Frame& frame,
                                                 const desk::DossierPlace& place);

}  // namespace xiaoan::water
