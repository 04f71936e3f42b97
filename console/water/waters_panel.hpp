// The page of waters ranked by their risk, and the dossiers of a water and of a school.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/origins.hpp"
#include "console/desk/request.hpp"
#include "console/shell/table.hpp"
#include "console/water/place_view.hpp"
#include "console/water/risk_view.hpp"
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
    std::optional<RiskLevel> level;
    bool only_gaps = false;
    std::string season;  // word; empty: that of the date shown
    shell::TableState table;

    // The ranking that the worker delivered last, and what it was asked for last.
    std::shared_ptr<const RankedWaters> ranked;
    std::shared_ptr<const data::Snapshot> asked_of;
    data::Date asked_as_of{};
    std::string asked_season;

    // The rows, kept until what they depend on changes; the snapshot holds what they point at.
    struct Basis {
        std::shared_ptr<const data::Snapshot> snapshot;
        std::shared_ptr<const RankedWaters> ranked;
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
    std::shared_ptr<const RankedWaters> risk_of;
    PlaceBasis risk_basis;
    std::optional<RiskView> risk;
    bool all_lines = false;  // of the score
    desk::OriginsState water_origins, school_origins;
};

/// The ranking of what is shown; null where it is not there yet. Asks for it where it was not asked for.
[[nodiscard]] std::shared_ptr<const RankedWaters> current_ranking(WatersState& state, const desk::Frame& frame,
                                                                  desk::Requests& asked);

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_waters_panel(WatersState& state, const desk::Frame& frame, const shell::Rect& where);

/// Draw the dossier of the selected water or school; nothing where the register does not hold it.
[[nodiscard]] desk::Requests draw_water_dossier(WatersState& state, const desk::Frame& frame,
                                                const desk::DossierPlace& place);
/// The case for the gaps of the selected water; nothing where there is none to open.
[[nodiscard]] desk::Requests open_gap_case(const WatersState& state, const desk::Frame& frame);
[[nodiscard]] desk::Requests draw_school_dossier(WatersState& state, const desk::Frame& frame,
                                                 const desk::DossierPlace& place);

}  // namespace xiaoan::water
