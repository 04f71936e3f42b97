// The page of suspected illegal carriage: vehicles in no register, scored sign by sign; and the dossier of one.
#pragma once

#include "console/checks/page/suspect_rows.hpp"
#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/table.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace xiaoan::checks {

/// Kept by the window from frame to frame.
struct SuspectsState {
    bool only_without_case = false;
    shell::TableState table;

    // The rows, kept until what they depend on changes.
    struct Basis {
        std::shared_ptr<const Suspects> found;
        std::shared_ptr<const data::Snapshot> snapshot;
        data::Adcode county;
        bool only_without_case = false;
        language::Language language{};
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    std::vector<ShownSuspect> shown;
    std::size_t all = 0, without_case = 0;  // of the county
};

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_suspects_panel(SuspectsState& state, const desk::Frame& frame,
                                                 const shell::Rect& where);

/// The dossier of the suspect that is selected; nothing where it is none any more.
[[nodiscard]] desk::Requests draw_suspect_dossier(const desk::Frame& frame, const desk::DossierPlace& place);

}  // namespace xiaoan::checks
